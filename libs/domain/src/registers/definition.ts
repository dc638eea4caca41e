import type {
  AttachmentRules,
  DataClass,
  Element,
  FieldKind,
  Label,
  MaskKind,
  RecordGeometry,
  RegisterFlow,
  ShownWhen,
  TagGroup,
} from '@wangge/contracts';
import type { LikenessDefinition } from './likeness/definition.js';

/** A value of a dictionary: the code that is stored and its words. */
export interface Choice {
  readonly code: string;
  readonly label: Label;
}

/** One field of a register. Everything a list, a form, a mask, a column or an import does with it follows from this. */
export interface FieldDefinition {
  /** camelCase, as in the API. The column is the same in snake_case. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Label;
  readonly dataClass: DataClass;
  readonly mask?: MaskKind;
  readonly required?: boolean;
  readonly search?: 'prefix' | 'exact';
  readonly filter?: boolean;
  readonly sort?: boolean;
  readonly inList?: boolean;
  readonly choices?: readonly Choice[];
  /** For `reference`: the register it points into. */
  readonly references?: string;
  /** Longest text. */
  readonly most?: number;
  /** For `integer` and `number`: the least and the greatest value. From 0 to a thousand million where nothing is said. */
  readonly range?: readonly [least: number, greatest: number];
  /** For `date` and `instant`: it may lie in the future, as a validity or a plan does. */
  readonly mayLieAhead?: boolean;
  /** Asked for and shown only where another field has one of these values; what is stored stays. */
  readonly shownWhen?: ShownWhen;
  /** A number that the system keeps: the sum of a field over the records of another register that point here. */
  readonly sumOf?: SumOf;
  /** Filled in by steps of the flow alone. */
  readonly byFlow?: boolean;
  /** What the field is called where it is stored, where that is not its name in snake_case. */
  readonly column?: string;
}

export interface SumOf {
  readonly register: string;
  /** Its field that points here. */
  readonly by: string;
  readonly field: string;
}

/**
 * Where the records of a register that a district made for itself are kept: all such registers share one table, whose
 * cells are JSON. What is looked for by an index stands in a column of its own beside them.
 */
export interface SharedStorage {
  readonly districtCode: string;
  /** The version of the definition that is published. */
  readonly version: number;
  /** Closed for writing: its records stay to be read. */
  readonly closed: boolean;
  /** The indexed column of a field, by the field's name: `key1`… for texts and blind indexes, `ref1`… for references. */
  readonly slots: Readonly<Record<string, string>>;
}

/** A table, or a query in brackets, with a column for each field and those that every register has. */
export interface Backing {
  readonly source: string;
}

/** A register is a definition: its table, lists, forms, masks and history are made from it. */
export interface RegisterDefinition {
  /** Plural, kebab-case: `residents`. The table is `register_` and the name in snake_case. */
  readonly name: string;
  readonly element: Element;
  readonly label: Label;
  readonly geometry: RecordGeometry;
  readonly titleField: string;
  /** Fields that name a record among all of its district: a second one with the same values is refused. */
  readonly naturalKey?: readonly string[];
  /** Its own small workflow: one field is the state, and only the flow's actions move it. */
  readonly flow?: RegisterFlow;
  /** In other states a record is kept, and stands in lists, counts and relations only where it is asked for. */
  readonly presentWhen?: ShownWhen;
  /** When two records may be the same thing; without it nobody looks for duplicates here. */
  readonly likeness?: LikenessDefinition;
  /** What belongs to the place of a record without a point: when it moves, these fields are asked for anew. */
  readonly moving?: { readonly fields: readonly string[] };
  /** Fields that are of use for a time only, counted from another field: the rule of retention for notes empties them. */
  readonly keeping?: { readonly since: string; readonly fields: readonly string[] };
  /** What features of a GeoJSON file need not say one by one: the field that the file's own name fills, and codes for others. */
  readonly layer?: { readonly nameField: string; readonly otherwise: Readonly<Record<string, string>> };
  /** What may be attached to a record, where that differs from what is usual (`attachmentsOf`). */
  readonly attachments?: Partial<AttachmentRules>;
  /** The groups of tags that its records can carry (`TAG_KINDS`). */
  readonly tags?: readonly TagGroup[];
  readonly fields: readonly FieldDefinition[];
  /** Left out by the registers of the platform: each has a table of its own. */
  readonly storage?: SharedStorage;
  /** Another feature keeps the records, and says what they are read from; by this register nobody writes any. */
  readonly backing?: Backing;
}

/** What a field has but may not everywhere be shown: personal and sensitive ones are masked on every way out. */
export const isShownMasked = ({ dataClass }: Pick<FieldDefinition, 'dataClass'>): boolean =>
  dataClass === 'L3' || dataClass === 'L4';

/** Sensitive values are stored encrypted, with a keyed hash beside them for the exact search (DESIGN §5). */
export const isEncrypted = ({ dataClass }: Pick<FieldDefinition, 'dataClass'>): boolean => dataClass === 'L4';

/** The state of a flow, what its steps fill in and sums are the system's: whoever types one is refused. */
export const isBySystem = (
  { flow }: Pick<RegisterDefinition, 'flow'>,
  { name, sumOf, byFlow }: Pick<FieldDefinition, 'name' | 'sumOf' | 'byFlow'>,
): boolean => sumOf !== undefined || byFlow === true || flow?.field === name;

/** Whether a record counts among those that are there. */
export const isPresent = (
  { presentWhen }: Pick<RegisterDefinition, 'presentWhen'>,
  values: Readonly<Record<string, unknown>>,
): boolean => presentWhen === undefined || presentWhen.is.includes(String(values[presentWhen.field]));

/** Lines and areas are kept as they were drawn; a point is two numbers. */
export const hasShape = ({ geometry }: Pick<RegisterDefinition, 'geometry'>): boolean =>
  geometry === 'line' || geometry === 'area' || geometry === 'any';

/** The column of a field or the table of a register. */
export const snakeCase = (name: string): string =>
  name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const tableOf = ({ name }: Pick<RegisterDefinition, 'name'>): string => `register_${snakeCase(name)}`;
