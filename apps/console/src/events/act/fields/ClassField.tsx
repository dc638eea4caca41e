import { useTexts } from '../../../i18n/use-texts';
import { ClassSelect } from '../../ClassSelect';
import type { FieldProps } from '../field-props';

export function ClassField({ id, label, required, fault, value, onChange }: FieldProps) {
  const t = useTexts();
  return (
    <ClassSelect
      id={id}
      label={label}
      required={required}
      fault={fault ?? t('console.class.help')}
      wrong={fault !== undefined}
      value={value}
      onChange={onChange}
    />
  );
}
