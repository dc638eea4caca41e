import type { RegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { isPersonal, useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { type ChoosableColumn, type ColumnGroup, columnGroups } from './column-groups';

interface ColumnPickerProps {
  readonly register: RegisterView;
  readonly registers: readonly RegisterView[];
  readonly columns: ReadonlyMap<string, boolean>;
  readonly onChange: (columns: ReadonlyMap<string, boolean>) => void;
}

/** Fields of the subject and of what it points at, found by name; chosen ones say whether an empty one is asked for. */
export function ColumnPicker({ register, registers, columns, onChange }: ColumnPickerProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const [q, setQ] = useState('');
  const words = q.trim().toLowerCase();
  const isFound = ({ field }: ChoosableColumn) => words === '' || `${field.label.zh} ${field.label.en}`.toLowerCase().includes(words);
  const groups = columnGroups(registers, register)
    .map((group) => ({ ...group, columns: group.columns.filter(isFound) }))
    .filter((group) => group.columns.length > 0);
  const toggle = (key: string, ask: boolean | undefined) => {
    const next = new Map(columns);
    if (ask === undefined) next.delete(key);
    else next.set(key, ask);
    onChange(next);
  };
  return (
    <section className="make-section" aria-labelledby="columns-title">
      <header>
        <h2 id="columns-title">{t('console.collections.columns', { count: columns.size })}</h2>
        <label className="search-box">
          <Icon name="search" />
          <input
            type="search"
            value={q}
            placeholder={t('console.collections.find-column')}
            aria-label={t('console.collections.find-column')}
            onChange={({ target }) => setQ(target.value)}
          />
        </label>
      </header>
      <div className="column-groups">
        {groups.length === 0 && <p className="muted">{t('console.collections.no-column')}</p>}
        {groups.map((group) => (
          <fieldset key={group.way}>
            <legend>{[labelOf(register.label), ...group.path.map(({ label }) => labelOf(label))].join(' › ')}</legend>
            <GroupColumns group={group} columns={columns} onToggle={toggle} />
          </fieldset>
        ))}
      </div>
    </section>
  );
}

interface GroupColumnsProps {
  readonly group: ColumnGroup;
  readonly columns: ReadonlyMap<string, boolean>;
  readonly onToggle: (key: string, ask: boolean | undefined) => void;
}

function GroupColumns({ group, columns, onToggle }: GroupColumnsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  return group.columns.map(({ key, field }) => {
    const ask = columns.get(key);
    const label = labelOf(field.label);
    return (
      <div key={key} className={ask === undefined ? 'column-choice' : 'column-choice on'}>
        <label>
          <input type="checkbox" checked={ask !== undefined} onChange={() => onToggle(key, ask === undefined ? !field.bySystem : undefined)} />
          {label}
          {isPersonal(field) && <small className="muted">{t('console.exports.personal')}</small>}
        </label>
        {ask !== undefined && !field.bySystem && (
          <label className="ask">
            <input
              type="checkbox"
              checked={ask}
              aria-label={t('console.collections.ask-of', { field: label })}
              onChange={() => onToggle(key, !ask)}
            />
            {t('console.collections.ask')}
          </label>
        )}
      </div>
    );
  });
}
