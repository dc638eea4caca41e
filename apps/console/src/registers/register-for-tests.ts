import type { RegisterField, RegisterView } from '@wangge/contracts';

const plain = {
  dataClass: 'L2',
  mask: null,
  required: false,
  search: 'none',
  filter: false,
  sort: false,
  inList: true,
  choices: null,
  references: null,
  bySystem: false,
  shownWhen: null,
} as const;

const label = (text: string) => ({ zh: text, en: text });

/** A register with a field of most kinds, as no real one has. */
export function registerForTests(): RegisterView {
  const fields: readonly RegisterField[] = [
    { ...plain, name: 'name', kind: 'text', label: label('name'), required: true, search: 'prefix', sort: true },
    {
      ...plain,
      name: 'usage',
      kind: 'choice',
      label: label('usage'),
      filter: true,
      choices: [
        { code: 'shop', label: label('shop') },
        { code: 'home', label: label('home') },
      ],
    },
    { ...plain, name: 'builtOn', kind: 'date', label: label('builtOn'), filter: true },
    { ...plain, name: 'storeys', kind: 'integer', label: label('storeys'), filter: true },
    { ...plain, name: 'area', kind: 'number', label: label('area') },
    { ...plain, name: 'empty', kind: 'boolean', label: label('empty') },
    {
      ...plain,
      name: 'owner',
      kind: 'identity-number',
      label: label('owner'),
      dataClass: 'L4',
      mask: 'identity-number',
      search: 'exact',
    },
    { ...plain, name: 'phone', kind: 'phone', label: label('phone'), dataClass: 'L3', mask: 'phone' },
  ];
  return {
    name: 'things',
    element: 'land',
    label: label('things'),
    geometry: 'point',
    titleField: 'name',
    fields: [...fields],
    flow: null,
    presentWhen: null,
    mayWrite: true,
    mayReveal: true,
    mayDelete: true,
    mayMerge: true,
    mayMove: true,
    movingFields: [],
    likenessFields: [],
    tagKinds: [],
    own: null,
    attachments: { kinds: [{ code: 'photo', label: label('photo'), dataClass: 'L2' }], most: 20, mostBytes: 1000 },
  };
}
