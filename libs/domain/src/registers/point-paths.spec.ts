import { expect, test } from '@jest/globals';
import { findRegister } from './catalogue.js';
import { pointPaths } from './point-paths.js';

const pathsOf = (name: string) => {
  const definition = findRegister(name);
  if (!definition) throw new Error(`no register ${name}`);
  return pointPaths(definition, findRegister).map((path) => path.map(({ field }) => field.name).join(' → '));
};

test('a resident is found by his building, else by the building of his household', () => {
  expect(pathsOf('residents')).toEqual(['buildingId', 'householdId → buildingId']);
});

test('a building points nowhere: it has a spot of its own', () => {
  expect(pathsOf('buildings')).toEqual([]);
});
