import { type PublicReceipt, publicReportsApi, type PublicStatus } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { api } from '../api';
import { TextField } from '../ui/TextField';
import { sentenceFor, useWords } from '../words';

const SCORES = [5, 4, 3, 2, 1] as const;

/** Five words to choose from; a closed report is rated once. */
export function RatingForm({ receipt, onRated }: { receipt: PublicReceipt; onRated: (status: PublicStatus) => void }) {
  const t = useWords();
  const [score, setScore] = useState<(typeof SCORES)[number]>();
  const [note, setNote] = useState('');
  const [state, setState] = useState<{ busy: boolean; trouble?: string }>({ busy: false });

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!score) return setState({ busy: false, trouble: t('form.choose', { field: t('field.score') }) });
    setState({ busy: true });
    try {
      const words = note.trim() ? { note: note.trim() } : {};
      onRated(await api.call(publicReportsApi.rate, { body: { ...receipt, score, ...words } }));
    } catch (error) {
      setState({ busy: false, trouble: sentenceFor(error, t) });
    }
  }

  return (
    <form class="rating" onSubmit={(event) => void submit(event)}>
      <fieldset>
        <legend>{t('report.rate-heading')}</legend>
        {SCORES.map((value) => (
          <label key={value} class={value === score ? 'on' : ''}>
            <input type="radio" name="score" checked={value === score} onChange={() => setScore(value)} />
            <span>{t(`score.${value}`)}</span>
            <i aria-hidden="true">{'★'.repeat(value)}</i>
          </label>
        ))}
      </fieldset>
      <TextField label={t('field.note')} optional name="note" rows={2} most={500} value={note} onChange={setNote} />
      {state.trouble && (
        <p class="why" role="alert">
          {state.trouble}
        </p>
      )}
      <button type="submit" class="btn prim big" disabled={state.busy}>
        {t('report.rate')}
      </button>
    </form>
  );
}
