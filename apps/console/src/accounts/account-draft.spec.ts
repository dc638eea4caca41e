import { expect, test } from '@jest/globals';
import { toAccount } from './account-draft';

const id = '0198c1de-0000-7000-8000-000000000001';
const draft = {
  username: 'desk-3',
  name: '受理三号',
  password: 'Xiangyang-2026',
  assignments: [{ role: 'desk-operator', place: '230302' }],
} as const;

test('a role of an area is held at a node, one of a department in it', () => {
  expect(toAccount(id, draft)).toEqual({ account: { ...draft, id, assignments: [{ role: 'desk-operator', scope: '230302' }] } });
  const handler = { ...draft, assignments: [{ role: 'department-handler', place: id }] } as const;
  expect(toAccount(id, handler)).toEqual({
    account: { ...handler, id, assignments: [{ role: 'department-handler', departmentId: id }] },
  });
});

test('what is wrong is named by its field', () => {
  expect(toAccount(id, { username: '王', name: ' ', password: 'short', assignments: [] })).toEqual({
    faults: ['username', 'name', 'password', 'assignments'],
  });
});

test('an administrator holds nothing beside', () => {
  const both = {
    ...draft,
    assignments: [
      { role: 'system-admin', place: '230302' },
      { role: 'leader', place: '230302' },
    ],
  } as const;
  expect(toAccount(id, both)).toEqual({ faults: ['roles-conflict'] });
});
