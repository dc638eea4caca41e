import { useTexts } from '../i18n/use-texts';

interface ProgressProps {
  readonly text: string;
  readonly done: number;
  /** Unknown while the file is being read. */
  readonly total: number | undefined;
}

/** The page may be left: the work goes on, and is found again in the list. */
export function Progress({ text, done, total }: ProgressProps) {
  const t = useTexts();
  return (
    <section className="import-progress" aria-live="polite">
      <strong>{text}</strong>
      <progress max={total ?? undefined} value={total === undefined ? undefined : Math.min(done, total)} aria-label={text} />
      <span>
        {total === undefined
          ? t('console.import.rows-done', { count: done })
          : t('console.import.rows-of', { count: done, total })}
      </span>
      <p className="muted">{t('console.import.may-leave')}</p>
    </section>
  );
}
