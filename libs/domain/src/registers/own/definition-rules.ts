import {
  type DefinitionFault,
  type DefinitionRule,
  type FieldKind,
  type Label,
  type OwnDefinition,
  type OwnField,
  OwnFieldName,
} from '@wangge/contracts';
import { isEncrypted, isShownMasked } from '../definition.js';
import { activeFields, MASKS_OF } from './own-register.js';
import { isReservedName } from './reserved-names.js';
import { KEYS, lookedFor, REFERENCES } from './slots.js';

const MOST_FIELDS = 60;
const GREATEST = 1_000_000_000;

const TEXTS: ReadonlySet<FieldKind> = new Set(['text', 'long-text']);
const CODES: ReadonlySet<FieldKind> = new Set(['identity-number', 'phone', 'credit-code', 'component-code']);
const NUMBERS: ReadonlySet<FieldKind> = new Set(['integer', 'number']);
/** What such a kind holds is sensitive whoever asks for it (DOMAIN §1.6). */
const SENSITIVE: ReadonlySet<FieldKind> = new Set(['identity-number', 'phone']);

/** What a definition has to know of another register: as the server has it, or as a screen does. */
export interface Neighbour {
  readonly name: string;
  readonly label: Label;
  readonly fields: readonly { readonly references?: string | null }[];
}

type Say = (isBroken: boolean, rule: DefinitionRule) => void;

/** What keeps a definition from being published, whatever records there are. `others` are the registers beside it. */
export function definitionFaults(name: string, own: OwnDefinition, others: readonly Neighbour[]): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const sayOf =
    (path: string): Say =>
    (isBroken, rule) => {
      if (isBroken) faults.push({ path, rule });
    };
  registerFaults(name, own, others, sayOf(''));
  for (const field of own.fields) namesFaults(own, field, sayOf(field.name));
  for (const field of activeFields(own)) {
    fieldFaults(field, sayOf(field.name));
    referenceFaults(name, field, others, sayOf(field.name));
  }
  keyFaults(own, sayOf);
  return faults;
}

function registerFaults(name: string, own: OwnDefinition, others: readonly Neighbour[], say: Say): void {
  const fields = activeFields(own);
  say(isBlank(own.label), 'label-missing');
  say(fields.length === 0, 'too-few-fields');
  say(fields.length > MOST_FIELDS, 'too-many-fields');
  say(
    others.some((other) => other.name !== name && isSameLabel(other.label, own.label)),
    'label-taken',
  );
  const { keys, references } = lookedFor(own);
  say(keys.length > KEYS, 'too-many-searched');
  say(references.length > REFERENCES, 'too-many-references');
}

/** Also of retired ones: their names are kept for the values that are there. */
function namesFaults({ fields }: OwnDefinition, field: OwnField, say: Say): void {
  const before = fields.slice(0, fields.indexOf(field));
  const shown = field.retired ? [] : before.filter(({ retired }) => !retired);
  const labels = [field.label, ...(field.choices ?? []).map(({ label }) => label)];
  say(labels.some(isBlank), 'label-missing');
  say(!OwnFieldName.safeParse(field.name).success, 'field-name-form');
  say(isReservedName(field.name), 'field-name-reserved');
  say(
    before.some(({ name }) => name.toLowerCase() === field.name.toLowerCase()),
    'field-name-taken',
  );
  const isTaken = shown.some(({ label }) => isSameLabel(label, field.label));
  say(!isBlank(field.label) && isTaken, 'field-label-taken');
}

function fieldFaults(field: OwnField, say: Say): void {
  const { kind, choices, mask, search, filter, sort, most, range } = field;
  const isChoice = kind === 'choice' || kind === 'choices';
  say(isChoice && (choices ?? []).length === 0, 'choices-missing');
  say(!isChoice && choices !== null, 'choices-misplaced');
  say(hasTwice((choices ?? []).map(({ code }) => code)), 'choice-taken');
  say(SENSITIVE.has(kind) && !isEncrypted(field), 'class-too-low');
  say(mask !== null && !(isShownMasked(field) && MASKS_OF[kind].includes(mask)), 'mask-misplaced');
  // A range or an order would tell what the mask hides.
  say(filter && isShownMasked(field), 'masked-filter');
  say(sort && isShownMasked(field), 'masked-sort');
  say(search === 'prefix' && isEncrypted(field), 'sensitive-prefix');
  say(search === 'prefix' && kind !== 'text' && kind !== 'component-code', 'search-misplaced');
  say(search === 'exact' && kind !== 'text' && !CODES.has(kind), 'search-misplaced');
  say(filter && (TEXTS.has(kind) || CODES.has(kind)), 'filter-misplaced');
  say(sort && (kind === 'long-text' || kind === 'reference' || kind === 'boolean'), 'sort-misplaced');
  say(most !== null && !(TEXTS.has(kind) && (kind === 'long-text' || most <= 200)), 'most-misplaced');
  say(range !== null && !(NUMBERS.has(kind) && isRange(range)), 'range-misplaced');
}

function referenceFaults(name: string, field: OwnField, others: readonly Neighbour[], say: Say): void {
  const { kind, references } = field;
  say(kind === 'reference' && references === null, 'reference-missing');
  say(kind !== 'reference' && references !== null, 'reference-misplaced');
  say(kind === 'reference' && isShownMasked(field), 'reference-personal');
  if (references === null) return;
  say(!others.some((other) => other.name === references) && references !== name, 'reference-unknown');
  say(references === name || reaches(references, name, others), 'reference-circle');
}

/** Records are stored, imported and taken out in the order of what they point at: a circle has none. */
function reaches(from: string, to: string, registers: readonly Neighbour[], seen: readonly string[] = []): boolean {
  const targets = registers.find(({ name }) => name === from)?.fields.flatMap(({ references }) => references ?? []) ?? [];
  return targets.some((next) => next === to || (!seen.includes(next) && reaches(next, to, registers, [...seen, next])));
}

function keyFaults(own: OwnDefinition, sayOf: (path: string) => Say): void {
  const fields = activeFields(own);
  const find = (name: string | null) => fields.find((field) => field.name === name);
  const title = find(own.titleField);
  if (!title) sayOf('')(true, 'title-missing');
  else sayOf(title.name)(title.kind !== 'text' || !title.required || isEncrypted(title), 'title-form');
  for (const name of new Set(own.naturalKey)) {
    const field = find(name);
    const say = sayOf(name);
    say(!field, 'key-unknown');
    say(field?.required === false, 'key-optional');
    say(field?.kind === 'long-text' || field?.kind === 'boolean', 'key-form');
  }
  sayOf('')(hasTwice(own.naturalKey), 'key-form');
}

const isRange = ([least, greatest]: readonly [number, number]): boolean =>
  least <= greatest && least >= -GREATEST && greatest <= GREATEST;

const isBlank = ({ zh, en }: Label): boolean => zh.trim() === '' || en.trim() === '';

const isSameLabel = (a: OwnField['label'], b: OwnField['label']): boolean =>
  a.zh === b.zh || a.en.toLowerCase() === b.en.toLowerCase();

const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;
