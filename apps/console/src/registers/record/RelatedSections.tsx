import type { BeyondRecords, RecordDetail, RelatedRecords } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { createAddress, recordAddress, registerAddress } from '../register-address';
import { useRegister, useRegisters } from '../register-queries';
import { useLabel } from '../register-words';

/** What points at this record, register by register, and the way to add to it. */
interface RelatedSectionsProps {
  readonly record: RecordDetail;
  /** What points at those, by the records in between. */
  readonly beyond: readonly BeyondRecords[];
}

export function RelatedSections({ record, beyond }: RelatedSectionsProps) {
  const registers = useRegisters().data?.items ?? [];
  const none = registers
    .filter(({ mayWrite }) => mayWrite)
    .flatMap(({ name: register, label, fields }) =>
      fields
        .filter(({ name, references }) => references === record.register && !hasRelated(record, register, name))
        .map(({ name: field }) => ({ register, field, label, total: 0, items: [] })),
    );
  return [...record.related, ...none].map((related) => (
    <Related
      key={`${related.register}.${related.field}`}
      record={record}
      related={related}
      beyond={beyond.filter(({ through }) => through.register === related.register && through.field === related.field)}
    />
  ));
}

/** Where nothing points at it yet, the first is added. */
const hasRelated = ({ related }: RecordDetail, register: string, field: string): boolean =>
  related.some((one) => one.register === register && one.field === field);

interface RelatedProps {
  readonly record: RecordDetail;
  readonly related: RelatedRecords;
  readonly beyond: readonly BeyondRecords[];
}

function Related({ record, related: { register: name, field, label, total, items }, beyond }: RelatedProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const register = useRegister(name);
  const heading = `related-${name}-${field}`;
  const here = { [field]: record.id };
  const words = labelOf(label);
  return (
    <section className="facts related" aria-labelledby={heading}>
      <h2 id={heading}>
        {words} <span className="related-count">{total}</span>
        {beyond.map((next) => (
          <span key={`${next.register}.${next.field}`} className="related-beyond">
            {t('console.picture.beyond', { label: labelOf(next.label), count: next.total })}
          </span>
        ))}
        <span className="aside">
          {register?.mayWrite && (
            <Link
              to={createAddress(name, { ...here, gridCode: record.chain.gridCode })}
              aria-label={t('console.registers.add-to', { related: words })}
            >
              {t('console.registers.add')}
            </Link>
          )}
          {total > items.length && (
            <Link to={registerAddress(name, here)}>{t('console.registers.related-all', { count: total })}</Link>
          )}
        </span>
      </h2>
      {items.length === 0 ? (
        <p className="muted">{t('console.registers.related-none')}</p>
      ) : (
        <ul>
          {items.map(({ id, title }) => (
            <li key={id}>
              <Link to={recordAddress(name, id)}>{title}</Link>
              {beyond.map(
                (next) =>
                  next.of[id] !== undefined && (
                    <span key={`${next.register}.${next.field}`} className="muted">
                      {' '}
                      {t('console.picture.beyond-one', { label: labelOf(next.label), count: next.of[id] })}
                    </span>
                  ),
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
