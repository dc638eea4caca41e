import type { EventRow } from '@wangge/contracts';
import { useState } from 'react';
import { ListBase, useListContext, useStore } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EventFilter } from '../../data/event-filter';
import { useTexts } from '../../i18n/use-texts';
import { useCrumbs } from '../../layout/crumbs';
import { useMay, useMe } from '../../layout/use-me';
import { Icon } from '../../ui/Icon';
import { Empty, ErrorNotice, Skeleton } from '../../ui/Notice';
import { StepDrawer, type StepToTake } from '../act/StepDrawer';
import { ColumnChooser } from './ColumnChooser';
import { useColumns } from './columns';
import { EventMap } from './EventMap';
import { EventTable } from './EventTable';
import { GridTree } from './GridTree';
import { Pager } from './Pager';
import { QueueChips } from './QueueChips';
import { SearchForm } from './SearchForm';
import { useArrivals } from './use-arrivals';

const ROW = 40;
/** Bars above and below the rows. */
const AROUND = 48 + 56 + 56 + 48 + 40 + 48;
const rowsThatFit = () => Math.min(50, Math.max(10, Math.floor((window.innerHeight - AROUND) / ROW)));

export function EventList() {
  const t = useTexts();
  const me = useMe();
  const [perPage] = useState(rowsThatFit);
  useCrumbs({ text: t('console.events') });
  return (
    <ListBase<EventRow>
      resource="events"
      storeKey={`${me.id}.events`}
      sort={{ field: 'dueAt', order: 'ASC' }}
      filterDefaultValues={{ queue: 'open' }}
      perPage={perPage}
      disableSyncWithLocation={false}
    >
      <EventListPage />
    </ListBase>
  );
}

function EventListPage() {
  const t = useTexts();
  const mayReport = useMay('event.report');
  const { filterValues, setFilters } = useListContext<EventRow>();
  const filter: EventFilter = filterValues;
  const apply = (next: EventFilter) => setFilters(next, undefined, false);
  return (
    <div className="list-page">
      <GridTree scope={filter.scope} onSelect={(scope) => apply({ ...filter, scope })} />
      <section className="list-main" aria-labelledby="list-title">
        <header className="list-head">
          <h1 id="list-title">{t('console.events.title')}</h1>
          <QueueChips filter={filter} onSelect={(queue) => apply({ ...filter, queue })} onNarrow={(part) => apply(withoutUndefined({ ...filter, ...part }))} />
          {mayReport && (
            <Link className="button primary" to="/events/create">
              <Icon name="plus" size={14} />
              {t('console.report')}
            </Link>
          )}
        </header>
        <SearchForm key={JSON.stringify(filter)} filter={filter} onSearch={apply} />
        <Rows filter={filter} onFilter={apply} />
      </section>
    </div>
  );
}

function Rows({ filter, onFilter }: { readonly filter: EventFilter; readonly onFilter: (filter: EventFilter) => void }) {
  const t = useTexts();
  const [view, setView] = useStore<'list' | 'map'>('events.view', 'list');
  const { sort, refetch } = useListContext<EventRow>();
  const columns = useColumns();
  const arrivals = useArrivals(filter);
  const order = sort.field === 'dueAt' ? 'urgent' : sort.order === 'ASC' ? 'oldest' : 'newest';
  return (
    <>
      <div className="list-bar">
        <span className="muted">{t(`console.order.${order}`)}</span>
        {arrivals.count > 0 && (
          <button
            type="button"
            className="link arrivals"
            onClick={() => {
              arrivals.clear();
              void refetch();
            }}
          >
            <Icon name="arrived" size={12} />
            {t('console.arrived', { count: arrivals.count })}
          </button>
        )}
        <span className="visually-hidden" role="status">
          {arrivals.count > 0 ? t('console.arrived', { count: arrivals.count }) : ''}
        </span>
        <div className="list-tools">
          {view === 'list' && <ColumnChooser columns={columns.choosable} onToggle={columns.toggle} />}
          <fieldset className="segments">
            <legend className="visually-hidden">{t('console.view')}</legend>
            {(['list', 'map'] as const).map((name) => (
              <button type="button" key={name} aria-pressed={view === name} onClick={() => setView(name)}>
                <Icon name={name} />
                {t(`console.view.${name}`)}
              </button>
            ))}
          </fieldset>
        </div>
      </div>
      {view === 'map' ? <EventMap filter={filter} /> : <TableOfRows columns={columns} filter={filter} onFilter={onFilter} />}
    </>
  );
}

interface TableOfRowsProps {
  readonly columns: ReturnType<typeof useColumns>;
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
}

function TableOfRows({ columns, filter, onFilter }: TableOfRowsProps) {
  const t = useTexts();
  const { data, error, isPending, isFetching, refetch, sort, setSort } = useListContext<EventRow>();
  const [step, setStep] = useState<StepToTake>();
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isPending || !data) return <Skeleton lines={12} height={20} />;
  return (
    <>
      {data.length === 0 ? (
        <Empty title={t('console.list.empty')}>
          {t('console.list.empty-why')}
          <button
            type="button"
            className="link"
            onClick={() => onFilter({ queue: 'all', ...(filter.scope && { scope: filter.scope }) })}
          >
            {t('console.list.show-all')}
          </button>
        </Empty>
      ) : (
        <EventTable rows={data} columns={columns.shown} sort={sort} onSort={setSort} onStep={setStep} busy={isFetching} />
      )}
      <Pager />
      {step && <StepDrawer step={step} onClose={() => setStep(undefined)} />}
    </>
  );
}

/** A chip that is switched off leaves the address. */
function withoutUndefined(filter: EventFilter): EventFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
