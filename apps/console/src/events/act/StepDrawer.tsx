import { Drawer } from '@mui/material';
import type { AvailableAction, EventAction, EventView } from '@wangge/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { StatusWord } from '../../ui/Mark';
import { ErrorNotice, Notice, Skeleton } from '../../ui/Notice';
import { PlacePath } from '../../ui/PlacePath';
import { TimeLeft } from '../../ui/TimeLeft';
import { useEvent } from '../event-queries';
import { StepForm } from './StepForm';

export interface StepToTake {
  readonly id: string;
  readonly action: EventAction;
}

interface StepDrawerProps {
  readonly step: StepToTake;
  readonly onClose: () => void;
}

/** A step taken from a list, with as much of the event as the decision needs. Esc closes it. */
export function StepDrawer({ step, onClose }: StepDrawerProps) {
  const t = useTexts();
  const { data: event, error, refetch } = useEvent(step.id);
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { className: 'step-drawer', 'aria-label': t(`action.${step.action}`) } }}
    >
      <header>
        <h2>{t(`action.${step.action}`)}</h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label={t('do.close')}>
          <Icon name="close" />
        </button>
      </header>
      {event && <StepOfEvent event={event} action={step.action} onClose={onClose} />}
      {!event && (error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
    </Drawer>
  );
}

function StepOfEvent({
  event,
  action,
  onClose,
}: {
  readonly event: EventView;
  readonly action: EventAction;
  readonly onClose: () => void;
}) {
  const t = useTexts();
  const now = event.availableActions.find((step) => step.action === action);
  const [begun, setBegun] = useState<AvailableAction | undefined>(now);
  if (now && !begun) setBegun(now);
  return (
    <>
      <div className="step-event">
        <strong>{event.title}</strong> <StatusWord status={event.status} /> <TimeLeft deadline={event} />
        <p className="muted">
          <Link to={`/events/${event.id}/show`}>{event.number}</Link> <PlacePath names={event.names} /> {event.place}
        </p>
        <p>{event.description}</p>
      </div>
      {begun ? (
        <StepForm event={event} step={begun} possible={now !== undefined} onDone={onClose} onCancel={onClose} />
      ) : (
        <Notice kind="warning">{t('error.event.action-unavailable')}</Notice>
      )}
    </>
  );
}
