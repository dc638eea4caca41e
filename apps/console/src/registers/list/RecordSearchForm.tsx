import type { RegisterField, RegisterView } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useStore } from 'react-admin';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { useLabel } from '../register-words';
import { FilterField } from './FilterField';
import { TagFilter } from './TagFilter';
import { dropEmpty, filterFields, isInterval, type RecordFilter, searchFields } from './record-filter';

interface RecordSearchFormProps {
  readonly register: RegisterView;
  readonly filter: RecordFilter;
  readonly onSearch: (filter: RecordFilter) => void;
}

/** As much as stands beside the words on one line. */
const ROOM = 3;

/** How many of the fields fit, an interval being two. */
function fitting(fields: readonly RegisterField[]): number {
  let room = ROOM;
  const over = fields.findIndex((field) => {
    room -= isInterval(field) || field.references !== null ? 1.5 : 1;
    return room < 0;
  });
  return over < 0 ? fields.length : over;
}

/** Filled in first and asked for at once; the tree beside it is kept. */
export function RecordSearchForm({ register, filter, onSearch }: RecordSearchFormProps) {
  const t = useTexts();
  const [draft, setDraft] = useState(filter);
  const [open, setOpen] = useStore(`registers.${register.name}.search`, false);
  const fields = filterFields(register);
  const set = (part: RecordFilter) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(dropEmpty(draft));
  };
  const inSight = fitting(fields);
  const shown = open ? fields : fields.slice(0, inSight);
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <SearchWords register={register} value={draft.q ?? ''} onChange={(q) => set({ q })} />
        {shown.map((field: RegisterField) => (
          <FilterField key={field.name} field={field} filter={draft} onChange={set} />
        ))}
        <TagFilter register={register} filter={draft} onChange={set} />
        <span className="buttons">
          <button type="submit" className="button accent">
            {t('console.search.go')}
          </button>
          <button type="button" className="button" onClick={() => onSearch({ scope: filter.scope ?? '' })}>
            {t('console.search.reset')}
          </button>
          {fields.length > inSight && (
            <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'console.search.fewer' : 'console.search.more')}
              <Icon name={open ? 'up' : 'down'} size={12} />
            </button>
          )}
        </span>
      </form>
    </search>
  );
}

interface SearchWordsProps {
  readonly register: RegisterView;
  readonly value: string;
  readonly onChange: (q: string) => void;
}

function SearchWords({ register, value, onChange }: SearchWordsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const searched = searchFields(register);
  if (searched.length === 0) return null;
  const words = searched
    .map(({ label, search }) =>
      search === 'exact' ? t('console.registers.search.exact', { field: labelOf(label) }) : labelOf(label),
    )
    .join(t('list.comma'));
  return (
    <label className="search-box words record-words">
      <Icon name="search" />
      <input
        type="search"
        autoComplete="off"
        value={value}
        maxLength={60}
        placeholder={words}
        title={words}
        aria-label={words}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
