import type { DefinitionChange, DefinitionFault, DefinitionRule, OwnDefinition, OwnField } from '@wangge/contracts';
import { isEncrypted } from '../definition.js';

type Kind = DefinitionChange['kind'];

const OF_A_FIELD = [
  ...['label', 'kind', 'dataClass', 'mask', 'required', 'search', 'filter', 'sort', 'inList', 'choices', 'references'],
  ...['most', 'range'],
] as const satisfies readonly string[];
const OF_A_REGISTER = ['label', 'element', 'geometry', 'titleField', 'naturalKey'] as const;

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** What a new version changes, in the order of its fields. All of a first version is new. */
export function definitionChanges(before: OwnDefinition | undefined, after: OwnDefinition): DefinitionChange[] {
  const of = (kind: Kind, field: OwnField | null, part: string | null = null): DefinitionChange => ({
    kind,
    field: field?.name ?? null,
    label: field?.label ?? null,
    part,
  });
  if (!before) return after.fields.map((field) => of('added', field));
  const register = OF_A_REGISTER.filter((part) => differs(before[part], after[part])).map((part) => of('changed', null, part));
  const fields = after.fields.flatMap((field) => {
    const old = find(before, field.name);
    if (!old) return [of('added', field)];
    const turned = old.retired === field.retired ? [] : [of(field.retired ? 'retired' : 'restored', field)];
    const parts = partsOf(old, field).map((part) => of('changed', field, part));
    return [...turned, ...parts];
  });
  const dropped = before.fields.filter(({ name }) => !find(after, name)).map((field) => of('dropped', field));
  const order = isReordered(before, after) ? [of('changed', null, 'order')] : [];
  return [...register, ...fields, ...dropped, ...order];
}

const find = ({ fields }: OwnDefinition, name: string): OwnField | undefined => fields.find((field) => field.name === name);

const partsOf = (before: OwnField, after: OwnField): readonly string[] => {
  const values = (field: OwnField): ReadonlyMap<string, unknown> => new Map(Object.entries(field));
  const [old, next] = [values(before), values(after)];
  return OF_A_FIELD.filter((part) => differs(old.get(part), next.get(part)));
};

function isReordered(before: OwnDefinition, after: OwnDefinition): boolean {
  const kept = ({ fields }: OwnDefinition, other: OwnDefinition) =>
    fields.filter(({ name }) => find(other, name)).map(({ name }) => name);
  return differs(kept(before, after), kept(after, before));
}

/** What a change would do to what is stored: whether it does is a question to the records. */
export type DataQuestion =
  /** Whether a field ever held a value. */
  | { readonly ask: 'has-data'; readonly field: string; readonly rule: DefinitionRule }
  /** Whether a record that is there has no value in a field. */
  | { readonly ask: 'has-gaps'; readonly field: string; readonly rule: DefinitionRule }
  /** Whether a record that is there holds one of these codes. */
  | { readonly ask: 'holds'; readonly field: string; readonly codes: readonly string[]; readonly rule: DefinitionRule }
  /** Whether there is a record at all. */
  | { readonly ask: 'has-records'; readonly field: ''; readonly rule: DefinitionRule };

const CLASSES = ['L1', 'L2', 'L3', 'L4'];

/**
 * The questions that decide whether a version may follow the one before. A field keeps its name for ever: one with
 * another name is another field, so that a renamed one is a dropped one.
 */
export function dataQuestions(before: OwnDefinition | undefined, after: OwnDefinition): DataQuestion[] {
  if (!before) return [];
  const dropped = before.fields
    .filter(({ name }) => !find(after, name))
    .map(({ name: field }) => ({ ask: 'has-data', field, rule: 'drop-with-data' }) as const);
  const fields = after.fields.flatMap((field) => fieldQuestions(before, after, field));
  const geometry = { ask: 'has-records', field: '', rule: 'geometry-with-records' } as const;
  return [...dropped, ...fields, ...(before.geometry === after.geometry ? [] : [geometry])];
}

function fieldQuestions(old: OwnDefinition, next: OwnDefinition, after: OwnField): DataQuestion[] {
  const before = find(old, after.name);
  const { name: field } = after;
  const isNowRequired = after.required && !after.retired && !(before?.required && !before.retired);
  const gaps: DataQuestion[] = isNowRequired ? [{ ask: 'has-gaps', field, rule: 'required-with-gaps' }] : [];
  if (!before) return gaps;
  const ruined: (DefinitionRule | false)[] = [
    before.kind !== after.kind && 'kind-with-data',
    // Also what stands in the history would be shown by the lower class.
    CLASSES.indexOf(after.dataClass) < CLASSES.indexOf(before.dataClass) && 'class-lowered',
    isEncrypted(after) && !isEncrypted(before) && 'encrypt-with-data',
    isEncrypted(after) && isLookedFor(next, after) && !isLookedFor(old, before) && 'search-with-data',
    before.references !== after.references && before.kind === after.kind && 'target-with-data',
  ];
  const data = ruined.flatMap((rule): DataQuestion[] => (rule ? [{ ask: 'has-data', field, rule }] : []));
  const left = new Set(after.choices?.map(({ code }) => code));
  const codes = (before.choices ?? []).map(({ code }) => code).filter((code) => !left.has(code));
  const held: DataQuestion[] =
    codes.length > 0 && before.kind === after.kind ? [{ ask: 'holds', field, codes, rule: 'choice-in-use' }] : [];
  return [...gaps, ...data, ...held];
}

/** Whether a sensitive value has a blind index beside it. */
const isLookedFor = ({ naturalKey }: OwnDefinition, { name, search }: OwnField): boolean =>
  search !== 'none' || naturalKey.includes(name);

/** What a question stands for where its answer is yes. */
export const faultOf = ({ field, rule }: DataQuestion): DefinitionFault => ({ path: field, rule });
