import { EventSource, EventStatus } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useStore } from 'react-admin';
import type { EventFilter, Queue } from '../../data/event-filter';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { ClassSelect } from '../ClassSelect';
import { useDepartments } from '../event-queries';

interface SearchFormProps {
  readonly filter: EventFilter;
  readonly onSearch: (filter: EventFilter) => void;
}

/** Filled in first and asked for at once; the queue above and the tree beside it are kept. */
export function SearchForm({ filter, onSearch }: SearchFormProps) {
  const t = useTexts();
  const [draft, setDraft] = useState(filter);
  const [open, setOpen] = useStore('events.search.open', false);
  const set = (part: EventFilter) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(withoutEmpty(draft));
  };
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <label className="search-box words">
          <Icon name="search" />
          <input
            type="search"
            value={draft.q ?? ''}
            maxLength={60}
            placeholder={t('console.search.words')}
            aria-label={t('console.search.words')}
            onChange={({ target }) => set({ q: target.value })}
          />
        </label>
        <ClassSelect
          id="search-class"
          label={t('field.classCode')}
          value={draft.classCode ?? ''}
          onChange={(classCode) => set({ classCode: classCode ?? '' })}
        />
        <DepartmentSelect value={draft.departmentId ?? ''} onChange={(departmentId) => set({ departmentId })} />
        <span className="buttons">
          <button type="submit" className="button accent">
            {t('console.search.go')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => onSearch({ ...(filter.scope && { scope: filter.scope }), queue: 'open' })}
          >
            {t('console.search.reset')}
          </button>
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'console.search.fewer' : 'console.search.more')}
            <Icon name={open ? 'up' : 'down'} size={12} />
          </button>
        </span>
        {open && <MoreFields draft={draft} onChange={set} />}
      </form>
    </search>
  );
}

function MoreFields({ draft, onChange }: { readonly draft: EventFilter; readonly onChange: (part: EventFilter) => void }) {
  const t = useTexts();
  const queues: readonly Queue[] = ['open', 'soon', 'overdue', 'ended', 'all', ...EventStatus.options];
  const nameOf = (queue: Queue) => (isStatus(queue) ? t(`status.${queue}`) : t(`console.queue.${queue}`));
  const queueOf = (name: string) => queues.find((queue) => queue === name) ?? 'open';
  return (
    <>
      <label className="select-box">
        <span>{t('console.column.reported')}</span>
        <input
          type="date"
          aria-label={t('console.search.from')}
          value={draft.from ?? ''}
          max={draft.to}
          onChange={({ target }) => onChange({ from: target.value })}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          aria-label={t('console.search.to')}
          value={draft.to ?? ''}
          min={draft.from}
          onChange={({ target }) => onChange({ to: target.value })}
        />
      </label>
      <label className="select-box">
        <span>{t('console.status')}</span>
        <select value={draft.queue ?? 'open'} onChange={({ target }) => onChange({ queue: queueOf(target.value) })}>
          {queues.map((queue) => (
            <option key={queue} value={queue}>
              {nameOf(queue)}
            </option>
          ))}
        </select>
      </label>
      <label className="select-box">
        <span>{t('console.source')}</span>
        <select
          value={draft.source ?? ''}
          onChange={({ target }) => onChange({ source: EventSource.safeParse(target.value).data })}
        >
          <option value="">{t('console.any')}</option>
          {EventSource.options.map((source) => (
            <option key={source} value={source}>
              {t(`source.${source}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function DepartmentSelect({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const t = useTexts();
  const { data } = useDepartments();
  return (
    <label className="select-box">
      <span>{t('console.department')}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('console.any')}</option>
        {data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

const isStatus = (queue: Queue): queue is EventStatus => EventStatus.safeParse(queue).success;

function withoutEmpty(filter: EventFilter): EventFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
}
