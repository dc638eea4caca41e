import { useTexts } from '../i18n/use-texts';

/** How many of the records that lacked something are complete. Where nothing was missing there is nothing to wait for. */
export function Progress({ items, done, short = false }: { readonly items: number; readonly done: number; readonly short?: boolean }) {
  const t = useTexts();
  if (items === 0) return <p className="collection-progress muted">{t('console.collections.nothing-missing')}</p>;
  return (
    <p className="collection-progress">
      <progress max={items} value={done} aria-label={t('console.collections.progress', { done, items })} />
      <span>{short ? `${done} / ${items}` : t('console.collections.progress', { done, items })}</span>
    </p>
  );
}
