import type { GridDetail } from '@wangge/contracts';
import { placeNameOf } from '@wangge/domain';
import { nameWithin } from '@wangge/look';
import { Link, Navigate, useParams } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { rootOf, useMe } from '../layout/use-me';
import { gridAddress } from '../registers/register-address';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import { GridFigures } from './GridFigures';
import { GridMap } from './GridMap';
import { GridNewest } from './GridNewest';
import { useGridChildren, useGridDetail, useGridPicture } from './picture-queries';

export function OwnGrid() {
  return <Navigate to={gridAddress(rootOf(useMe()))} replace />;
}

/** Everything the viewer may know of a place: its chain, its people at work, its records and events, its outline. */
export function GridPage() {
  const { code = '' } = useParams();
  const t = useTexts();
  const { data: node, error, refetch } = useGridDetail(code);
  useCrumbs({ text: t('console.grid') }, { text: node ? placeNameOf(node.name) : code });
  if (node) return <GridArticle key={code} node={node} />;
  if (error) {
    return (
      <div className="page">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return <Skeleton lines={12} height={20} />;
}

function GridArticle({ node }: { readonly node: GridDetail }) {
  const t = useTexts();
  const { data, error, refetch } = useGridPicture(node.code);
  return (
    <article className="event record grid-page">
      <div className="event-left">
        <header className="event-heading">
          <h1>{placeNameOf(node.name)}</h1>
          <span className="tag">{t(`console.grid.${node.level}`)}</span>
          <span className="muted">{node.code}</span>
          <p className="event-place">
            <Path node={node} />
          </p>
        </header>
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data && <GridFigures code={node.code} picture={data} />}
        {data && <GridNewest code={node.code} picture={data} />}
      </div>
      <aside className="event-right">
        <GridMap node={node} />
        <Children node={node} />
        <Workers node={node} />
      </aside>
    </article>
  );
}

function Path({ node: { path, code } }: { readonly node: GridDetail }) {
  return (
    <span className="path">
      {path.map((above) => (
        <span key={above.code}>
          {above.code === code ? placeNameOf(above.name) : <Link to={gridAddress(above.code)}>{placeNameOf(above.name)}</Link>}
        </span>
      ))}
    </span>
  );
}

function Children({ node: { code, name, level, childCount } }: { readonly node: GridDetail }) {
  const t = useTexts();
  const { data } = useGridChildren(code, childCount > 0);
  if (level === 'grid' || childCount === 0) return null;
  return (
    <section aria-labelledby="children-title">
      <h2 id="children-title">
        {t('console.grid.children')} <span className="related-count">{childCount}</span>
      </h2>
      <ul className="chips">
        {data?.items.map((child) => (
          <li key={child.code}>
            <Link to={gridAddress(child.code)}>{nameWithin(child.name, placeNameOf(name))}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Workers({ node: { workers, level } }: { readonly node: GridDetail }) {
  const t = useTexts();
  if (level === 'district' || level === 'street') return null;
  return (
    <section aria-labelledby="workers-title">
      <h2 id="workers-title">
        {t('console.grid.workers')} <span className="related-count">{workers.length}</span>
      </h2>
      {workers.length === 0 && <p className="muted">{t('console.grid.workers-none')}</p>}
      <ul className="looks">
        {workers.map(({ code, name }) => (
          <li key={code}>
            <b>{name}</b> <span className="muted">{code}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
