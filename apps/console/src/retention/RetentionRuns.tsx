import type { RetentionRun } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useTexts } from '../i18n/use-texts';
import { useNow } from '../ui/use-now';

const sum = (run: RetentionRun, of: 'due' | 'erased'): number => run.results.reduce((total, result) => total + result[of], 0);

/** The last trials and runs; the one under way tells how many rules it is through. */
export function RetentionRuns({ runs }: { readonly runs: readonly RetentionRun[] }) {
  const t = useTexts();
  const now = useNow();
  return (
    <section className="retention-runs" aria-labelledby="retention-runs">
      <h2 id="retention-runs">{t('console.retention.runs')}</h2>
      {runs.length === 0 && <p className="muted">{t('console.retention.no-runs')}</p>}
      <ul aria-live="polite">
        {runs.map((run) => (
          <li key={run.id}>
            <time className="muted" dateTime={run.startedAt}>
              {instantWords(run.startedAt, now, t)}
            </time>
            <b>{t(`console.retention.kind.${run.kind}`)}</b>
            <span>{run.requestedBy ?? t('console.retention.by-itself')}</span>
            {run.state === 'done' ? (
              <span>{t(`console.retention.result.${run.kind}`, { due: sum(run, 'due'), erased: sum(run, 'erased') })}</span>
            ) : (
              <span className="chain-running">
                <progress max={run.rules} value={run.results.length} aria-label={t('console.retention.running')} />
                {t('console.retention.progress', { done: run.results.length, total: run.rules, erased: sum(run, 'erased') })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
