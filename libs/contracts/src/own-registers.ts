import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { DataClass, Element, FieldKind, Label, MaskKind, RecordGeometry, RegisterName } from './registers.js';
import { Id, Instant, queryInteger, words } from './values.js';

/** Registers of a district's own all begin so: no register of the platform ever does, so neither hides the other. */
export const OwnRegisterName = z
  .string()
  .max(40)
  .regex(/^own(-[a-z]+)+$/);
export type OwnRegisterName = z.infer<typeof OwnRegisterName>;

export const OwnLabel = z.strictObject({ zh: words(30, 1), en: words(60, 1) });

/** camelCase, as in the API. */
export const OwnFieldName = z
  .string()
  .max(30)
  .regex(/^[a-z][a-zA-Z0-9]+$/);

/** Codes stand in filters, which are parted by commas. */
const OwnChoice = z.strictObject({ code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/), label: OwnLabel });

export const OwnField = z.strictObject({
  name: OwnFieldName,
  kind: FieldKind,
  label: OwnLabel,
  dataClass: DataClass,
  /** Null where the kind says it, or nothing is masked. */
  mask: MaskKind.nullable().default(null),
  required: z.boolean().default(false),
  search: z.enum(['prefix', 'exact', 'none']).default('none'),
  filter: z.boolean().default(false),
  sort: z.boolean().default(false),
  inList: z.boolean().default(false),
  choices: z.array(OwnChoice).max(300).nullable().default(null),
  references: RegisterName.nullable().default(null),
  /** Longest text. */
  most: z.int().min(1).max(2000).nullable().default(null),
  range: z.tuple([z.number(), z.number()]).nullable().default(null),
  /** No longer asked for and no longer shown; its values are kept. */
  retired: z.boolean().default(false),
});
export type OwnField = z.infer<typeof OwnField>;

/** A register as a district defines it: the same as the platform's own definitions, as data. */
export const OwnDefinition = z.strictObject({
  element: Element,
  label: OwnLabel,
  geometry: RecordGeometry,
  titleField: OwnFieldName.nullable(),
  naturalKey: z.array(OwnFieldName).max(3),
  /** Retired ones among them. */
  fields: z.array(OwnField).max(120),
});
export type OwnDefinition = z.infer<typeof OwnDefinition>;

/** What is wrong with a definition, or with a change of one; each rule has its sentence in libs/texts. */
export const DefinitionRule = z.enum([
  'too-few-fields',
  'too-many-fields',
  'label-missing',
  'field-name-form',
  'field-name-reserved',
  'field-name-taken',
  'field-label-taken',
  'label-taken',
  'choices-missing',
  'choices-misplaced',
  'choice-taken',
  'reference-missing',
  'reference-misplaced',
  'reference-unknown',
  'reference-circle',
  'reference-personal',
  'class-too-low',
  'mask-misplaced',
  'masked-filter',
  'masked-sort',
  'sensitive-prefix',
  'search-misplaced',
  'filter-misplaced',
  'sort-misplaced',
  'most-misplaced',
  'range-misplaced',
  'title-missing',
  'title-form',
  'key-unknown',
  'key-optional',
  'key-form',
  'too-many-searched',
  'too-many-references',
  'drop-with-data',
  'kind-with-data',
  'class-lowered',
  'encrypt-with-data',
  'search-with-data',
  'target-with-data',
  'required-with-gaps',
  'choice-in-use',
  'geometry-with-records',
  'key-not-unique',
]);
export type DefinitionRule = z.infer<typeof DefinitionRule>;

/** `path` is a field's name, or empty for the register as a whole. */
export const DefinitionFault = z.strictObject({ path: z.string(), rule: DefinitionRule });
export type DefinitionFault = z.infer<typeof DefinitionFault>;

/** One thing that differs from the version before; `part` names what of a field or of the register. */
export const DefinitionChange = z.strictObject({
  kind: z.enum(['added', 'dropped', 'retired', 'restored', 'changed']),
  field: z.string().nullable(),
  label: Label.nullable(),
  part: z.string().nullable(),
});
export type DefinitionChange = z.infer<typeof DefinitionChange>;

export const OwnRegisterState = z.enum(['draft', 'published', 'closed']);
export type OwnRegisterState = z.infer<typeof OwnRegisterState>;

