import { useTexts } from '../../../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../../../ui/Notice';
import { useDepartments } from '../../event-queries';
import type { FieldProps } from '../field-props';

/** Departments to be called; the one that leads the case is not among them. */
export function DepartmentsField({ id, label, fault, event, chosen, onChange }: FieldProps & { readonly chosen: readonly string[] }) {
  const t = useTexts();
  const { data, error, refetch } = useDepartments();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const toggle = (department: string) =>
    onChange(chosen.includes(department) ? chosen.filter((other) => other !== department) : [...chosen, department]);
  return (
    <fieldset className="choices" aria-invalid={fault !== undefined} aria-describedby={fault && `${id}-fault`}>
      <legend>
        {label}
        <span className="muted">{t('console.several')}</span>
      </legend>
      {data.items
        .filter((department) => department.id !== event.departmentId)
        .map((department, index) => (
          <label key={department.id} className={chosen.includes(department.id) ? 'choice on' : 'choice'}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={chosen.includes(department.id)}
              onChange={() => toggle(department.id)}
            />
            <span className="choice-title">{department.name}</span>
          </label>
        ))}
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
