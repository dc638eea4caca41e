import { expect, test } from '@jest/globals';
import type { RecordChange, RecordView } from '@wangge/contracts';
import { findRegister, toRegisterView } from '@wangge/domain';
import { conflictsOf } from './record-conflict';

const residents = findRegister('residents');
if (!residents) throw new Error('no residents');
const { fields } = toRegisterView(residents, { assignments: [] });
const record: RecordView = {
  id: '019f0000-0000-7000-8000-000000000001',
  register: 'residents',
  title: '钱*山',
  version: 4,
  chain: { districtCode: '230302', streetCode: '230302001', communityCode: '230302001001', gridCode: '230302001001001' },
  names: { district: '区', street: '街道', community: '社区', grid: '网格' },
  point: null,
  values: { phone: '138****0001', occupation: '教师', note: null },
  masked: ['phone'],
  referenceTitles: {},
  createdAt: '2026-06-12T08:00:00Z',
  updatedAt: '2026-06-12T08:00:00Z',
};
const change = (version: number, names: readonly string[], more: Partial<RecordChange> = {}): RecordChange => ({
  version,
  of: null,
  at: '2026-06-12T08:00:00Z',
  actor: '某人',
  kind: 'changed',
  action: null,
  fields: names.map((name) => ({ name, from: null, to: null })),
  reason: null,
  ...more,
});
const work = (values: RecordView['values']) => ({ register: 'residents', id: record.id, version: 2, values });
const names = (...found: Parameters<typeof conflictsOf>) => conflictsOf(...found).map(({ field }) => field.name);

test('only fields that others changed since are in conflict', () => {
  const history = [change(4, ['occupation']), change(3, ['gender']), change(2, ['note'])];
  expect(names(work({ occupation: '医生', note: '新', education: '1' }), fields, record, history)).toEqual(['occupation']);
  expect(names(work({ note: '新' }), fields, record, history)).toEqual([]);
});

test('a field with the same value by now is none', () => {
  expect(names(work({ occupation: '教师' }), fields, record, [change(4, ['occupation'])])).toEqual([]);
});

test('what is masked is compared by the history, since masks may look the same', () => {
  expect(names(work({ phone: '13899990001' }), fields, record, [change(3, ['phone'])])).toEqual(['phone']);
});

test('what happened to a record that was merged into this one says nothing of its versions', () => {
  const other = change(9, ['occupation'], { of: '019f0000-0000-7000-8000-000000000002' });
  expect(names(work({ occupation: '医生' }), fields, record, [other])).toEqual([]);
});
