import { useTexts } from '../../../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../../../ui/Notice';
import { useDepartments } from '../../event-queries';
import type { FieldProps } from '../field-props';
import { Choices } from './Choices';

export function DepartmentField(field: FieldProps) {
  const t = useTexts();
  const { data, error, refetch } = useDepartments();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const returned = returnedBy(field);
  const choices = data.items.map(({ id, name }) => ({
    value: id,
    title: name,
    more: name === returned ? t('console.department.returned') : undefined,
  }));
  return <Choices {...field} choices={choices} />;
}

/** The department that sent it back last should not get it again by mistake. */
function returnedBy({ event }: FieldProps): string | null | undefined {
  return event.timeline.filter(({ action }) => action === 'return').at(-1)?.department;
}
