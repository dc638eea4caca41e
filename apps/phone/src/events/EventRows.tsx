import type { EventRow } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { href } from '../app/routes';
import { useNow } from '../data/use-now';
import { useWords } from '../data/words';
import { Icon } from '../ui/Icon';
import { StatusWord } from '../ui/Mark';

export function EventRows({ events }: { events: readonly EventRow[] }) {
  const t = useWords();
  const now = useNow();
  return (
    <ul class="rows">
      {events.map((event) => (
        <li key={event.id}>
          <a class="row" href={href.event(event.id)}>
            <span class="g">
              <b>{event.title}</b>
              <span class="l2">
                <StatusWord status={event.status} />
                <span>{instantWords(event.reportedAt, now, t)}</span>
              </span>
            </span>
            <Icon name="next" />
          </a>
        </li>
      ))}
    </ul>
  );
}
