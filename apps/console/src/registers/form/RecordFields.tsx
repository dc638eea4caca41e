import type { RecordView, RegisterView } from '@wangge/contracts';
import { useTexts } from '../../i18n/use-texts';
import { fieldGroups } from '../field-groups';
import { FieldInput } from './FieldInput';
import { askedFields } from '@wangge/domain';
import type { RecordForm } from './use-record-form';

interface RecordFieldsProps {
  readonly register: RegisterView;
  readonly form: RecordForm;
  readonly record?: RecordView;
  readonly seen?: RecordView;
}

/** The inputs of a record in the groups its page shows them in. */
export function RecordFields({ register, form, record, seen }: RecordFieldsProps) {
  const t = useTexts();
  const asked = askedFields(register, form.draft, record);
  return fieldGroups({ ...register, fields: [...asked] }).map(({ name: group, fields }) => (
    <fieldset key={group} className="record-fields">
      <legend>{t(`console.registers.${group}`)}</legend>
      {fields.map((field) => (
        <div key={field.name} className={field.kind === 'long-text' ? 'wide' : undefined}>
          <FieldInput
            id={form.idOf(field.name)}
            field={field}
            draft={form.draft}
            record={record}
            seen={seen}
            fault={form.faults[field.name]}
            onChange={(value) => form.change(field.name, value)}
          />
        </div>
      ))}
    </fieldset>
  ));
}
