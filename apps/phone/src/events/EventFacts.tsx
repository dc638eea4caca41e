import type { EventView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useNow } from '../data/use-now';
import { useWords } from '../data/words';
import { DeadlineFact } from './DeadlineFact';

export function EventFacts({ event }: { event: EventView }) {
  const t = useWords();
  const now = useNow();
  const facts: readonly (readonly [string, string | null])[] = [
    [t('field.classCode'), event.className ?? t('phone.no-class')],
    [t('phone.reported-at'), instantWords(event.reportedAt, now, t)],
    [t('phone.reported-by'), event.reportedBy],
    [t('field.urgency'), event.urgency === 'normal' ? null : t(`urgency.${event.urgency}`)],
    [t('field.departmentId'), event.departmentName],
    [t('phone.merged-into'), event.mergedInto?.number ?? null],
    [t('field.score'), event.rating === null ? null : scoreWords(event.rating, t)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
      <DeadlineFact event={event} />
    </dl>
  );
}

function scoreWords(score: number, t: ReturnType<typeof useWords>): string {
  const known = ([1, 2, 3, 4, 5] as const).find((candidate) => candidate === score);
  return known ? t(`score.${known}`) : String(score);
}
