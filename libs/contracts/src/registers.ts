import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Chain, ChainNames } from './grids.js';
import { Permission } from './permissions.js';
import { Shape } from './shapes.js';
import { GridCode, Id, Instant, page, Point, queryInteger, queryList, ScopeCode, words } from './values.js';

/** What everything that is managed is one of (八要素 天地人事物情组织家庭). */
export const Element = z.enum(['sky', 'land', 'people', 'events', 'objects', 'situations', 'organizations', 'households']);
export type Element = z.infer<typeof Element>;

/** L1 public, L2 internal, L3 personal, L4 sensitive personal (encrypted at rest, shown masked). */
export const DataClass = z.enum(['L1', 'L2', 'L3', 'L4']);
export type DataClass = z.infer<typeof DataClass>;

export const FieldKind = z.enum([
  'text',
  'long-text',
  'integer',
  'number',
  'date',
  /** An instant; given without an offset it is local time. */
  'instant',
  'boolean',
  'choice',
  /** Several values of a dictionary, as `a,b` in the dictionary's order. */
  'choices',
  'identity-number',
  'phone',
  'credit-code',
  'component-code',
  'reference',
]);
export type FieldKind = z.infer<typeof FieldKind>;

/** How a value is shown to those who may not see it whole. */
export const MaskKind = z.enum(['name', 'identity-number', 'phone', 'address', 'date', 'all']);
export type MaskKind = z.infer<typeof MaskKind>;

/** One word in both languages. */
export const Label = z.strictObject({ zh: z.string(), en: z.string() });
export type Label = z.infer<typeof Label>;

/** Care tags say who should be helped; special ones are sensitive, with permissions of their own. */
export const TagGroup = z.enum(['care', 'special']);
export type TagGroup = z.infer<typeof TagGroup>;
export const TagCode = z.string().regex(/^[a-z][a-z-]{2,39}$/);
export type TagCode = z.infer<typeof TagCode>;

/** What a record can be tagged with. */
export const TagKind = z.strictObject({
  code: TagCode,
  group: TagGroup,
  label: Label,
  /** The law that lets it be recorded. */
  ground: Label,
  /** For how many months it may hold before somebody has to confirm it anew. */
  months: z.int(),
});
export type TagKind = z.infer<typeof TagKind>;

/** A register's name in addresses: plural, kebab-case. */
export const RegisterName = z.string().regex(/^[a-z][a-z-]{2,39}$/);
export type RegisterName = z.infer<typeof RegisterName>;

/** What the records of a register look like on a map; `any` is a point, a line or an area. */
export const RecordGeometry = z.enum(['none', 'point', 'line', 'area', 'any']);
export type RecordGeometry = z.infer<typeof RecordGeometry>;

/** A field is asked for, and shown, where another field has one of these values. */
export const ShownWhen = z.strictObject({ field: z.string(), is: z.array(z.string()).readonly() });
export type ShownWhen = z.infer<typeof ShownWhen>;

export const RegisterField = z.strictObject({
  name: z.string(),
  kind: FieldKind,
  label: Label,
  dataClass: DataClass,
  mask: MaskKind.nullable(),
  required: z.boolean(),
  /** `prefix` finds what begins with the words, `exact` only the whole value (by blind index where it is encrypted). */
  search: z.enum(['prefix', 'exact', 'none']),
  filter: z.boolean(),
  sort: z.boolean(),
  inList: z.boolean(),
  choices: z.array(z.strictObject({ code: z.string(), label: Label })).nullable(),
  /** The register a `reference` points into. */
  references: RegisterName.nullable(),
  /** The state of a flow, or a sum of other records: nobody types it. */
  bySystem: z.boolean(),
  shownWhen: ShownWhen.nullable(),
});
export type RegisterField = z.infer<typeof RegisterField>;

/** One step of a register's own small workflow. */
export const FlowAction = z.strictObject({
  name: z.string(),
  label: Label,
  from: z.array(z.string()).readonly(),
  to: z.string(),
  permission: Permission,
  /** Fields that are filled in on the way; those that are required stand in both lists. */
  asks: z.array(z.string()).readonly(),
  requires: z.array(z.string()).readonly(),
  /** Fields that hold no more once it is taken. */
  clears: z.array(z.string()).readonly().optional(),
  /** It is taken with a reason, which stays in the history. */
  reasoned: z.boolean().optional(),
});
export type FlowAction = z.infer<typeof FlowAction>;

/** Which field holds the state, what it begins with, and how it moves on. */
export const RegisterFlow = z.strictObject({ field: z.string(), initial: z.string(), actions: z.array(FlowAction).readonly() });
export type RegisterFlow = z.infer<typeof RegisterFlow>;

/** What kinds of files are attached to a record; L3 and L4 are opened with a reason only. */
export const AttachmentKind = z.strictObject({ code: z.string(), label: Label, dataClass: DataClass });
export type AttachmentKind = z.infer<typeof AttachmentKind>;
export const AttachmentRules = z.strictObject({
  kinds: z.array(AttachmentKind).readonly(),
  /** Files of one record. */
  most: z.int(),
  mostBytes: z.int(),
});
export type AttachmentRules = z.infer<typeof AttachmentRules>;

