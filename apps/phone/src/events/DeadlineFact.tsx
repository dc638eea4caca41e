import type { Clock, EventView } from '@wangge/contracts';
import { deadlineSentence } from '@wangge/look';
import { useNow } from '../data/use-now';
import { useWords } from '../data/words';

/** Why the deadline on this page is when it is: of the stage while its limit runs, else of the handling. */
export function DeadlineFact({ event }: { event: EventView }) {
  const t = useWords();
  const now = useNow();
  const clock = clockOf(event);
  if (!clock) return null;
  return (
    <div>
      <dt>{t('why.title', { clock: t(`clock.${clock.name}`) })}</dt>
      <dd>{deadlineSentence(clock, now, t).map(({ text, strong }) => (strong ? <b key={text}>{text}</b> : text))}</dd>
    </div>
  );
}

const clockOf = ({ stageClock, handlingClock }: EventView): Clock | null =>
  [stageClock, handlingClock].find((clock) => clock?.state === 'running') ?? handlingClock;
