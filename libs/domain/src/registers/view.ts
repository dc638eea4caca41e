import type { RegisterField, RegisterView } from '@wangge/contracts';
import { hasPermission, type Viewer } from '../access/viewer.js';
import { likenessFields } from './likeness/likeness.js';
import type { FieldDefinition, RegisterDefinition } from './definition.js';

/** A register as the viewer's screens draw it. */
export function toRegisterView(definition: RegisterDefinition, viewer: Pick<Viewer, 'assignments'>): RegisterView {
  const { name, element, label, geometry, titleField, fields, likeness, moving } = definition;
  return {
    name,
    element,
    label,
    geometry,
    titleField,
    fields: fields.map(toField),
    mayWrite: hasPermission(viewer, 'register.write'),
    mayReveal: hasPermission(viewer, 'register.reveal'),
    mayDelete: hasPermission(viewer, 'register.delete'),
    mayMerge: hasPermission(viewer, 'register.merge'),
    mayMove: hasPermission(viewer, 'register.move'),
    movingFields: [...(moving?.fields ?? [])],
    likenessFields: likeness ? [...likenessFields(likeness)] : [],
  };
}

function toField(field: FieldDefinition): RegisterField {
  return {
    name: field.name,
    kind: field.kind,
    label: field.label,
    dataClass: field.dataClass,
    mask: field.mask ?? null,
    required: field.required ?? false,
    search: field.search ?? 'none',
    filter: field.filter ?? false,
    sort: field.sort ?? false,
    inList: field.inList ?? false,
    choices: field.choices?.map(({ code, label }) => ({ code, label })) ?? null,
    references: field.references ?? null,
  };
}