export const OwnRegisterSummary = z.strictObject({
  name: OwnRegisterName,
  label: Label,
  element: Element,
  state: OwnRegisterState,
  /** The version that is published; 0 before the first. */
  version: z.int(),
  /** Whether the draft differs from what is published. */
  hasDraft: z.boolean(),
  fields: z.int(),
  updatedAt: Instant,
  updatedBy: z.string(),
});
export type OwnRegisterSummary = z.infer<typeof OwnRegisterSummary>;

export const OwnRegisterView = OwnRegisterSummary.extend({
  /** Of the draft: changes and steps name the one they were based on. */
  revision: z.int(),
  draft: OwnDefinition,
  published: OwnDefinition.nullable(),
  /** What publishing would change, and what keeps it from being published. */
  changes: z.array(DefinitionChange),
  faults: z.array(DefinitionFault),
});
export type OwnRegisterView = z.infer<typeof OwnRegisterView>;

export const OwnRegisterVersion = z.strictObject({
  version: z.int(),
  at: Instant,
  by: z.string(),
  reason: z.string(),
  changes: z.array(DefinitionChange),
});
export type OwnRegisterVersion = z.infer<typeof OwnRegisterVersion>;

/** A field that is there already: what it holds need not be asked for twice. */
export const SimilarField = z.strictObject({
  register: RegisterName,
  registerLabel: Label,
  field: z.string(),
  label: Label,
  /** Who published it last, and when; null where it is the platform's own. */
  owner: z.string().nullable(),
  changedAt: Instant.nullable(),
});
export type SimilarField = z.infer<typeof SimilarField>;

const InOwn = z.strictObject({ register: OwnRegisterName });
const revision = z.int().min(1);
const reason = words(200, 2);

export const ownRegistersApi = {
  list: endpoint({
    method: 'GET',
    path: '/registers/definitions',
    access: 'register.define',
    summary: 'The registers that the district defines for itself, drafts and closed ones among them.',
    reply: z.strictObject({ items: z.array(OwnRegisterSummary) }),
  }),
  similar: endpoint({
    method: 'GET',
    path: '/registers/similar-fields',
    access: 'register.define',
    summary: 'Fields of other registers that mean the same as a label, so that nothing is asked for twice.',
    query: z.strictObject({ label: words(60, 1), register: OwnRegisterName.optional() }),
    reply: z.strictObject({ items: z.array(SimilarField) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/registers',
    access: 'register.define',
    summary: 'Begin a register of the district’s own, as a draft. The same id sent again answers with the same draft.',
    body: z.strictObject({ id: Id, name: OwnRegisterName, definition: OwnDefinition }),
    reply: OwnRegisterView,
    success: 201,
    errors: ['register.name-taken', 'command.reused'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/registers/:register/definition',
    access: 'register.define',
    summary: 'A register of the district’s own: its draft, what is published, what differs and what is wrong.',
    params: InOwn,
    reply: OwnRegisterView,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/registers/:register/definition',
    access: 'register.define',
    summary: 'Change the draft, based on the revision the viewer saw. Readers see nothing of it before it is published.',
    params: InOwn,
    body: z.strictObject({ revision, definition: OwnDefinition }),
    reply: OwnRegisterView,
    errors: ['register.stale'],
  }),
  publish: endpoint({
    method: 'POST',
    path: '/registers/:register/publish',
    access: 'register.define',
    summary: 'Make the draft the next version. Refused where it is at fault, or where data that is there would suffer.',
    params: InOwn,
    body: z.strictObject({ revision, reason }),
    reply: OwnRegisterView,
    errors: ['register.stale', 'register.definition-invalid', 'register.unchanged'],
  }),
  close: endpoint({
    method: 'POST',
    path: '/registers/:register/closing',
    access: 'register.define',
    summary: 'Close a register for writing, or open it again. Its records stay to be read.',
    params: InOwn,
    body: z.strictObject({ revision, closed: z.boolean(), reason }),
    reply: OwnRegisterView,
    errors: ['register.stale', 'register.unpublished'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/registers/:register/definition',
    access: 'register.define',
    summary: 'Remove a register that never held a record and that no other register points into.',
    params: InOwn,
    query: z.strictObject({ revision: queryInteger(1, 1_000_000) }),
    reply: z.null(),
    success: 204,
    errors: ['register.stale', 'register.has-records', 'register.referenced'],
  }),
  versions: endpoint({
    method: 'GET',
    path: '/registers/:register/versions',
    access: 'register.define',
    summary: 'The published versions: who, when, why and what changed, newest first.',
    params: InOwn,
    reply: z.strictObject({ items: z.array(OwnRegisterVersion) }),
  }),
} as const;
