import { Button } from '@mui/material';
import type { AvailableAction, EventAction, EventView } from '@wangge/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice, Notice } from '../../ui/Notice';
import { useDepartments } from '../event-queries';
import { StepField } from './StepField';
import { faultsOf, type StepFaults, type StepValue, type StepValues } from './step-values';
import { type Step, useStep } from './use-step';

interface StepFormProps {
  readonly event: EventView;
  readonly step: AvailableAction;
  /** The step as it stands in the event now; false while the form holds what was typed for one that is gone. */
  readonly possible: boolean;
  /** Known before anything is typed. */
  readonly initial?: StepValues | undefined;
  readonly onTyped?: () => void;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** One step's form, drawn from what the server says the step asks for. */
export function StepForm({ event, step, possible, initial, onTyped, onDone, onCancel }: StepFormProps) {
  const t = useTexts();
  const [values, setValues] = useState<StepValues>(() => ({ ...startOf(event, step), ...initial }));
  const [faults, setFaults] = useState<StepFaults>({});
  const [seen] = useState(event.version);
  const sending = useStep(event, step.action, onDone);
  const form = useId();

  const change = (name: string) => (value: StepValue) => {
    setValues((before) => ({ ...before, [name]: value, ...(name === 'classCode' && { conditionId: undefined }) }));
    setFaults((before) => ({ ...before, [name]: undefined }));
    onTyped?.();
  };
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const found = faultsOf(step.input, values, new Date());
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) document.getElementById(`${form}-${first}`)?.focus();
    else void sending.send(values);
  };

  return (
    <form className="step-form" onSubmit={submit} noValidate>
      {event.version !== seen && !sending.taken && !sending.unsettled && <ChangedMeanwhile event={event} possible={possible} />}
      {step.input.map((field) => (
        <StepField
          key={field.name}
          id={`${form}-${field.name}`}
          field={field}
          action={step.action}
          event={event}
          values={values}
          fault={faults[field.name]}
          onChange={change(field.name)}
        />
      ))}
      {sending.error !== undefined && <ErrorNotice error={sending.error} />}
      <Buttons sending={sending} action={step.action} values={values} possible={possible} onCancel={onCancel} />
      <span className="visually-hidden" role="status">
        {sending.progress.kind === 'sending' ? t('console.sending') : ''}
      </span>
    </form>
  );
}

/** A class is known from the report; everything else is the viewer's to say. */
function startOf(event: EventView, { input }: AvailableAction): StepValues {
  const asksClass = input.some(({ name }) => name === 'classCode');
  return asksClass && event.classCode !== null ? { classCode: event.classCode } : {};
}

function ChangedMeanwhile({ event, possible }: { readonly event: EventView; readonly possible: boolean }) {
  const t = useTexts();
  const last = event.timeline.at(-1);
  if (!last) return null;
  const what = t('console.changed', {
    actor: last.actor,
    action: t(`action.${last.action}`),
    status: t(`status.${event.status}`),
  });
  return <Notice kind="warning">{`${what}${t(possible ? 'console.changed.possible' : 'console.changed.impossible')}`}</Notice>;
}

interface ButtonsProps {
  readonly sending: Step;
  readonly action: EventAction;
  readonly values: StepValues;
  readonly possible: boolean;
  readonly onCancel?: (() => void) | undefined;
}

function Buttons({ sending, action, values, possible, onCancel }: ButtonsProps) {
  const t = useTexts();
  const { progress, taken } = sending;
  const label = useStepLabel(action, values);
  const busy = progress.kind !== 'typing';
  const text = progress.kind === 'photos' ? t('console.photos-sent', { arrived: progress.arrived, of: progress.of }) : label;
  return (
    <div className="step-buttons">
      {taken && !busy ? (
        <Button variant="contained" disableElevation fullWidth onClick={() => void sending.sendPhotos()}>
          {t('console.photos-again')}
        </Button>
      ) : (
        <Button type="submit" variant="contained" disableElevation fullWidth disabled={busy || !(possible || sending.unsettled)}>
          {progress.kind === 'sending' ? t('console.sending') : text}
        </Button>
      )}
      {onCancel && (
        <Button variant="outlined" onClick={onCancel}>
          {t('do.cancel')}
        </Button>
      )}
    </div>
  );
}

/** "派遣给市政设施维护中心": the button says what will happen. */
function useStepLabel(action: EventAction, { departmentId }: StepValues): string {
  const t = useTexts();
  const { data } = useDepartments();
  const department = (action === 'dispatch' || action === 'arbitrate') && data?.items.find(({ id }) => id === departmentId);
  return department ? t('console.dispatch-to', { department: department.name }) : t(`action.${action}`);
}
