import type { FieldValues, RegisterView } from '@wangge/contracts';
import { useTexts } from '../../i18n/use-texts';
import { FieldInput } from '../form/FieldInput';
import { valuesOf } from '@wangge/domain';
import type { RecordForm } from '../form/use-record-form';

interface MovingFieldsProps {
  readonly register: RegisterView;
  readonly form: RecordForm;
}

/** What belongs to the new place: household, building, address, as the definition says. */
export function MovingFields({ register, form }: MovingFieldsProps) {
  const t = useTexts();
  const fields = register.fields.filter(({ name }) => register.movingFields.includes(name));
  return (
    <>
      <p className="muted">{t('console.move.beside')}</p>
      <div className="record-fields">
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            id={form.idOf(field.name)}
            field={field}
            draft={form.draft}
            record={undefined}
            seen={undefined}
            fault={form.faults[field.name]}
            onChange={(value) => form.change(field.name, value)}
          />
        ))}
      </div>
    </>
  );
}

export const movingValues = (register: RegisterView, form: RecordForm): FieldValues => valuesOf(register, form.draft, undefined);
