import type { ReactNode } from 'react';
import { sentenceOf } from '../data/errors';
import { useTexts } from '../i18n/use-texts';

/** Something the reader has to know, where he is looking. */
export function Notice({
  kind,
  children,
}: {
  readonly kind: 'error' | 'warning' | 'info' | 'done';
  readonly children: ReactNode;
}) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useTexts();
  return (
    <Notice kind="error">
      <span>{t(sentenceOf(error))}</span>
      {onRetry && (
        <button type="button" className="link" onClick={onRetry}>
          {t('do.retry')}
        </button>
      )}
    </Notice>
  );
}

/** An empty place says what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children && <p>{children}</p>}
    </div>
  );
}

/** Grey bars where text will stand: the page does not jump when it comes. */
export function Skeleton({ lines = 3, height = 14 }: { readonly lines?: number; readonly height?: number }) {
  const t = useTexts();
  return (
    <div className="skeleton" role="status" aria-label={t('console.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} style={{ height, width: `${92 - ((index * 23) % 40)}%` }} />
      ))}
    </div>
  );
}
