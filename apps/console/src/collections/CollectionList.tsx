import type { CollectionSummary } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useRegister } from '../registers/register-queries';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import { collectionAddress, MAKE_COLLECTION } from './collection-address';
import { useCollections } from './collection-queries';
import { Progress } from './Progress';

/** The tables of the viewer's area, the newest first. */
export function CollectionList() {
  const t = useTexts();
  const { data, error, refetch } = useCollections();
  useCrumbs({ text: t('console.collections') });
  return (
    <section className="collections-page" aria-labelledby="collections-title">
      <header className="list-head">
        <h1 id="collections-title">{t('console.collections')}</h1>
        <span className="muted">{t('console.collections.about')}</span>
        <Link className="button accent make" to={MAKE_COLLECTION}>
          <Icon name="plus" />
          {t('console.collections.make')}
        </Link>
      </header>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} height={56} />}
      {data?.items.length === 0 && (
        <Empty title={t('console.collections.none')}>
          {t('console.collections.none-why')} <Link to={MAKE_COLLECTION}>{t('console.collections.make')}</Link>
        </Empty>
      )}
      <ul className="collections">
        {data?.items.map((each) => (
          <Card key={each.id} collection={each} />
        ))}
      </ul>
    </section>
  );
}

function Card({ collection }: { readonly collection: CollectionSummary }) {
  const t = useTexts();
  const labelOf = useLabel();
  const register = useRegister(collection.register);
  const now = new Date();
  return (
    <li>
      <div className="collection-head">
        <Link to={collectionAddress(collection.id)}>
          <strong>{collection.title}</strong>
        </Link>
        <span className={`collection-state ${collection.state}`}>{t(`console.collections.state.${collection.state}`)}</span>
      </div>
      <p className="muted">
        {[
          collection.scopeName,
          register ? labelOf(register.label) : collection.register,
          t('console.collections.rows', { count: collection.rows }),
          collection.author,
          instantWords(collection.createdAt, now, t),
          ...(collection.dueOn ? [t('console.collections.due', { date: collection.dueOn })] : []),
        ].join(' · ')}
      </p>
      <Progress items={collection.items} done={collection.done} />
    </li>
  );
}
