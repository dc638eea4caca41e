import type { RecordView, RegisterField } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { recordAddress } from './register-address';
import { useValueWords } from './register-words';

interface RecordValueProps {
  readonly field: RegisterField;
  readonly record: Pick<RecordView, 'values' | 'masked' | 'referenceTitles'>;
}

/** A field's value in words; a reference leads to its record. */
export function RecordValue({ field, record }: RecordValueProps) {
  const t = useTexts();
  const words = useValueWords();
  const value = record.values[field.name] ?? null;
  if (value === null || value === '') return <span className="muted">{t('unit.none')}</span>;
  if (field.references !== null) {
    const title = record.referenceTitles[field.name] ?? t('console.registers.history.another');
    return <Link to={recordAddress(field.references, String(value))}>{title}</Link>;
  }
  return <span className={record.masked.includes(field.name) ? 'masked' : undefined}>{words(field, value)}</span>;
}
