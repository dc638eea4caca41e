import type { EditionView, StandardChange } from '@wangge/contracts';
import { type BookList, bookOf } from '@wangge/domain';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { Notice } from '../ui/Notice';
import { cellWords } from './standard-words';

const SHOWN = 200;

/** What is otherwise than in the edition before: of a changed row, the columns that differ. */
export function ChangeTable({ edition }: { readonly edition: EditionView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const { lists } = bookOf(edition.book);
  if (edition.changes.length === 0) return <Notice kind="info">{t('console.standards.same')}</Notice>;
  return (
    <div className="table-frame">
      <table className="event-table standards-rows">
        <thead>
          <tr>
            <th scope="col">{t('console.standards.state')}</th>
            <th scope="col">{t('console.standards.place')}</th>
            <th scope="col">{t('console.standards.before')}</th>
            <th scope="col">{t('console.standards.after')}</th>
          </tr>
        </thead>
        <tbody>
          {edition.changes.slice(0, SHOWN).map((change) => {
            const list = lists.find(({ name }) => name === change.list);
            const row = change.after ?? change.before ?? {};
            const key = (list?.key ?? []).map((name) => row[name] ?? '').join(' ');
            return (
              <tr key={`${change.list} ${key}`}>
                <td className={`change-${change.kind}`}>{t(`console.standards.kind.${change.kind}`)}</td>
                <td>
                  {list && labelOf(list.label)} · {key}
                </td>
                <td>{list && <Side list={list} change={change} side="before" names={edition.names} />}</td>
                <td>{list && <Side list={list} change={change} side="after" names={edition.names} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {edition.changes.length > SHOWN && (
        <p className="muted standards-more">{t('console.standards.more', { count: edition.changes.length - SHOWN })}</p>
      )}
    </div>
  );
}

interface SideProps {
  readonly list: BookList;
  readonly change: StandardChange;
  readonly side: 'before' | 'after';
  readonly names: EditionView['names'];
}

function Side({ list, change: { before, after }, side, names }: SideProps) {
  const labelOf = useLabel();
  const row = side === 'before' ? before : after;
  if (!row) return null;
  const differing = list.columns.filter(({ name }) => (before?.[name] ?? '') !== (after?.[name] ?? ''));
  return differing
    .filter(({ name }) => (row[name] ?? '') !== '')
    .map((column) => (
      <div key={column.name}>
        <span className="muted">{labelOf(column.label)}</span> {cellWords(column, row[column.name] ?? '', names, labelOf)}
      </div>
    ));
}
