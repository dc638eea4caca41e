import type { EventView } from '@wangge/contracts';
import { eventIdOf } from '@wangge/offline';
import { href } from '../app/routes';
import { useOutbox } from '../data/use-outbox';
import { useWords } from '../data/words';
import { isMain, stepsOf } from './step-actions';

/** The viewer's own next steps, in reach of the thumb. What the server allows is what is offered. */
export function StepBar({ event }: { event: EventView }) {
  const t = useWords();
  const taken = useOutbox().some(
    (item) =>
      item.command.kind === 'action' &&
      eventIdOf(item) === event.id &&
      (item.state.name === 'waiting' || item.state.name === 'sending'),
  );
  const steps = stepsOf(event.availableActions);
  if (taken || steps.length === 0) return null;
  return (
    <footer class="act">
      <div class="r">
        {steps.map((step) => (
          <a key={step} class={isMain(step) ? 'btn big prim' : 'btn big line'} href={href.step(event.id, step)}>
            {t(`phone.do-${step}`)}
          </a>
        ))}
      </div>
    </footer>
  );
}
