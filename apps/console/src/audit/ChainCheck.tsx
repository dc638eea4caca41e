import { type AuditVerification } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { type T, useTexts } from '../i18n/use-texts';
import { ErrorNotice, Notice } from '../ui/Notice';
import { useNow } from '../ui/use-now';
import { useVerification, useVerify } from './audit-queries';

/** Computes the chain again and says what came of it; the page may be left meanwhile. */
export function ChainCheck() {
  const t = useTexts();
  const { data, error } = useVerification();
  const verify = useVerify();
  const latest = data?.verification ?? undefined;
  const isRunning = latest?.state === 'running';
  return (
    <div className="chain-check" aria-live="polite">
      <button type="button" className="button" disabled={isRunning || verify.isPending} onClick={() => verify.mutate()}>
        {t('console.audit.verify')}
      </button>
      {isRunning ? <Running given={latest} /> : latest && <Result given={latest} />}
      {(verify.error ?? error) && <ErrorNotice error={verify.error ?? error} />}
    </div>
  );
}

function Running({ given: { checked, total } }: { readonly given: AuditVerification }) {
  const t = useTexts();
  const text = t('console.audit.verifying', { checked, total });
  return (
    <span className="chain-running">
      <progress max={Math.max(total, 1)} value={checked} aria-label={text} />
      {text}
    </span>
  );
}

function Result({ given }: { readonly given: AuditVerification }) {
  const t = useTexts();
  const now = useNow();
  const when = instantWords(given.finishedAt ?? given.startedAt, now, t);
  return <Notice kind={given.state === 'whole' ? 'done' : given.state === 'broken' ? 'error' : 'warning'}>{resultWords(given, when, t)}</Notice>;
}

function resultWords({ state, what, brokenAt, checked, requestedBy }: AuditVerification, when: string, t: T): string {
  if (state === 'whole') return t('console.audit.whole', { when, count: checked, name: requestedBy });
  if (state === 'broken')
    return t(what === 'altered' ? 'console.audit.broken-altered' : 'console.audit.broken-removed', { when, link: brokenAt ?? 0 });
  return t('console.audit.interrupted', { when });
}
