import { BookName, type EditionSummary } from '@wangge/contracts';
import { bookOf } from '@wangge/domain';
import { instantWords } from '@wangge/look';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useMay } from '../layout/use-me';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import { Segments } from '../ui/Segments';
import { useNow } from '../ui/use-now';
import { EditionState } from './EditionState';
import { useDraft, useEditions } from './standard-queries';

/** 标准: the editions of each book, and the way to the next one. */
export function StandardsPage() {
  const t = useTexts();
  const may = useMay('standard.edit');
  const labelOf = useLabel();
  const [address, setAddress] = useSearchParams();
  const book = BookName.options.find((each) => each === address.get('book')) ?? 'filing';
  useCrumbs({ text: t('console.standards') });
  if (!may) return null;
  return (
    <section className="accounts standards" aria-labelledby="standards-title">
      <header className="list-head">
        <h1 id="standards-title">{t('console.standards')}</h1>
        <Segments
          label={t('console.standards.book')}
          options={BookName.options}
          chosen={book}
          wordsOf={(each) => labelOf(bookOf(each).label)}
          onChoose={(each) => setAddress({ book: each })}
        />
        <DraftButton book={book} />
      </header>
      <p className="muted standards-why">{t('console.standards.why')}</p>
      <Editions book={book} />
    </section>
  );
}

function DraftButton({ book }: { readonly book: BookName }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { data } = useEditions(book);
  const draft = useDraft();
  const known = data?.items.find(({ state }) => state === 'draft');
  const open = () => {
    if (known) void navigate(`/standards/${known.id}`);
    else draft.mutate(book, { onSuccess: (made) => made && void navigate(`/standards/${made.id}`) });
  };
  return (
    <>
      {draft.error && <ErrorNotice error={draft.error} />}
      <button type="button" className="button primary" disabled={!data || draft.isPending} onClick={open}>
        <Icon name="plus" size={14} />
        {t(known ? 'console.standards.go-on' : 'console.standards.draft')}
      </button>
    </>
  );
}

function Editions({ book }: { readonly book: BookName }) {
  const t = useTexts();
  const { data, error, refetch } = useEditions(book);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={5} height={20} />;
  const why = book === 'filing' || book === 'calendar' ? 'console.standards.none-why' : 'console.standards.none-own';
  if (data.items.length === 0) return <Empty title={t('console.standards.none')}>{t(why)}</Empty>;
  return <EditionTable editions={data.items} />;
}

function EditionTable({ editions }: { readonly editions: readonly EditionSummary[] }) {
  const t = useTexts();
  const now = useNow();
  const titles = ['number', 'state', 'effective', 'rows', 'note', 'updated'] as const;
  return (
    <div className="table-frame">
      <table className="event-table">
        <caption className="visually-hidden">{t('console.standards')}</caption>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {t(`console.standards.${title}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <tr key={edition.id}>
              <td>
                <Link to={`/standards/${edition.id}`}>{t('console.standards.number-is', { number: edition.number })}</Link>
              </td>
              <td>
                <EditionState edition={edition} />
              </td>
              <td>{edition.effectiveOn ?? t('unit.none')}</td>
              <td>{edition.rows}</td>
              <td>{edition.note}</td>
              <td className="muted">
                {t('console.standards.updated-by', { who: edition.updatedBy, when: instantWords(edition.updatedAt, now, t) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