/** A register as a screen needs it: lists, forms and columns are drawn from it. */
export const RegisterView = z.strictObject({
  name: RegisterName,
  element: Element,
  label: Label,
  geometry: RecordGeometry,
  /** The field a record is called by. */
  titleField: z.string(),
  fields: z.array(RegisterField),
  flow: RegisterFlow.nullable(),
  /** In other states records are kept, and stand in lists, counts and relations only where they are asked for. */
  presentWhen: ShownWhen.nullable(),
  mayWrite: z.boolean(),
  mayReveal: z.boolean(),
  mayDelete: z.boolean(),
  mayMerge: z.boolean(),
  mayMove: z.boolean(),
  /** What belongs to the place of a record and changes with it; empty where records do not move by themselves. */
  movingFields: z.array(z.string()),
  /** The fields that tell whether two records may be the same; empty where nobody looks for duplicates. */
  likenessFields: z.array(z.string()),
  /** The kinds of tags that the viewer may read on its records, and whether he may set them. */
  tagKinds: z.array(TagKind.extend({ mayWrite: z.boolean() })),
  /** For a register that the district defined for itself: which version this is, and whether it is closed for writing. */
  own: z.strictObject({ version: z.int(), closed: z.boolean() }).nullable(),
  attachments: AttachmentRules,
});
export type RegisterView = z.infer<typeof RegisterView>;

export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof FieldValue>;
export const FieldValues = z.record(z.string(), FieldValue);
export type FieldValues = z.infer<typeof FieldValues>;

export const RecordView = z.strictObject({
  id: Id,
  register: RegisterName,
  title: z.string(),
  version: z.int(),
  chain: Chain,
  names: ChainNames,
  /** Where it is; of a line or an area, a point on it. */
  point: Point.nullable(),
  /** Masked where the field's class says so; a reference is the id of its record. */
  values: FieldValues,
  /** Fields that are shown masked and can be asked for in full. */
  masked: z.array(z.string()),
  /** What a reference is called, by field. */
  referenceTitles: z.record(z.string(), z.string()),
  createdAt: Instant,
  updatedAt: Instant,
});
export type RecordView = z.infer<typeof RecordView>;

/** Records of other registers that point at this one. */
export const RelatedRecords = z.strictObject({
  register: RegisterName,
  field: z.string(),
  label: Label,
  total: z.int(),
  items: z.array(z.strictObject({ id: Id, title: z.string() })),
});
export type RelatedRecords = z.infer<typeof RelatedRecords>;

export const RecordDetail = RecordView.extend({
  related: z.array(RelatedRecords),
  /** The line or the area itself. */
  shape: Shape.nullable(),
  /** Names of the flow's actions that are open to this viewer now. */
  availableActions: z.array(z.string()),
});
export type RecordDetail = z.infer<typeof RecordDetail>;

/** One change of a record; values of encrypted fields are not told, only that they changed. */
export const RecordChange = z.strictObject({
  version: z.int(),
  /** The record it happened to, where that was merged into this one later. */
  of: Id.nullable(),
  at: Instant,
  actor: z.string(),
  kind: z.enum(['created', 'changed', 'acted', 'moved', 'deleted', 'revealed', 'merged', 'merged-away', 'unmerged', 'attached', 'detached']),
  /** The action of the flow, where it was `acted`. */
  action: z.string().nullable(),
  fields: z.array(z.strictObject({ name: z.string(), from: FieldValue, to: FieldValue })),
  reason: z.string().nullable(),
});
export type RecordChange = z.infer<typeof RecordChange>;

const Place = {
  /** Where it is; a register without geometry names the unit grid instead. */
  point: Point.optional(),
  /** Instead of the point, where the register keeps lines or areas. */
  shape: Shape.optional(),
  gridCode: GridCode.optional(),
};

export const CreateRecord = z.strictObject({ id: Id, ...Place, values: FieldValues });
export type CreateRecord = z.infer<typeof CreateRecord>;
export const ChangeRecord = z.strictObject({
  /** Whoever may have to send it again, not knowing what became of it, gives it a name: it is done once. */
  commandId: Id.optional(),
  version: z.int().min(1),
  point: Point.optional(),
  /** Another unit grid, for a record that has no point. */
  gridCode: GridCode.optional(),
  shape: Shape.optional(),
  values: FieldValues,
});
export type ChangeRecord = z.infer<typeof ChangeRecord>;

/** A step of the register's flow, with the fields that it asks for. */
export const ActOnRecord = z.strictObject({
  action: z.string().max(60),
  version: z.int().min(1),
  values: FieldValues,
  /** For a step that is taken with one. */
  reason: words(200, 2).optional(),
});
export type ActOnRecord = z.infer<typeof ActOnRecord>;

