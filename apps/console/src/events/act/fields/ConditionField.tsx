import { limitWords } from '@wangge/look';
import { useTexts } from '../../../i18n/use-texts';
import { ErrorNotice, Notice, Skeleton } from '../../../ui/Notice';
import { useConditions } from '../../event-queries';
import type { FieldProps } from '../field-props';
import { Choices } from './Choices';

/** The filing condition fixes the limit, so each one shows its own. */
export function ConditionField({ classCode, ...field }: FieldProps & { readonly classCode: string }) {
  const t = useTexts();
  const { data, error, refetch } = useConditions(classCode || undefined);
  if (!classCode) return <Notice kind="info">{t('console.condition.class-first')}</Notice>;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const choices = data.items.map(({ id, filing, closing, limit, fromStandard }) => ({
    value: id,
    title: (
      <>
        <span>{filing}</span>
        <b className="limit" title={limit.text}>
          {limitWords(limit.minutes, limit.basis, t)}
        </b>
      </>
    ),
    more: fromStandard
      ? t('console.condition.closing', { closing })
      : `${t('console.condition.closing', { closing })} ${t('console.condition.default')}`,
  }));
  return <Choices {...field} choices={choices} />;
}
