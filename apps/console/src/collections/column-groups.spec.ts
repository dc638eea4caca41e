import { expect, test } from '@jest/globals';
import { REGISTERS, toRegisterView } from '@wangge/domain';
import { columnGroups } from './column-groups';

const registers = REGISTERS.map((register) => toRegisterView(register, { assignments: [] }));

test('columns are the fields of the subject and of what it points at, two references far', () => {
  const residents = registers.find(({ name }) => name === 'residents');
  if (!residents) throw new Error('no residents');
  const groups = columnGroups(registers, residents);
  expect(groups.map(({ way }) => way)).toEqual(['', 'householdId', 'buildingId', 'householdId.buildingId']);
  const keys = groups.flatMap(({ columns }) => columns.map(({ key }) => key));
  expect(keys).toEqual(expect.arrayContaining(['phone', 'householdId.tenure', 'householdId.buildingId.builtYear']));
  expect(new Set(keys).size).toBe(keys.length);
});
