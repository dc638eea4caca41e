import { expect, test } from '@jest/globals';
import { type Command, eventIdOf, rebased, recordWorkOf } from './item.js';

const ID = '019f0000-0000-7000-8000-000000000001';
const RECORD = '019f0000-0000-7000-8000-000000000002';
const values = { occupation: '医生', phone: '13800000001' };
const change: Command = { kind: 'change-record', register: 'residents', recordId: RECORD, body: { commandId: ID, version: 2, values } };
const fill: Command = {
  kind: 'fill',
  partId: ID,
  body: { commandId: ID, register: 'residents', recordId: RECORD, version: 2, values, answers: { q1: '自烧煤' } },
};
const addition: Command = { kind: 'create-record', register: 'residents', body: { id: RECORD, gridCode: '230302001001001', values } };

test('a change, an addition and a filling are about a record, and no event', () => {
  for (const command of [change, fill, addition]) {
    expect(recordWorkOf({ command })).toMatchObject({ register: 'residents', id: RECORD, values });
    expect(eventIdOf({ command })).toBeUndefined();
  }
  expect(recordWorkOf({ command: addition })?.version).toBeUndefined();
});

test('on another version it is the same command with what is still wanted; answers stay', () => {
  const wanted = { occupation: '医生' };
  expect(rebased(change, 5, wanted)).toEqual({ ...change, body: { commandId: ID, version: 5, values: wanted } });
  expect(rebased(fill, 5, wanted)).toEqual({ ...fill, body: { ...fill.body, version: 5, values: wanted } });
  expect(rebased(addition, 5, wanted)).toBe(addition);
});
