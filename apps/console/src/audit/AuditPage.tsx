import type { AuditEntryView } from '@wangge/contracts';
import { useState } from 'react';
import { useLocale } from 'react-admin';
import { GridTree } from '../events/list/GridTree';
import { localeOf } from '../i18n/i18n-provider';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { Icon } from '../ui/Icon';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import { AuditDrawer } from './AuditDrawer';
import { AuditSearch } from './AuditSearch';
import { AuditTable } from './AuditTable';
import { toAuditFilter, useAuditChoice } from './audit-filter';
import { trailAddress, useTrail } from './audit-queries';
import { ChainCheck } from './ChainCheck';

/** The audit trail: to be read, narrowed, verified and taken along, never changed. */
export function AuditPage() {
  const t = useTexts();
  const language = localeOf(useLocale()) === 'en' ? 'en' : 'zh';
  const { choice, choose } = useAuditChoice();
  const filter = toAuditFilter(choice);
  const [opened, setOpened] = useState<AuditEntryView>();
  useCrumbs({ text: t('console.audit') });
  return (
    <div className="list-page audit-page">
      <GridTree counts={false} scope={choice.area || undefined} onSelect={(area) => choose({ area: area ?? '' })} />
      <section className="list-main" aria-labelledby="audit-title">
        <header className="list-head">
          <h1 id="audit-title">{t('console.audit')}</h1>
          <span className="muted">{t('console.audit.hint')}</span>
          <a className="button" href={trailAddress(filter, language)} download>
            <Icon name="download" size={14} />
            {t('console.audit.export')}
          </a>
        </header>
        <ChainCheck />
        <AuditSearch choice={choice} onChoose={choose} />
        <Entries filter={filter} onOpen={setOpened} />
      </section>
      {opened && <AuditDrawer entry={opened} onChoose={choose} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

interface EntriesProps {
  readonly filter: ReturnType<typeof toAuditFilter>;
  readonly onOpen: (entry: AuditEntryView) => void;
}

function Entries({ filter, onOpen }: EntriesProps) {
  const t = useTexts();
  const trail = useTrail(filter);
  const entries = trail.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {trail.error && <ErrorNotice error={trail.error} onRetry={() => void trail.refetch()} />}
      {!trail.data && !trail.error && <Skeleton lines={12} height={20} />}
      {trail.data && entries.length === 0 && <Empty title={t('console.audit.none')}>{t('console.audit.none-why')}</Empty>}
      {entries.length > 0 && <AuditTable entries={entries} busy={trail.isPlaceholderData} onOpen={onOpen} />}
      {trail.hasNextPage && (
        <footer className="audit-more">
          <button type="button" className="button" disabled={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            {t('console.audit.more')}
          </button>
        </footer>
      )}
    </>
  );
}
