import type { CollectionColumn, FieldValues } from '@wangge/contracts';
import { type FieldDefinition, isBySystem, type RegisterDefinition } from '../registers/definition.js';

interface KnownRegisters {
  find(name: string): RegisterDefinition | undefined;
}

/** A reference on the way to a column, and the register it leads to. */
export interface Step {
  readonly field: FieldDefinition;
  readonly register: RegisterDefinition;
}

/** A column with the field it shows and the references that lead there from the subject. */
export interface ResolvedColumn {
  readonly key: string;
  readonly ask: boolean;
  readonly path: readonly Step[];
  readonly register: RegisterDefinition;
  readonly field: FieldDefinition;
}

/** Undefined where the registers have no such field, or no such way to it. What the system keeps is never asked for. */
export function resolveColumn(
  registers: KnownRegisters,
  subject: RegisterDefinition,
  { key, ask }: CollectionColumn,
): ResolvedColumn | undefined {
  const names = key.split('.');
  const last = names.pop();
  const path: Step[] = [];
  let register: RegisterDefinition = subject;
  for (const name of names) {
    const field = register.fields.find((each) => each.name === name);
    const next = field?.references === undefined ? undefined : registers.find(field.references);
    if (!field || !next) return undefined;
    path.push({ field, register: next });
    register = next;
  }
  const field = register.fields.find(({ name }) => name === last);
  return field && { key, ask: ask && !isBySystem(register, field), path, register, field };
}

/** Records of one register that a table stands on, by the way to them. */
export interface Target {
  /** `householdId.buildingId`; empty for the subject itself. */
  readonly way: string;
  /** The way to the record that points here, and the reference there. */
  readonly from: { readonly way: string; readonly reference: string } | undefined;
  readonly register: RegisterDefinition;
  /** Its columns. */
  readonly columns: readonly ResolvedColumn[];
  /** Names of its fields that are asked for. */
  readonly asked: readonly string[];
  /** References that lead on. */
  readonly references: readonly string[];
}

/** The subject first, then what it points at, each behind the one that points at it. */
export function targetsOf(subject: RegisterDefinition, columns: readonly ResolvedColumn[]): readonly Target[] {
  const ways = new Map<string, Pick<Target, 'register' | 'from'>>([['', { register: subject, from: undefined }]]);
  for (const { path } of columns) {
    path.forEach(({ field, register }, index) => {
      const way = wayOf(path.slice(0, index));
      ways.set(wayOf(path.slice(0, index + 1)), { register, from: { way, reference: field.name } });
    });
  }
  const targets = [...ways].map(([way, { register, from }]): Target => {
    const here = columns.filter(({ path }) => wayOf(path) === way);
    const onward = [...ways.values()].flatMap((next) => (next.from?.way === way ? next.from.reference : []));
    const asked = here.filter(({ ask }) => ask).map(({ field }) => field.name);
    return { way, from, register, columns: here, asked, references: onward };
  });
  const depth = ({ way }: Target) => (way === '' ? 0 : way.split('.').length);
  return targets.sort((a, b) => depth(a) - depth(b));
}

const wayOf = (path: readonly Step[]): string => path.map(({ field }) => field.name).join('.');

/**
 * Which of these fields are missing in a record: empty, and asked for in a record like this. Whether a value is shown
 * masked makes no difference.
 */
export function missingFields(
  register: Pick<RegisterDefinition, 'fields' | 'flow'>,
  asked: readonly string[],
  values: FieldValues,
): string[] {
  return asked.filter((name) => {
    const field = register.fields.find((each) => each.name === name);
    if (!field || isBySystem(register, field) || (values[name] ?? null) !== null) return false;
    const { shownWhen } = field;
    return !shownWhen || shownWhen.is.includes(String(values[shownWhen.field] ?? ''));
  });
}
