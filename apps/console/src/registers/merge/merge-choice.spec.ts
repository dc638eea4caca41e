import { expect, test } from '@jest/globals';
import type { RecordView, RegisterField } from '@wangge/contracts';
import { differing, firstChoice, takenOf } from './merge-choice';

const field = (name: string): RegisterField => ({
  name,
  kind: 'text',
  label: { zh: name, en: name },
  dataClass: 'L1',
  mask: null,
  required: false,
  search: 'none',
  filter: false,
  sort: false,
  inList: false,
  choices: null,
  references: null,
  bySystem: false,
  shownWhen: null,
});
const record = (values: RecordView['values']): RecordView => ({
  id: '01999999-0000-7000-8000-000000000001',
  register: 'residents',
  title: '某人',
  version: 1,
  chain: { districtCode: '230302', streetCode: '230302001', communityCode: '230302001001', gridCode: '230302001001001' },
  names: { district: '区', street: '街', community: '社区', grid: '网格' },
  point: null,
  values,
  masked: [],
  referenceTitles: {},
  createdAt: '2026-06-12T00:00:00Z',
  updatedAt: '2026-06-12T00:00:00Z',
});

test('what stays stays, but where it has nothing', () => {
  const fields = ['a', 'b', 'c', 'd'].map(field);
  const choice = firstChoice(fields, record({ a: '1', b: null }), record({ a: '2', b: '2', c: null, d: false }));
  expect(choice).toEqual({ a: false, b: true, c: false, d: true });
  expect(takenOf(choice)).toEqual(['b', 'd']);
});

test('one chooses only where the two differ, as far as the server says: masks may look alike', () => {
  expect(differing(['a', 'b'].map(field), { same: ['b'] }).map(({ name }) => name)).toEqual(['a']);
});
