import type { FieldValue, FieldValues, RecordChange, RecordView } from '@wangge/contracts';
import { type FieldDefinition, isShownMasked, maskValue, placeNameOf, type RegisterDefinition } from '@wangge/domain';
import { type NamedRecord, fieldValueOf } from './record.js';

/** The one way a value leaves the server: masked where the field's class says so. */
export function shown(field: FieldDefinition, value: FieldValue): FieldValue {
  return isShownMasked(field) ? maskValue(field.mask ?? 'all', value) : value;
}

export function titleOf({ fields, titleField }: RegisterDefinition, value: FieldValue): string {
  const field = fields.find(({ name }) => name === titleField);
  return field ? String(shown(field, value) ?? '') : '';
}

export function toRecordView(
  definition: RegisterDefinition,
  record: NamedRecord,
  referenceTitles: Readonly<Record<string, string>>,
): RecordView {
  const { fields, titleField } = definition;
  const values: FieldValues = Object.fromEntries(fields.map((field) => [field.name, shown(field, fieldValueOf(record, field))]));
  return {
    id: record.id,
    register: definition.name,
    title: titleOf(definition, fieldValueOf(record, { name: titleField })),
    version: record.version,
    chain: record.chain,
    names: { ...record.names, community: placeNameOf(record.names.community) },
    point: record.point,
    values,
    masked: fields.filter((field) => isShownMasked(field) && fieldValueOf(record, field) !== null).map(({ name }) => name),
    referenceTitles: { ...referenceTitles },
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

export interface ChangedField {
  readonly name: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}
export interface ChangeRow {
  readonly record_id: string;
  readonly version: number;
  readonly at: Date;
  readonly actor_name: string;
  readonly kind: RecordChange['kind'];
  readonly fields: readonly ChangedField[];
  readonly reason: string | null;
  readonly action: string | null;
}

/** A field that the definition no longer has is told by its name alone. */
export function toChange({ fields }: RegisterDefinition, id: string, row: ChangeRow): RecordChange {
  const masked = ({ name, from, to }: ChangedField): ChangedField => {
    const field = fields.find((each) => each.name === name);
    return field ? { name, from: shown(field, from), to: shown(field, to) } : { name, from: null, to: null };
  };
  return {
    version: row.version,
    of: row.record_id === id ? null : row.record_id,
    at: row.at.toISOString(),
    actor: row.actor_name,
    kind: row.kind,
    fields: row.fields.map(masked),
    reason: row.reason,
    action: row.action,
  };
}

/** What a form sends back as it was shown masked has not been changed: stars must never become the value. */
export function withoutMasks({ fields }: RegisterDefinition, given: FieldValues, present: FieldValues): FieldValues {
  const isJustShown = (name: string, value: FieldValue) => {
    const field = fields.find((each) => each.name === name);
    if (!field || value === null || !isShownMasked(field)) return false;
    return value === shown(field, present[name] ?? null);
  };
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => !isJustShown(name, value)));
}