/** Words that may be somebody's number: whoever asks by such must ask in a body. */
export const isPersonalNumber = (text: string): boolean => /^(1[3-9]\d{9}|\d{17}[\dXx])$/.test(text.replace(/[\s-]/g, ''));

/** Beside these, a field's own name is a filter (`field=a,b`, `field.gte=`, `field.lt=`): unknown ones are refused. */
export const RecordQuery = z
  .object({
    scope: ScopeCode.optional(),
    q: words(60, 1).optional(),
    ids: queryList(Id).optional(),
    /** Only records that have one of these tags now. All of them are of one group. */
    tag: queryList(TagCode, 50).optional(),
    sort: z.string().max(60).default('-createdAt'),
    perPage: queryInteger(1, 100).default(25),
    page: queryInteger(1, 1000).optional(),
    cursor: z.string().max(2000).optional(),
  })
  .catchall(z.string().max(500));
/** The same in an address, which browsers, proxies and logs remember. */
const AddressQuery = RecordQuery.refine(({ q }) => q === undefined || !isPersonalNumber(q), {
  path: ['q'],
  message: 'personal-number',
});
export type RecordQuery = z.infer<typeof RecordQuery>;

export const InRegister = z.strictObject({ register: RegisterName });
export const OneRecord = z.strictObject({ register: RegisterName, id: Id });

export const registersApi = {
  list: endpoint({
    method: 'GET',
    path: '/registers',
    access: 'register.read',
    summary: 'The registers the viewer may read, with their fields.',
    reply: z.strictObject({ items: z.array(RegisterView) }),
  }),
  records: endpoint({
    method: 'GET',
    path: '/registers/:register/records',
    access: 'register.read',
    summary: 'Records of the viewer’s area: searched, filtered, sorted, paged; personal fields masked.',
    params: InRegister,
    query: AddressQuery,
    reply: page(RecordView),
    errors: ['not-found'],
  }),
  /** With a body although it only reads: a name or a number that is searched must not stand in an address. */
  search: endpoint({
    method: 'POST',
    path: '/registers/:register/records/search',
    access: 'register.read',
    summary: 'The same list, asked for in a body: the only way to search by an identity number or a phone.',
    params: InRegister,
    body: RecordQuery,
    reply: page(RecordView),
    errors: ['not-found'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/registers/:register/records/:id',
    access: 'register.read',
    summary: 'One record with what points at it. The id of a record that was merged answers with the one it went into.',
    params: OneRecord,
    reply: RecordDetail,
  }),
  create: endpoint({
    method: 'POST',
    path: '/registers/:register/records',
    access: 'register.write',
    summary: 'Create a record. The same id sent again answers with the same record.',
    params: InRegister,
    body: CreateRecord,
    reply: RecordView,
    success: 201,
    errors: [
      'record.invalid',
      'record.duplicate',
      'command.reused',
      'grid.outside-district',
      'grid.swapped-coordinates',
      'register.changed',
      'register.closed',
    ],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/registers/:register/records/:id',
    access: 'register.write',
    summary: 'Change fields of a record, based on the version the viewer saw. A field left out stays.',
    params: OneRecord,
    body: ChangeRecord,
    reply: RecordView,
    errors: ['record.invalid', 'record.duplicate', 'record.stale', 'command.reused', 'register.changed', 'register.closed'],
  }),
  act: endpoint({
    method: 'POST',
    path: '/registers/:register/records/:id/actions',
    access: 'register.read',
    summary:
      'Take a step of the register’s flow, based on the version the viewer saw. Each step asks for a permission of its own.',
    params: OneRecord,
    body: ActOnRecord,
    reply: RecordView,
    errors: ['record.invalid', 'record.stale', 'record.action-unavailable'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/registers/:register/records/:id',
    access: 'register.delete',
    summary: 'Take a record out of the register, with a reason; its history stays.',
    params: OneRecord,
    query: z.strictObject({ version: queryInteger(1, 1_000_000) }),
    body: z.strictObject({ reason: words(200, 2) }),
    reply: z.null(),
    success: 204,
    errors: ['record.stale', 'record.referenced', 'register.changed', 'register.closed'],
  }),
  reveal: endpoint({
    method: 'POST',
    path: '/registers/:register/records/:id/reveal',
    access: 'register.reveal',
    summary: 'Read one masked field in full: with a reason, counted against a daily budget, kept in the audit trail.',
    params: OneRecord,
    body: z.strictObject({ field: z.string().max(60), reason: words(200, 2) }),
    reply: z.strictObject({ field: z.string(), value: FieldValue, left: z.int() }),
    errors: ['reveal.budget-spent'],
  }),
  history: endpoint({
    method: 'GET',
    path: '/registers/:register/records/:id/history',
    access: 'register.read',
    summary: 'What changed in a record, and who looked at its personal fields, newest first.',
    params: OneRecord,
    reply: z.strictObject({ items: z.array(RecordChange) }),
  }),
} as const;
