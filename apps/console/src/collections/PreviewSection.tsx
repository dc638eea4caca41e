import type { CollectionField, CollectionPreview, RegisterView } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { ErrorNotice, Notice, Skeleton } from '../ui/Notice';
import { useDebounced } from '../ui/use-debounced';
import { usePreview } from './collection-queries';
import { RowTable } from './RowTable';
import { type TableDraft, tableOf } from './table-draft';

const CALM_MS = 500;
/** A preview has no name of its own. */
const UNNAMED = '--';

/** The first rows, and how much would be asked of whom. */
export function PreviewSection({ register, draft }: { readonly register: RegisterView; readonly draft: TableDraft }) {
  const t = useTexts();
  const calm = useDebounced(draft, CALM_MS);
  const wanted = calm.columns.size > 0 ? { ...tableOf(register, calm), title: UNNAMED, dueOn: null } : undefined;
  const { data, error, isFetching } = usePreview(wanted);
  return (
    <section className="make-section" aria-labelledby="preview-title" aria-busy={isFetching}>
      <h2 id="preview-title">{t('console.collections.preview')}</h2>
      {error && <ErrorNotice error={error} />}
      {!wanted && <p className="muted">{t('console.collections.fault.columns')}</p>}
      {wanted && !data && !error && <Skeleton lines={5} height={18} />}
      {wanted && data && <Preview preview={data} />}
    </section>
  );
}

function Preview({ preview }: { readonly preview: CollectionPreview }) {
  const t = useTexts();
  const labelOf = useLabel();
  const { total, totalIs, items, grids, gridsWithoutWorker, gaps, fields, rows } = preview;
  if (total === 0) return <p className="muted">{t('console.collections.no-rows')}</p>;
  const missing = gaps.flatMap(({ key, count }) => {
    const field = fields.find((each) => each.key === key);
    return count > 0 && field ? [`${nameOf(field, labelOf)} ${count}`] : [];
  });
  return (
    <>
      <p>
        {t(totalIs === 'exact' ? 'console.collections.will-have' : 'console.collections.too-many', { count: total })}{' '}
        {t(items > 0 ? 'console.collections.will-ask' : 'console.collections.asks-nobody', { items, grids })}
      </p>
      {missing.length > 0 && <p className="muted">{t('console.collections.missing', { fields: missing.join(t('list.comma')) })}</p>}
      {gridsWithoutWorker > 0 && <Notice kind="warning">{t('console.collections.without-worker', { count: gridsWithoutWorker })}</Notice>}
      <RowTable fields={fields} rows={rows} />
    </>
  );
}

const nameOf = ({ path, field }: CollectionField, labelOf: ReturnType<typeof useLabel>): string =>
  [...path, field.label].map(labelOf).join(' › ');
