import type { RegisterField, RegisterView } from '@wangge/contracts';
import { isPersonal } from './register-words';

export interface FieldGroup {
  readonly name: 'basics' | 'personal';
  readonly fields: readonly RegisterField[];
}

/** What is anybody's business apart from what is a person's own; the group of the name stands first. */
export function fieldGroups({ fields, titleField }: RegisterView): readonly FieldGroup[] {
  const groups: readonly FieldGroup[] = [
    { name: 'basics', fields: fields.filter((field) => !isPersonal(field)) },
    { name: 'personal', fields: fields.filter(isPersonal) },
  ];
  const filled = groups.filter((group) => group.fields.length > 0);
  return filled.sort((a, b) => Number(hasTitle(b, titleField)) - Number(hasTitle(a, titleField)));
}

const hasTitle = ({ fields }: FieldGroup, titleField: string): boolean => fields.some(({ name }) => name === titleField);
