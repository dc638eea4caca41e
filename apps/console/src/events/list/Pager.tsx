import { useListContext } from 'react-admin';
import { DEEPEST_ROW } from '../../data/data-provider';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { pageNumbers } from './page-numbers';

interface PageControlsProps {
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly atLeast: boolean;
  readonly setPage: (page: number) => void;
}

/** Of the list around it. */
export function Pager() {
  const { page, perPage, total = 0, setPage, meta } = useListContext();
  return <PageControls page={page} perPage={perPage} total={total} atLeast={meta?.totalIs === 'atLeast'} setPage={setPage} />;
}

/** Where the reader is in how many; beyond the deepest page the filter has to be narrowed. */
export function PageControls({ page, perPage, total, atLeast, setPage }: PageControlsProps) {
  const t = useTexts();
  const from = total === 0 ? 0 : (page - 1) * perPage + 1;
  const pages = Math.max(1, Math.min(Math.ceil(total / perPage), Math.floor(DEEPEST_ROW / perPage)));
  return (
    <nav className="pager" aria-label={t('console.pages')}>
      <span>
        {t('console.page-range', { from, to: Math.min(page * perPage, total) })}{' '}
        <b>{t(atLeast ? 'console.total-at-least' : 'console.total', { count: total })}</b>
      </span>
      <span className="muted">
        {pages * perPage < total
          ? t('console.page-deepest', { count: pages * perPage })
          : t('console.per-page', { count: perPage })}
      </span>
      <div className="pages">
        <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)} aria-label={t('console.page.previous')}>
          <Icon name="left" />
        </button>
        {pageNumbers(page, pages).map((number, index) =>
          number === undefined ? (
            <span key={`gap-${index}`} className="muted">
              …
            </span>
          ) : (
            <button
              key={number}
              type="button"
              aria-current={number === page ? 'page' : undefined}
              aria-label={t('console.page', { number })}
              onClick={() => setPage(number)}
            >
              {number}
            </button>
          ),
        )}
        <button type="button" disabled={page >= pages} onClick={() => setPage(page + 1)} aria-label={t('console.page.next')}>
          <Icon name="right" />
        </button>
      </div>
    </nav>
  );
}
