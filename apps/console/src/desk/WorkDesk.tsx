import { useQuery } from '@tanstack/react-query';
import { eventsApi, type EventStatus, type QueueCount } from '@wangge/contracts';
import { OPEN_STATUSES } from '@wangge/domain';
import { statusLook } from '@wangge/look';
import { useState } from 'react';
import { Link, Navigate } from 'react-router-dom';
import { client } from '../data/client';
import type { Queue } from '../data/event-filter';
import { StepDrawer, type StepToTake } from '../events/act/StepDrawer';
import { useQueues } from '../events/event-queries';
import { useColumns } from '../events/list/columns';
import { EventTable } from '../events/list/EventTable';
import { listAddress } from '../events/list/list-address';
import { ownQueues } from '../events/own-queues';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { roleWords } from '../layout/role-words';
import { useMay, useMe } from '../layout/use-me';
import { useNews } from '../live/live-news';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';

/** What waits for the viewer's post, most urgent first. Administrators have no business here. */
export function WorkDesk() {
  const home = useMay('audit.read') ? '/audit' : '/accounts';
  return useMay('event.read') ? <Desk /> : <Navigate to={home} replace />;
}

function Desk() {
  const t = useTexts();
  const me = useMe();
  const mayReport = useMay('event.report');
  const own = ownQueues(me.permissions);
  const queues = useQueues();
  useCrumbs({ text: t('console.desk') });
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{t('console.desk')}</h1>
        <span className="muted">{me.assignments.map((assignment) => roleWords(assignment, t)).join(t('list.comma'))}</span>
        {mayReport && (
          <Link className="button primary" to="/events/create">
            <Icon name="plus" size={14} />
            {t('console.report')}
          </Link>
        )}
      </header>
      {queues.error && <ErrorNotice error={queues.error} onRetry={() => void queues.refetch()} />}
      {queues.data ? <Queues own={own} counts={queues.data.items} /> : <Skeleton lines={2} height={56} />}
      <MostUrgent statuses={own.length > 0 ? own : OPEN_STATUSES} mine={own.length > 0} />
    </div>
  );
}

function Queues({ own, counts }: { readonly own: readonly EventStatus[]; readonly counts: readonly QueueCount[] }) {
  const t = useTexts();
  const has = (status: EventStatus) => counts.some((count) => count.status === status && count.total > 0);
  const others = OPEN_STATUSES.filter((status) => !own.includes(status) && (own.length === 0 || has(status)));
  return (
    <>
      {own.length > 0 && <QueueCards title={t('console.desk.mine')} statuses={own} counts={counts} large />}
      {others.length > 0 && (
        <QueueCards
          title={t(own.length > 0 ? 'console.desk.elsewhere' : 'console.desk.all')}
          statuses={others}
          counts={counts}
          large={own.length === 0}
        />
      )}
    </>
  );
}

interface QueueCardsProps {
  readonly title: string;
  readonly statuses: readonly EventStatus[];
  readonly counts: readonly QueueCount[];
  readonly large: boolean;
}

function QueueCards({ title, statuses, counts, large }: QueueCardsProps) {
  const t = useTexts();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className={large ? 'queue-cards large' : 'queue-cards'}>
        {statuses.map((status) => {
          const { total, yellow, red } = counts.find((count) => count.status === status) ?? { total: 0, yellow: 0, red: 0 };
          const { mark, ink, word } = statusLook(status);
          return (
            <li key={status}>
              <Link to={listAddress({ queue: status satisfies Queue })}>
                <span className="queue-name" style={{ color: ink }}>
                  <Mark mark={mark} />
                  {t(word)}
                </span>
                <b>{total}</b>
                <span className="queue-lights">
                  {red > 0 && (
                    <span className="red">
                      <Mark mark="overdue" size={10} />
                      {t('console.count-overdue', { count: red })}
                    </span>
                  )}
                  {yellow > 0 && (
                    <span className="yellow">
                      <Mark mark="soon" size={10} />
                      {t('console.count-soon', { count: yellow })}
                    </span>
                  )}
                  {red + yellow === 0 && (
                    <span className="muted">{t(total > 0 ? 'console.all-in-time' : 'console.nothing-waits')}</span>
                  )}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const ROWS = 12;

function MostUrgent({ statuses, mine }: { readonly statuses: readonly EventStatus[]; readonly mine: boolean }) {
  const t = useTexts();
  const columns = useColumns();
  const [step, setStep] = useState<StepToTake>();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['events', 'urgent', statuses],
    queryFn: () => client.call(eventsApi.list, { query: { status: statuses.join(','), sort: 'dueAt', perPage: ROWS } }),
  });
  /** Rows move only as somebody acts on one of them, or when the list is short and there is room for the new one. */
  useNews(({ id }) => {
    const rows = data?.items ?? [];
    if (rows.length < ROWS || rows.some((row) => row.id === id)) void refetch();
  });
  return (
    <section aria-labelledby="urgent-title" className="urgent">
      <h2 id="urgent-title">
        {t(mine ? 'console.desk.urgent-mine' : 'console.desk.urgent')}
        <Link className="aside" to={listAddress({ queue: 'open' })}>
          {t('console.desk.to-list')}
        </Link>
      </h2>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} height={20} />}
      {data?.items.length === 0 && <Empty title={t('console.desk.empty')}>{t('console.desk.empty-why')}</Empty>}
      {data && data.items.length > 0 && (
        <EventTable rows={data.items} columns={columns.shown} onStep={setStep} busy={isFetching} />
      )}
      {step && <StepDrawer step={step} onClose={() => setStep(undefined)} />}
    </section>
  );
}
