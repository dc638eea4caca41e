import type { EventStatus } from '@wangge/contracts';
import { statusLook } from '@wangge/look';
import type { EventFilter, Queue } from '../../data/event-filter';
import { useTexts } from '../../i18n/use-texts';
import { useMe } from '../../layout/use-me';
import { Mark } from '../../ui/Mark';
import { useQueues } from '../event-queries';
import { ownQueues } from '../own-queues';

const SEEN_BY_ALL: readonly EventStatus[] = ['reported', 'filed', 'handling', 'handled'];

interface QueueChipsProps {
  readonly filter: EventFilter;
  readonly onSelect: (queue: Queue) => void;
  /** Chips that narrow whatever queue is chosen. */
  readonly onNarrow: (part: Pick<EventFilter, 'supervised' | 'lens'>) => void;
}

/** The numbers above the list, each one the way to its rows. */
export function QueueChips({ filter: { queue = 'open', scope, supervised, lens }, onSelect, onNarrow }: QueueChipsProps) {
  const t = useTexts();
  const { permissions, assignments } = useMe();
  const inDepartment = assignments.some(({ departmentId }) => departmentId !== null);
  const own = ownQueues(permissions);
  const counts = useQueues(scope).data?.items ?? [];
  const total = sum(counts, 'total');
  const red = sum(counts, 'red');
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{t('console.queues')}</legend>
      <Chip text={t('console.queue.open')} count={total} on={queue === 'open'} onClick={() => onSelect('open')} />
      <span className="divider" />
      {(own.length > 0 ? own : SEEN_BY_ALL).map((status) => {
        const count = counts.find((item) => item.status === status) ?? { total: 0, yellow: 0, red: 0 };
        return (
          <Chip
            key={status}
            text={t(statusLook(status).word)}
            count={count.total}
            yellow={count.yellow}
            red={count.red}
            on={queue === status}
            onClick={() => onSelect(status)}
          />
        );
      })}
      <span className="divider" />
      <Chip text={t('console.queue.overdue')} count={red} on={queue === 'overdue'} alarm onClick={() => onSelect('overdue')} />
      <Chip text={t('console.queue.supervised')} on={supervised === 'all'} onClick={() => onNarrow({ supervised: supervised ? undefined : 'all' })} />
      {inDepartment && (
        <Chip text={t('console.queue.assisting')} on={lens === 'assisting'} onClick={() => onNarrow({ lens: lens ? undefined : 'assisting' })} />
      )}
    </fieldset>
  );
}

function sum(counts: readonly { readonly total: number; readonly red: number }[], key: 'total' | 'red'): number {
  return counts.reduce((all, count) => all + count[key], 0);
}

interface ChipProps {
  readonly text: string;
  /** Left out where counting would cost more than the number is worth. */
  readonly count?: number;
  readonly yellow?: number;
  readonly red?: number;
  readonly on: boolean;
  readonly alarm?: boolean;
  readonly onClick: () => void;
}

function Chip({ text, count, yellow = 0, red = 0, on, alarm = false, onClick }: ChipProps) {
  const t = useTexts();
  return (
    <button type="button" className={alarm && count !== undefined && count > 0 ? 'chip alarm' : 'chip'} aria-pressed={on} onClick={onClick}>
      {alarm && <Mark mark="overdue" size={10} />}
      {text} {count !== undefined && <b>{count}</b>}
      {red > 0 ? (
        <small className="red" title={t('light.red')}>
          <Mark mark="overdue" size={9} />
          {red}
        </small>
      ) : (
        yellow > 0 && (
          <small className="yellow" title={t('light.yellow')}>
            <Mark mark="soon" size={9} />
            {yellow}
          </small>
        )
      )}
    </button>
  );
}
