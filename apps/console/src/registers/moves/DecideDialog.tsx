import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type MoveAction, type RecordMove, type RegisterView, registerMovesApi } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice } from '../../ui/Notice';
import { useRecordForm } from '../form/use-record-form';
import { useReadRecordsAgain } from '../register-queries';
import { DestinationSelect } from './DestinationSelect';
import { MovingFields, movingValues } from './MovingFields';

const LEAST_ANSWER = 2;
const MOST_ANSWER = 200;

interface DecideDialogProps {
  readonly register: RegisterView;
  readonly move: RecordMove;
  readonly action: MoveAction;
  readonly onClose: () => void;
}

/** To accept, one says where it comes to; to refuse or withdraw, why. */
export function DecideDialog({ register, move, action, onClose }: DecideDialogProps) {
  const t = useTexts();
  const [code, setCode] = useState(move.to.code);
  const [answer, setAnswer] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useRecordForm(register);
  const notify = useNotify();
  const readAgain = useReadRecordsAgain();
  const isAccepting = action === 'accept';
  const placed = !isAccepting || code.length === 15;
  const tooShort = answer.trim().length < LEAST_ANSWER;
  const decide = async (): Promise<void> => {
    const taken = await form.send(async () => {
      const place = isAccepting ? { gridCode: code, values: movingValues(register, form) } : {};
      const params = { register: register.name, id: move.id };
      await client.call(registerMovesApi.decide, { params, body: { action, reason: answer.trim(), ...place } });
      notify(t('console.moves.decided', { title: move.title }), { type: 'success' });
    });
    if (taken) onClose();
    await readAgain();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (placed && !tooShort) void decide();
  };
  const words = t('console.moves.answer');
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="decide-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="decide-title">{t(`console.moves.decide-title.${action}`, { title: move.title })}</DialogTitle>
        <DialogContent className="move-form">
          {isAccepting && (
            <>
              {move.to.code.length < 15 && (
                <DestinationSelect
                  code={code}
                  within={move.to.code}
                  wrong={asked && !placed}
                  gridWords={t('console.move.grid')}
                  onChange={setCode}
                />
              )}
              {asked && !placed && <span className="fault">{t('console.move.pick')}</span>}
              <MovingFields register={register} form={form} />
            </>
          )}
          <TextField
            label={words}
            placeholder={t('console.moves.answer-example')}
            required
            value={answer}
            error={asked && tooShort}
            helperText={asked && tooShort ? t('form.too-short', { field: words, least: LEAST_ANSWER }) : undefined}
            slotProps={{ htmlInput: { maxLength: MOST_ANSWER } }}
            onChange={({ target }) => setAnswer(target.value)}
          />
          {form.error !== undefined && <ErrorNotice error={form.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={form.busy}>
            {t(`console.moves.do.${action}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
