import type { EditionView } from '@wangge/contracts';
import type { BookList } from '@wangge/domain';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { Empty } from '../ui/Notice';
import { RowDialog } from './RowDialog';
import { cellWords } from './standard-words';

const SHOWN = 100;

/** The rows of a list; those of a draft are edited one at a time. */
export function RowTable({ edition, list }: { readonly edition: EditionView; readonly list: BookList }) {
  const t = useTexts();
  const labelOf = useLabel();
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<number>();
  const isDraft = edition.state === 'draft';
  const rows = edition.lists[list.name] ?? [];
  const textOf = (row: (typeof rows)[number]) =>
    list.columns.map((column) => cellWords(column, row[column.name] ?? '', edition.names, labelOf));
  const found = rows
    .map((row, at) => ({ at, cells: textOf(row) }))
    .filter(({ cells }) => cells.join(' ').toLowerCase().includes(words.trim().toLowerCase()));
  const wrong = new Set(edition.findings.filter(({ level, list: of }) => level === 'error' && of === list.name).map(({ row }) => row));
  return (
    <>
      <div className="standards-tools">
        <input
          type="search"
          aria-label={t('console.standards.find')}
          placeholder={t('console.standards.find')}
          value={words}
          maxLength={60}
          onChange={({ target }) => setWords(target.value)}
        />
        {isDraft && (
          <button type="button" className="button" onClick={() => setEditing(rows.length)}>
            <Icon name="plus" size={14} />
            {t('console.standards.add')}
          </button>
        )}
        {found.length > SHOWN && <span className="muted">{t('console.standards.shown', { total: found.length, shown: SHOWN })}</span>}
      </div>
      {found.length === 0 && <Empty title={t('console.standards.empty')} />}
      {found.length > 0 && (
        <div className="table-frame">
          <table className="event-table standards-rows">
            <caption className="visually-hidden">{labelOf(list.label)}</caption>
            <thead>
              <tr>
                <th scope="col">#</th>
                {list.columns.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {labelOf(label)}
                  </th>
                ))}
                {isDraft && <th scope="col">{t('console.actions')}</th>}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, SHOWN).map(({ at, cells }) => (
                <tr key={at} className={wrong.has(at + 1) ? 'wrong' : undefined}>
                  <td className="muted">{at + 1}</td>
                  {cells.map((text, index) => (
                    <td key={list.columns[index]?.name}>{text}</td>
                  ))}
                  {isDraft && (
                    <td>
                      <button type="button" className="link" onClick={() => setEditing(at)}>
                        {t('console.standards.edit')}
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing !== undefined && <RowDialog edition={edition} list={list} at={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
