import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import type { RecordComparison, RegisterView } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../../ui/Notice';
import { useComparison } from '../duplicates/duplicate-queries';
import { LikenessWords } from '../duplicates/LikenessWords';
import { useLabel } from '../register-words';
import { MergeTable } from './MergeTable';
import { differing, firstChoice, type MergeChoice, takenOf } from './merge-choice';
import { useMerge } from './use-merge';

const LEAST_REASON = 2;
const MOST_REASON = 200;

interface MergeDialogProps {
  readonly register: RegisterView;
  /** The record that stays, unless they are swapped. */
  readonly id: string;
  readonly other: string;
  readonly onClose: () => void;
}

/** Two records side by side: which of them stays, and which value of each field. */
export function MergeDialog({ register, id, other, onClose }: MergeDialogProps) {
  const t = useTexts();
  const [swapped, setSwapped] = useState(false);
  const [stays, goes] = swapped ? [other, id] : [id, other];
  const { data, error, refetch } = useComparison(register.name, stays, goes);
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="merge-title">
      {data ? (
        <MergeForm
          key={`${stays} ${data.one.version} ${data.other.version}`}
          register={register}
          comparison={data}
          onSwap={() => setSwapped(!swapped)}
          onClose={onClose}
        />
      ) : (
        <DialogContent>
          <h2 id="merge-title" className="visually-hidden">
            {t('console.merge')}
          </h2>
          {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />}
        </DialogContent>
      )}
    </Dialog>
  );
}

interface MergeFormProps {
  readonly register: RegisterView;
  readonly comparison: RecordComparison;
  readonly onSwap: () => void;
  readonly onClose: () => void;
}

function MergeForm({ register, comparison, onSwap, onClose }: MergeFormProps) {
  const t = useTexts();
  const { one, other, likeness } = comparison;
  const fields = differing(register.fields, comparison);
  const [choice, setChoice] = useState<MergeChoice>(() => firstChoice(fields, one, other));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { merge, error, busy } = useMerge(comparison, onClose);
  const tooShort = reason.trim().length < LEAST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!tooShort) void merge(takenOf(choice), reason.trim());
  };
  const words = t('console.merge.reason');
  return (
    <form className="merge-form" onSubmit={submit} noValidate autoComplete="off">
      <DialogTitle id="merge-title">{t('console.merge.title', { one: one.title, other: other.title })}</DialogTitle>
      <DialogContent>
        {likeness && <LikenessWords register={register} likeness={likeness} />}
        <p>{t('console.merge.why')}</p>
        <MergeTable
          fields={fields}
          sameCount={register.fields.length - fields.length}
          comparison={comparison}
          choice={choice}
          onChoose={(name, isOther) => setChoice({ ...choice, [name]: isOther })}
        />
        <Moves comparison={comparison} />
        <TextField
          label={words}
          placeholder={t('console.merge.reason-example')}
          required
          fullWidth
          value={reason}
          error={asked && tooShort}
          helperText={asked && tooShort ? t('form.too-short', { field: words, least: LEAST_REASON }) : undefined}
          slotProps={{ htmlInput: { maxLength: MOST_REASON } }}
          onChange={({ target }) => setReason(target.value)}
        />
        {error !== undefined && <ErrorNotice error={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onSwap}>{t('console.merge.swap')}</Button>
        <span className="spread" />
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        <Button type="submit" variant="contained" disableElevation disabled={busy}>
          {t('console.merge.button', { title: one.title })}
        </Button>
      </DialogActions>
    </form>
  );
}

function Moves({ comparison: { moves } }: Pick<MergeFormProps, 'comparison'>) {
  const t = useTexts();
  const labelOf = useLabel();
  if (moves.length === 0) return null;
  const records = moves.map(({ label, total }) => t('console.merge.moves-one', { register: labelOf(label), count: total }));
  return <p>{t('console.merge.moves', { records: records.join('、') })}</p>;
}
