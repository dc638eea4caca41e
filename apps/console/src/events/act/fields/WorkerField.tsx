import type { EventView } from '@wangge/contracts';
import { type T, useTexts } from '../../../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../../../ui/Notice';
import { useWorkers } from '../../event-queries';
import type { FieldProps } from '../field-props';
import { Choices } from './Choices';

/** The grid's own workers come first; left open, the platform takes the first who may. */
export function WorkerField(field: FieldProps) {
  const t = useTexts();
  const { data, error, refetch } = useWorkers(field.event.id);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const workers = data.items.map(({ id, name, gridCode, openTasks }) => ({
    value: id,
    title: name,
    more: [whereWords(gridCode, field.event, t), t('console.worker.tasks', { count: openTasks })].join(' · '),
  }));
  const choices = field.required
    ? workers
    : [{ value: '', title: t('console.worker.nearest'), more: t('console.worker.nearest-why') }, ...workers];
  return <Choices {...field} choices={choices} />;
}

function whereWords(gridCode: string, { chain }: EventView, t: T): string {
  if (gridCode === chain.gridCode) return t('console.worker.own-grid');
  return gridCode.startsWith(chain.communityCode) ? t('console.worker.own-community', { grid: gridCode.slice(-3) }) : gridCode;
}
