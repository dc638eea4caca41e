import type { DataClass, FieldKind, OwnDefinition, OwnField } from '@wangge/contracts';

/** The only kinds of a class of their own (the rules of the server say so too). */
const SENSITIVE: readonly FieldKind[] = ['identity-number', 'phone'];
const isPersonal = (dataClass: DataClass): boolean => dataClass === 'L3' || dataClass === 'L4';

const PLAIN: Omit<OwnField, 'name' | 'label'> = {
  kind: 'text',
  dataClass: 'L2',
  mask: null,
  required: false,
  search: 'none',
  filter: false,
  sort: false,
  inList: false,
  choices: null,
  references: null,
  most: null,
  range: null,
  retired: false,
};

/** A register to begin with: it has a name to call its records by. */
export const firstDefinition = (zh: string, en: string): OwnDefinition => ({
  element: 'objects',
  label: { zh, en },
  geometry: 'none',
  titleField: 'unitName',
  naturalKey: [],
  fields: [
    { ...PLAIN, name: 'unitName', label: { zh: '名称', en: 'Name' }, required: true, search: 'prefix', sort: true, inList: true },
  ],
});

/** A field with a name that no other has. */
export function newField(fields: readonly OwnField[]): OwnField {
  const names = new Set(fields.map(({ name }) => name));
  let serial = fields.length;
  while (names.has(`field${serial}`)) serial += 1;
  return { ...PLAIN, name: `field${serial}`, label: { zh: '', en: '' } };
}

/** The field as one of another kind: what the other kind cannot have goes. */
export function withKind(field: OwnField, kind: FieldKind): OwnField {
  const isSensitive = SENSITIVE.includes(kind);
  const dataClass = isSensitive ? 'L4' : kind === 'reference' && isPersonal(field.dataClass) ? 'L2' : field.dataClass;
  const choices = kind === 'choice' ? (field.choices ?? [{ code: '1', label: { zh: '', en: '' } }]) : null;
  const more = { mask: null, search: 'none', filter: false, sort: false, most: null, range: null } as const;
  return { ...field, ...more, kind, dataClass, choices, references: kind === 'reference' ? field.references : null };
}

/** The field in another class: what is masked has no filter and no order, what is encrypted is found whole only. */
export function withClass(field: OwnField, dataClass: DataClass): OwnField {
  const masked = isPersonal(dataClass);
  const search = dataClass === 'L4' && field.search === 'prefix' ? 'none' : field.search;
  return { ...field, dataClass, search, mask: masked ? field.mask : null, filter: !masked && field.filter, sort: !masked && field.sort };
}

const SEARCHED: readonly FieldKind[] = ['text', 'identity-number', 'phone', 'credit-code', 'component-code'];
const UNFILTERED: readonly FieldKind[] = ['text', 'long-text', 'identity-number', 'phone', 'credit-code', 'component-code'];
const UNSORTED: readonly FieldKind[] = ['long-text', 'reference', 'boolean'];

/** What can be chosen for a field. The server refuses the same and says why. */
export const mayFilter = ({ kind, dataClass }: OwnField): boolean => !UNFILTERED.includes(kind) && !isPersonal(dataClass);
export const maySort = ({ kind, dataClass }: OwnField): boolean => !UNSORTED.includes(kind) && !isPersonal(dataClass);
export const searchesOf = ({ kind, dataClass }: OwnField): readonly OwnField['search'][] => [
  'none',
  ...((kind === 'text' || kind === 'component-code') && dataClass !== 'L4' ? (['prefix'] as const) : []),
  ...(SEARCHED.includes(kind) ? (['exact'] as const) : []),
];

/** The definition with one field otherwise; what is named after it follows. */
export function withField(own: OwnDefinition, index: number, next: OwnField): OwnDefinition {
  const before = own.fields[index];
  const follow = (name: string) => (name === before?.name ? next.name : name);
  return {
    ...own,
    fields: own.fields.map((field, at) => (at === index ? next : field)),
    titleField: own.titleField === null ? null : follow(own.titleField),
    naturalKey: own.naturalKey.map(follow),
  };
}

export function withoutField(own: OwnDefinition, index: number): OwnDefinition {
  const name = own.fields[index]?.name;
  return {
    ...own,
    fields: own.fields.filter((_, at) => at !== index),
    titleField: own.titleField === name ? null : own.titleField,
    naturalKey: own.naturalKey.filter((each) => each !== name),
  };
}

/** One place up (-1) or down (1); at the end it stays. */
export function moved(own: OwnDefinition, index: number, by: -1 | 1): OwnDefinition {
  const fields = [...own.fields];
  const [field] = fields.splice(index, 1);
  if (!field || index + by < 0 || index + by > fields.length) return own;
  fields.splice(index + by, 0, field);
  return { ...own, fields };
}
