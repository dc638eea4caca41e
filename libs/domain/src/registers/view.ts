import type { RegisterField, RegisterView } from '@wangge/contracts';
import { hasPermission, type Viewer } from '../access/viewer.js';
import { likenessFields } from './likeness/likeness.js';
import { type FieldDefinition, isBySystem, type RegisterDefinition } from './definition.js';

/** A register as the viewer's screens draw it. */
export function toRegisterView(definition: RegisterDefinition, viewer: Pick<Viewer, 'assignments'>): RegisterView {
  const { name, element, label, geometry, titleField, fields, flow, likeness, moving, storage } = definition;
  const isOpen = storage?.closed !== true;
  return {
    name,
    element,
    label,
    geometry,
    titleField,
    fields: fields.map((field) => toRegisterField(definition, field)),
    flow: flow ?? null,
    mayWrite: isOpen && hasPermission(viewer, 'register.write'),
    mayReveal: hasPermission(viewer, 'register.reveal'),
    mayDelete: isOpen && hasPermission(viewer, 'register.delete'),
    mayMerge: isOpen && hasPermission(viewer, 'register.merge'),
    mayMove: isOpen && hasPermission(viewer, 'register.move'),
    movingFields: [...(moving?.fields ?? [])],
    likenessFields: likeness ? [...likenessFields(likeness)] : [],
    own: storage ? { version: storage.version, closed: storage.closed } : null,
  };
}

/** A field as the screens draw it, in lists, forms and tables. */
export function toRegisterField(definition: Pick<RegisterDefinition, 'flow'>, field: FieldDefinition): RegisterField {
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
    bySystem: isBySystem(definition, field),
    shownWhen: field.shownWhen ?? null,
  };
}
