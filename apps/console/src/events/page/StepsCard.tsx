import { Menu, MenuItem } from '@mui/material';
import type { AvailableAction, EventAction, EventView } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { nextStep } from '../act/next-step';
import { StepForm } from '../act/StepForm';
import { StageLine } from './DeadlineCard';
import type { ChosenStep } from './chosen-step';

interface StepsCardProps {
  readonly event: EventView;
  readonly chosen: ChosenStep | undefined;
}

/** The viewer's next step with its form open, and the others in a menu. */
export function StepsCard({ event, chosen }: StepsCardProps) {
  const t = useTexts();
  const [picked, setPicked] = useState<EventAction | undefined>(chosen?.action);
  const [typedFor, setTypedFor] = useState<AvailableAction>();
  const steps = event.availableActions;
  const offered = stepOf(steps, picked) ?? stepOf(steps, nextStep(steps.map(({ action }) => action)));
  /** What was typed stays, even when somebody else's step has taken this one away. */
  const shown = typedFor ?? offered;
  const rest = steps.filter(({ action }) => action !== shown?.action);
  const reset = () => {
    setPicked(undefined);
    setTypedFor(undefined);
  };
  if (!shown && rest.length === 0) return <Waiting event={event} />;
  return (
    <section className="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">
        {shown ? t(`action.${shown.action}`) : t('console.steps')}
        <span className="aside">
          <StageLine event={event} />
          <MoreMenu steps={rest} onPick={setPicked} onPicked={() => setTypedFor(undefined)} />
        </span>
      </h2>
      {shown && (
        <StepForm
          key={shown.action}
          event={event}
          step={shown}
          initial={chosen?.action === shown.action ? chosen.values : undefined}
          possible={stepOf(steps, shown.action) !== undefined}
          onTyped={() => setTypedFor(shown)}
          onDone={reset}
          onCancel={picked || typedFor ? reset : undefined}
        />
      )}
    </section>
  );
}

const stepOf = (steps: readonly AvailableAction[], wanted: EventAction | undefined) =>
  steps.find(({ action }) => action === wanted);

interface MoreMenuProps {
  readonly steps: readonly AvailableAction[];
  readonly onPick: (action: EventAction) => void;
  readonly onPicked: () => void;
}

function MoreMenu({ steps, onPick, onPicked }: MoreMenuProps) {
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('console.more')}
        <Icon name="down" size={12} />
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {steps.map(({ action }) => (
          <MenuItem
            key={action}
            onClick={() => {
              close();
              onPicked();
              onPick(action);
            }}
          >
            {t(`action.${action}`)}
          </MenuItem>
        ))}
        <MenuItem
          onClick={() => {
            close();
            setTimeout(() => window.print());
          }}
        >
          {t('console.print')}
        </MenuItem>
      </Menu>
    </>
  );
}

/** Nothing to do here for this viewer: say who has it. */
function Waiting({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const who = event.assignee ?? event.departmentName;
  return (
    <section className="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">
        {t('console.steps')}
        <span className="aside">
          <StageLine event={event} />
          <MoreMenu steps={[]} onPick={() => undefined} onPicked={() => undefined} />
        </span>
      </h2>
      <p className="muted">
        {t(`status.${event.status}`)}
        {who && ` · ${who}`}
        {t('why.comma')}
        {t('console.nothing-to-do')}
      </p>
    </section>
  );
}
