import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type Me, type RecordView, type RegisterView, registerMovesApi } from '@wangge/contracts';
import { areasOf, covers } from '@wangge/domain';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { v7 as uuid } from 'uuid';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { useMe } from '../../layout/use-me';
import { ErrorNotice } from '../../ui/Notice';
import { useRecordForm } from '../form/use-record-form';
import { useReadRecordsAgain } from '../register-queries';
import { DestinationSelect } from './DestinationSelect';
import { MovingFields, movingValues } from './MovingFields';

const LEAST_REASON = 2;
const MOST_REASON = 200;

interface MoveDialogProps {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly onClose: () => void;
}

/** Where to: at once within one's own area, a request elsewhere. The dialog says which before anything is sent. */
export function MoveDialog({ register, record, onClose }: MoveDialogProps) {
  const t = useTexts();
  const areas = areasOfMe(useMe());
  const [code, setCode] = useState(record.chain.communityCode);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useRecordForm(register);
  const send = useMove(register, record, form, onClose);
  const isMine = areas.some((area) => covers(area, code));
  const placed = code.length === 15 || (!isMine && code.length === 12);
  const tooShort = reason.trim().length < LEAST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (placed && !tooShort) void send(code, reason.trim(), isMine);
  };
  const words = t('console.move.reason');
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="move-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="move-title">{t('console.move.title', { title: record.title })}</DialogTitle>
        <DialogContent className="move-form">
          <p>{t('console.move.why')}</p>
          <DestinationSelect
            code={code}
            wrong={asked && !placed}
            gridWords={t(isMine ? 'console.move.grid' : 'console.move.grid-theirs')}
            onChange={setCode}
          />
          {isMine && <MovingFields register={register} form={form} />}
          <TextField
            label={words}
            placeholder={t('console.move.reason-example')}
            required
            value={reason}
            error={asked && tooShort}
            helperText={asked && tooShort ? t('form.too-short', { field: words, least: LEAST_REASON }) : undefined}
            slotProps={{ htmlInput: { maxLength: MOST_REASON } }}
            onChange={({ target }) => setReason(target.value)}
          />
          {asked && !placed && <span className="fault">{t('console.move.pick')}</span>}
          {form.error !== undefined && <ErrorNotice error={form.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={form.busy}>
            {t(isMine ? 'console.move.button' : 'console.move.ask')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The areas in which the viewer may move records by himself. */
function areasOfMe({ assignments }: Me): readonly string[] {
  const held = assignments.flatMap(({ role, scope }) => (scope === null ? [] : [{ role, scope }]));
  return areasOf({ assignments: held }, 'register.move');
}

/** The id of the move is made once: sent again after a lost answer, it is still one move. */
function useMove(register: RegisterView, record: RecordView, form: ReturnType<typeof useRecordForm>, onDone: () => void) {
  const t = useTexts();
  const notify = useNotify();
  const readAgain = useReadRecordsAgain();
  const [id] = useState(() => uuid());

  return async (gridCode: string, reason: string, isMine: boolean): Promise<void> => {
    const taken = await form.send(async () => {
      const values = isMine ? movingValues(register, form) : {};
      const body = { id, version: record.version, gridCode, values, reason };
      const { asked } = await client.call(registerMovesApi.move, { params: { register: register.name, id: record.id }, body });
      const words = asked
        ? t('console.move.asked', { title: record.title, to: asked.to.name })
        : t('console.move.done', { title: record.title });
      notify(words, { type: 'success' });
    });
    if (taken) onDone();
    await readAgain();
  };
}
