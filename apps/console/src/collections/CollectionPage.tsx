import { type CollectionPart, collectionsApi, type CollectionView } from '@wangge/contracts';
import { instantWords, placePath } from '@wangge/look';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useMay } from '../layout/use-me';
import { recordAddress } from '../registers/register-address';
import { useRegister } from '../registers/register-queries';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import { COLLECTIONS } from './collection-address';
import { useCollection, useCollectionDeed, useCollectionRows } from './collection-queries';
import { EndButtons } from './EndButtons';
import { ExportTableDialog } from './ExportTableDialog';
import { Progress } from './Progress';
import { RowTable } from './RowTable';

/** One table: how far each unit grid is, and its rows. */
export function CollectionPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const { data, error, refetch } = useCollection(id);
  useCrumbs({ text: t('console.collections'), to: COLLECTIONS }, { text: data?.title ?? '' });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return data ? <Shown collection={data} /> : <Skeleton lines={12} height={20} />;
}

function Shown({ collection }: { readonly collection: CollectionView }) {
  const t = useTexts();
  const [gridCode, setGridCode] = useState<string>();
  return (
    <section className="collections-page" aria-labelledby="collection-title">
      <header className="list-head">
        <h1 id="collection-title">{collection.title}</h1>
        <span className={`collection-state ${collection.state}`}>{t(`console.collections.state.${collection.state}`)}</span>
        <Tools collection={collection} />
      </header>
      <div className="collection-body">
        <Facts collection={collection} />
        <Parts parts={collection.parts} chosen={gridCode} onChoose={setGridCode} />
        <Rows collection={collection} gridCode={gridCode} />
      </div>
    </section>
  );
}

function Tools({ collection }: { readonly collection: CollectionView }) {
  const t = useTexts();
  const mayExport = useMay('register.export');
  const [isExporting, setExporting] = useState(false);
  const recheck = useCollectionDeed((id: string) => client.call(collectionsApi.recheck, { params: { id } }));
  return (
    <div className="collection-tools">
      {recheck.error && <ErrorNotice error={recheck.error} />}
      {collection.mayEnd && (
        <button type="button" className="button" disabled={recheck.isPending} title={t('console.collections.recheck-why')} onClick={() => recheck.mutate(collection.id)}>
          {t('console.collections.recheck')}
        </button>
      )}
      {mayExport && (
        <button type="button" className="button" onClick={() => setExporting(true)}>
          <Icon name="export" />
          {t('console.exports.open')}
        </button>
      )}
      {isExporting && <ExportTableDialog collection={collection} onClose={() => setExporting(false)} />}
      {collection.mayEnd && <EndButtons collection={collection} />}
    </div>
  );
}

function Facts({ collection }: { readonly collection: CollectionView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const register = useRegister(collection.register);
  const now = new Date();
  const facts = [
    collection.scopeName,
    register ? labelOf(register.label) : collection.register,
    t('console.collections.rows', { count: collection.rows }),
    ...(collection.isFiltered ? [t('console.exports.filtered')] : []),
    collection.author,
    instantWords(collection.createdAt, now, t),
    ...(collection.dueOn ? [t('console.collections.due', { date: collection.dueOn })] : []),
  ];
  return (
    <div className="collection-facts">
      <p className="muted">{facts.join(' · ')}</p>
      <Progress items={collection.items} done={collection.done} />
    </div>
  );
}

interface PartsProps {
  readonly parts: readonly CollectionPart[];
  readonly chosen: string | undefined;
  readonly onChoose: (gridCode: string | undefined) => void;
}

function Parts({ parts, chosen, onChoose }: PartsProps) {
  const t = useTexts();
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts-title">
      <h2 id="parts-title">{t('console.collections.by-grid')}</h2>
      <ul className="collection-parts">
        {parts.map((part) => (
          <li key={part.id}>
            <button type="button" aria-pressed={part.gridCode === chosen} onClick={() => onChoose(part.gridCode === chosen ? undefined : part.gridCode)}>
              <span className="part-name">{placePath(part.names).slice(-2).join(' / ')}</span>
              <Progress items={part.items} done={part.done} short />
              <span className={part.workers.length > 0 ? 'muted' : 'soon'}>
                {part.workers.length > 0 ? part.workers.join(t('list.comma')) : t('console.collections.no-worker')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ collection, gridCode }: { readonly collection: CollectionView; readonly gridCode: string | undefined }) {
  const t = useTexts();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useCollectionRows(collection.id, gridCode);
  const rows = data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="rows-title" aria-busy={isFetching}>
      <h2 id="rows-title">{t('console.collections.table')}</h2>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Skeleton lines={8} height={20} />}
      {rows?.length === 0 && <Empty title={t('console.collections.no-rows')} />}
      {rows && rows.length > 0 && <RowTable fields={collection.fields} rows={rows} addressOf={({ recordId }) => recordAddress(collection.register, recordId)} />}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetching} onClick={() => void fetchNextPage()}>
          {t('console.collections.more-rows')}
        </button>
      )}
    </section>
  );
}
