import type { RetentionRuleView } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import { ChangeRuleDialog } from './ChangeRuleDialog';
import { EraseDialog } from './EraseDialog';
import { RetentionRuns } from './RetentionRuns';
import { RuleTable } from './RuleTable';
import { useRetentionRules, useRetentionRuns, useStartRetention } from './retention-queries';

/** For how long what is kept, what is due by now, and what was erased. */
export function RetentionPage() {
  const t = useTexts();
  const rules = useRetentionRules();
  const runs = useRetentionRuns();
  const start = useStartRetention();
  const [changing, setChanging] = useState<RetentionRuleView>();
  const [erasing, setErasing] = useState(false);
  const isBusy = start.isPending || (runs.data?.items.some(({ state }) => state !== 'done') ?? true);
  const error = rules.error ?? runs.error ?? start.error;
  useCrumbs({ text: t('console.retention') });
  return (
    <div className="retention-page">
      <header className="list-head">
        <h1>{t('console.retention')}</h1>
        <span className="muted">{t('console.retention.hint')}</span>
        <span className="retention-buttons">
          <button type="button" className="button" disabled={isBusy} onClick={() => start.mutate('trial')}>
            {t('console.retention.try')}
          </button>
          <button type="button" className="button primary" disabled={isBusy} onClick={() => setErasing(true)}>
            {t('console.retention.erase')}
          </button>
        </span>
      </header>
      {error && <ErrorNotice error={error} onRetry={() => void rules.refetch()} />}
      {!rules.data && !rules.error && <Skeleton lines={9} height={20} />}
      {rules.data && <RuleTable rules={rules.data.items} latest={runs.data?.items[0]} onChange={setChanging} />}
      {runs.data && <RetentionRuns runs={runs.data.items} />}
      {changing && <ChangeRuleDialog rule={changing} onClose={() => setChanging(undefined)} />}
      {erasing && <EraseDialog onClose={() => setErasing(false)} onErase={() => start.mutate('run')} />}
    </div>
  );
}
