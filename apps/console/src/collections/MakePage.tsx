import type { RegisterView } from '@wangge/contracts';
import { collectionsApi } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { v7 as uuid } from 'uuid';
import { client } from '../data/client';
import { GridTree } from '../events/list/GridTree';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { FilterField } from '../registers/list/FilterField';
import { filterFields, type RecordFilter } from '../registers/list/record-filter';
import { useRegisters } from '../registers/register-queries';
import { useLabel } from '../registers/register-words';
import { ErrorNotice, Notice, Skeleton } from '../ui/Notice';
import { collectionAddress, COLLECTIONS } from './collection-address';
import { useCollectionDeed } from './collection-queries';
import { ColumnPicker } from './ColumnPicker';
import { PreviewSection } from './PreviewSection';
import { QuestionRows } from './QuestionRows';
import { faultOf, firstDraft, type TableDraft, tableOf } from './table-draft';

const FIRST = 'residents';

/** A table is put together: whose, where, which columns, what else; what it would be stands beside it. */
export function MakePage() {
  const t = useTexts();
  const { data, error } = useRegisters();
  const [name, setName] = useState(FIRST);
  useCrumbs({ text: t('console.collections'), to: COLLECTIONS }, { text: t('console.collections.make') });
  if (error && !data) return <ErrorNotice error={error} />;
  const register = data?.items.find((each) => each.name === name) ?? data?.items[0];
  if (!data || !register) return <Skeleton lines={12} height={20} />;
  return <MakeTable key={register.name} register={register} registers={data.items} onRegister={setName} />;
}

interface MakeTableProps {
  readonly register: RegisterView;
  readonly registers: readonly RegisterView[];
  readonly onRegister: (name: string) => void;
}

function MakeTable({ register, registers, onRegister }: MakeTableProps) {
  const t = useTexts();
  const [draft, setDraft] = useState(() => firstDraft(register));
  const [asked, setAsked] = useState(false);
  const make = useMake(register);
  const set = (part: Partial<TableDraft>) => setDraft((before) => ({ ...before, ...part }));
  const fault = faultOf(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!fault) make.mutate(draft);
  };
  return (
    <div className="list-page">
      <GridTree counts={false} scope={draft.filter.scope} onSelect={(scope) => set({ filter: { ...draft.filter, scope: scope ?? '' } })} />
      <form className="make-table" onSubmit={submit} noValidate autoComplete="off" aria-labelledby="make-title">
        <h1 id="make-title">{t('console.collections.make')}</h1>
        <Basics register={register} registers={registers} draft={draft} set={set} onRegister={onRegister} asked={asked && fault === 'title'} />
        <Filters register={register} filter={draft.filter} onChange={(filter) => set({ filter })} />
        <ColumnPicker register={register} registers={registers} columns={draft.columns} onChange={(columns) => set({ columns })} />
        <QuestionRows register={register} questions={draft.questions} onChange={(questions) => set({ questions })} />
        <PreviewSection register={register} draft={draft} />
        <footer className="make-foot">
          {asked && fault && <Notice kind="warning">{t(`console.collections.fault.${fault}`)}</Notice>}
          {make.error && <ErrorNotice error={make.error} />}
          <button type="submit" className="button primary" disabled={make.isPending}>
            {t(make.isPending ? 'console.sending' : 'console.collections.send')}
          </button>
        </footer>
      </form>
    </div>
  );
}

function useMake(register: RegisterView) {
  const t = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const [id, setId] = useState(() => uuid());
  return useCollectionDeed(async (draft: TableDraft) => {
    try {
      const made = await client.call(collectionsApi.make, { body: { id, ...tableOf(register, draft) } });
      notify(t('console.collections.sent', { title: made.title }), { type: 'success' });
      await navigate(collectionAddress(made.id));
      return made;
    } catch (reason) {
      // What was refused is sent anew with whatever is chosen next.
      setId(uuid());
      throw reason;
    }
  });
}

interface BasicsProps extends MakeTableProps {
  readonly draft: TableDraft;
  readonly set: (part: Partial<TableDraft>) => void;
  readonly asked: boolean;
}

function Basics({ register, registers, draft, set, onRegister, asked }: BasicsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  return (
    <div className="make-basics">
      <label className="make-title">
        <span>{t('console.collections.title')}</span>
        <input
          value={draft.title}
          maxLength={60}
          required
          aria-invalid={asked}
          placeholder={t('console.collections.title-example')}
          onChange={({ target }) => set({ title: target.value })}
        />
      </label>
      <label>
        <span>{t('console.collections.subject')}</span>
        <select value={register.name} onChange={({ target }) => onRegister(target.value)}>
          {registers.map(({ name, label }) => (
            <option key={name} value={name}>
              {labelOf(label)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('console.collections.due-on')}</span>
        <input type="date" value={draft.dueOn} onChange={({ target }) => set({ dueOn: target.value })} />
      </label>
    </div>
  );
}

interface FiltersProps {
  readonly register: RegisterView;
  readonly filter: RecordFilter;
  readonly onChange: (filter: RecordFilter) => void;
}

/** As in the register's own list. */
function Filters({ register, filter, onChange }: FiltersProps) {
  const t = useTexts();
  const fields = filterFields(register);
  const used = Object.keys(filter).filter((name) => name !== 'scope' && filter[name]).length;
  return (
    <details className="make-section" open={used > 0 || undefined}>
      <summary>{t('console.collections.filter', { count: used })}</summary>
      <div className="search-form make-filters">
        {fields.map((field) => (
          <FilterField key={field.name} field={field} filter={filter} onChange={(part) => onChange({ ...filter, ...part })} />
        ))}
      </div>
    </details>
  );
}
