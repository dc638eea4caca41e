import type { ExportView } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice } from '../ui/Notice';
import { useDecideExport } from './export-queries';

/** Approves or refuses, with a word to whoever asked. */
export function DecideExport({ given }: { readonly given: ExportView }) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const decide = useDecideExport();
  const send = (approve: boolean) => decide.mutate({ id: given.id, approve, note });
  return (
    <div className="export-steps">
      <input aria-label={t('console.exports.note')} placeholder={t('console.exports.note')} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
      <button type="button" className="button primary" disabled={decide.isPending} onClick={() => send(true)}>
        {t('console.exports.approve')}
      </button>
      <button type="button" className="button" disabled={decide.isPending} onClick={() => send(false)}>
        {t('console.exports.refuse')}
      </button>
      {decide.error && <ErrorNotice error={decide.error} />}
    </div>
  );
}
