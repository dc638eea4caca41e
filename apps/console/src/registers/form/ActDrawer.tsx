import { Button, Drawer, TextField } from '@mui/material';
import { type FlowAction, type RecordDetail, type RegisterView, registersApi } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { client } from '../../data/client';
import { codeOf } from '../../data/errors';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { ErrorNotice, Notice } from '../../ui/Notice';
import { useReadRecordsAgain } from '../register-queries';
import { useLabel } from '../register-words';
import { RecordFields } from './RecordFields';
import { valuesOf } from '@wangge/domain';
import { useRecordForm } from './use-record-form';

const LEAST_REASON = 2;

interface ActDrawerProps {
  readonly register: RegisterView;
  readonly record: RecordDetail;
  readonly action: string;
  readonly onClose: () => void;
}

/** A step of the register's flow with what it asks for. */
export function ActDrawer({ register, record, action, onClose }: ActDrawerProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const step = register.flow?.actions.find(({ name }) => name === action);
  if (!step) return null;
  const title = labelOf(step.label);
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { className: 'step-drawer', 'aria-label': title } }}>
      <header>
        <h2>{title}</h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label={t('do.close')}>
          <Icon name="close" />
        </button>
      </header>
      <ActForm register={askedBy(register, step)} record={record} step={step} onClose={onClose} />
    </Drawer>
  );
}

/** The register as far as the step asks for it. */
const askedBy = (register: RegisterView, { asks, requires }: FlowAction): RegisterView => ({
  ...register,
  fields: asks.flatMap((name) => {
    const field = register.fields.find((one) => one.name === name);
    return field ? [{ ...field, bySystem: false, required: field.required || requires.includes(name) }] : [];
  }),
});

interface ActFormProps extends Omit<ActDrawerProps, 'action'> {
  readonly step: FlowAction;
}

function ActForm({ register, record, step, onClose }: ActFormProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const form = useRecordForm(register);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct(register, record, step, form, onClose);
  const isUnexplained = step.reasoned === true && reason.trim().length < LEAST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!form.check(record) && !isUnexplained) void act(step.reasoned ? reason.trim() : undefined);
  };
  const stale = codeOf(form.error) === 'record.stale';
  return (
    <form className="step-form act-form" onSubmit={submit} noValidate autoComplete="off">
      {stale && !form.busy && <Notice kind="warning">{t('console.registers.stale')}</Notice>}
      <RecordFields register={register} form={form} record={record} />
      {step.reasoned && (
        <TextField
          label={t('field.reason')}
          required
          value={reason}
          error={asked && isUnexplained}
          helperText={asked && isUnexplained ? t('form.too-short', { field: t('field.reason'), least: LEAST_REASON }) : undefined}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <div className="form-foot">
        {form.error !== undefined && !stale && <ErrorNotice error={form.error} />}
        <div className="step-buttons">
          <Button type="submit" variant="contained" disableElevation fullWidth disabled={form.busy}>
            {form.busy ? t('console.sending') : labelOf(step.label)}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('do.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function useAct(
  register: RegisterView,
  record: RecordDetail,
  step: FlowAction,
  form: ReturnType<typeof useRecordForm>,
  onDone: () => void,
) {
  const t = useTexts();
  const labelOf = useLabel();
  const notify = useNotify();
  const readAgain = useReadRecordsAgain();

  return async (reason: string | undefined): Promise<void> => {
    const taken = await form.send(async () => {
      const values = valuesOf(register, form.draft, record);
      const body = { action: step.name, version: record.version, values, ...(reason !== undefined && { reason }) };
      const { title } = await client.call(registersApi.act, { params: { register: register.name, id: record.id }, body });
      notify(t('console.registers.acted', { action: labelOf(step.label), title }), { type: 'success' });
    });
    if (taken) onDone();
    await readAgain();
  };
}
