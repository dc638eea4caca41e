import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type GridCheck, gridChangesApi } from '@wangge/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { v7 as uuid } from 'uuid';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice } from '../ui/Notice';
import { readGridsAgain, today } from './grid-change-queries';
import { draftOf, type GridWork, namesOf } from './use-grid-work';

interface PlanSectionProps {
  readonly community: string;
  readonly result: GridCheck;
  readonly work: GridWork;
  readonly onPlanned: () => void;
}

const DAY_MS = 86_400_000;
const tomorrow = () => new Date(Date.parse(today()) + DAY_MS).toISOString().slice(0, 10);

/** From when, and why. What happens at once is asked about once more. */
export function PlanSection({ community, result, work, onPlanned }: PlanSectionProps) {
  const t = useTexts();
  const [id] = useState(() => uuid());
  const [effectiveOn, setEffectiveOn] = useState(tomorrow);
  const [reason, setReason] = useState('');
  const [confirming, setConfirming] = useState(false);
  const { send, error, busy } = usePlanning(onPlanned);
  const isNow = effectiveOn === today();
  const names = namesOf(work, community, result.pieces);
  const draft = draftOf(work, names);
  const isReady = draft !== undefined && effectiveOn !== '' && reason.trim() !== '';
  const plan = () => {
    setConfirming(false);
    if (draft) {
      const { defaultPiece, decisions } = work;
      void send({ id, draft, effectiveOn, reason: reason.trim(), defaultPiece, decisions: [...decisions] });
    }
  };
  return (
    <section className="grid-plan">
      <TextField
        type="date"
        label={t('console.grids.effective-on')}
        value={effectiveOn}
        helperText={t('console.grids.effective-on.help')}
        slotProps={{ htmlInput: { min: today() }, inputLabel: { shrink: true } }}
        onChange={({ target }) => setEffectiveOn(target.value)}
      />
      <TextField
        label={t('console.grids.reason')}
        value={reason}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        onChange={({ target }) => setReason(target.value)}
      />
      {error !== undefined && <ErrorNotice error={error} />}
      <button
        type="button"
        className="button primary"
        disabled={!isReady || busy}
        onClick={() => (isNow ? setConfirming(true) : plan())}
      >
        {busy ? t('console.sending') : t(isNow ? 'console.grids.submit-now' : 'console.grids.submit')}
      </button>
      {confirming && (
        <Dialog open onClose={() => setConfirming(false)} maxWidth="xs" fullWidth aria-labelledby="grid-now">
          <DialogTitle id="grid-now">{t('console.grids.confirm-now', { community })}</DialogTitle>
          <DialogContent>
            <p>
              {t('console.grids.confirm-now.why', {
                before: result.before.map(({ name }) => name).join(t('list.comma')),
                after: names.join(t('list.comma')),
              })}
            </p>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setConfirming(false)} autoFocus>
              {t('do.cancel')}
            </Button>
            <Button variant="contained" disableElevation onClick={plan}>
              {t('console.grids.submit-now')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </section>
  );
}

type Plan = Parameters<typeof client.call<typeof gridChangesApi.plan>>[1]['body'];

function usePlanning(onPlanned: () => void) {
  const t = useTexts();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  async function send(body: Plan) {
    setBusy(true);
    setError(undefined);
    try {
      const { effectiveOn } = await client.call(gridChangesApi.plan, { body });
      const words =
        effectiveOn === today() ? t('console.grids.effective-done') : t('console.grids.planned-done', { day: effectiveOn });
      notify(words, { type: 'success' });
      await readGridsAgain(queryClient);
      onPlanned();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }
  return { send, error, busy };
}
