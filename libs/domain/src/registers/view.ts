import type { RegisterField, RegisterView, TagKind } from '@wangge/contracts';
import { hasPermission, type Viewer } from '../access/viewer.js';
import { attachmentsOf } from './attachments/attachments.js';
import { likenessFields } from './likeness/likeness.js';
import { type FieldDefinition, isBySystem, type RegisterDefinition } from './definition.js';
import { TAG_KINDS, TAG_PERMISSIONS } from './tags/tag-kinds.js';

/** A register as the viewer's screens draw it. */
export function toRegisterView(definition: RegisterDefinition, viewer: Pick<Viewer, 'assignments'>): RegisterView {
  const { name, element, label, geometry, titleField, fields, flow, presentWhen, likeness, moving, storage, backing } = definition;
  const isOpen = storage?.closed !== true && backing === undefined;
  return {
    name,
    element,
    label,
    geometry,
    titleField,
    fields: fields.map((field) => toRegisterField(definition, field)),
    flow: flow ?? null,
    presentWhen: presentWhen ?? null,
    mayWrite: isOpen && hasPermission(viewer, 'register.write'),
    mayReveal: hasPermission(viewer, 'register.reveal'),
    mayDelete: isOpen && hasPermission(viewer, 'register.delete'),
    mayMerge: isOpen && hasPermission(viewer, 'register.merge'),
    mayMove: isOpen && hasPermission(viewer, 'register.move'),
    movingFields: [...(moving?.fields ?? [])],
    likenessFields: likeness ? [...likenessFields(likeness)] : [],
    tagKinds: tagKindsFor(definition, viewer),
    own: storage ? { version: storage.version, closed: storage.closed } : null,
    attachments: attachmentsOf(definition),
  };
}

/** The kinds of tags that the register's records can carry, of the groups that the viewer may read. */
const tagKindsFor = ({ tags = [] }: RegisterDefinition, viewer: Pick<Viewer, 'assignments'>): (TagKind & { mayWrite: boolean })[] =>
  TAG_KINDS.filter(({ group }) => tags.includes(group) && hasPermission(viewer, TAG_PERMISSIONS[group].read)).map((kind) => ({
    ...kind,
    mayWrite: hasPermission(viewer, TAG_PERMISSIONS[kind.group].write),
  }));

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
