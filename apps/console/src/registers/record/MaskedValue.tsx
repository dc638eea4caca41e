import type { RecordView, RegisterField } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { RecordValue } from '../RecordValue';
import { useLabel, useValueWords } from '../register-words';
import { RevealDialog } from './RevealDialog';
import { useShownForAWhile } from './use-shown-for-a-while';

interface MaskedValueProps {
  readonly field: RegisterField;
  readonly record: RecordView;
}

/** Masked until its reader says why he needs it whole, then whole for half a minute. Kept nowhere but on this screen. */
export function MaskedValue({ field, record }: MaskedValueProps) {
  const t = useTexts();
  const wordsOf = useValueWords();
  const labelOf = useLabel();
  const [asking, setAsking] = useState(false);
  const { shown, seconds, hidden, show, hide } = useShownForAWhile();
  const label = labelOf(field.label);
  return (
    <>
      {shown ? (
        <span className="revealed">
          <b>{wordsOf(field, shown.value)}</b>
          <span className="revealed-left">
            {t('console.registers.reveal-left', { seconds })} · {t('console.registers.reveal-budget', { count: shown.left })}
          </span>
          <button type="button" className="link" onClick={hide}>
            {t('console.registers.reveal-hide')}
          </button>
        </span>
      ) : (
        <span className="revealable">
          <RecordValue field={field} record={record} />
          <button
            type="button"
            className="link"
            aria-label={t('console.registers.reveal-field', { field: label })}
            onClick={() => setAsking(true)}
          >
            {t('console.registers.reveal')}
          </button>
        </span>
      )}
      <span className="visually-hidden" role="status">
        {shown && wordsOf(field, shown.value)}
        {hidden && t('console.registers.reveal-hidden', { field: label })}
      </span>
      {asking && <RevealDialog field={field} record={record} onShow={show} onClose={() => setAsking(false)} />}
    </>
  );
}
