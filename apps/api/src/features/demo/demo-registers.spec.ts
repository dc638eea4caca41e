import { describe, expect, test } from '@jest/globals';
import { CreateRecord } from '@wangge/contracts';
import { DEMO_DIVISION, findRegister, hasShape, REGISTERS, shapeFault, valuesParser } from '@wangge/domain';
import { seededRandom } from '../grid/index.js';
import { makeRegisters } from './demo-registers-plan.js';

const today = '2026-06-12';
const spots = ['230302004002001', '230302004002002', '230302001003001', '230302201204001'].flatMap((gridCode, grid) =>
  Array.from({ length: 6 }, (_, index) => ({
    gridCode,
    lng: 130.9 + grid / 100 + index / 1000,
    lat: 45.3,
    street: '演示街道',
    community: '演示社区',
  })),
);
const make = (seed = 'x') => makeRegisters({ random: seededRandom(seed), spots, start: `${today}T02:00:00Z`, today, residents: 1500 });
const made = make();
const all = [...made].flatMap(([name, records]) => records.map((record) => ({ name, ...record })));
const valuesOf = (name: string, field: string) =>
  (made.get(name) ?? []).map(({ values }) => values[field]).filter((value) => typeof value === 'string');

describe('the demo’s records', () => {
  test('are there for every register, as many as asked', () => {
    expect([...made.keys()].sort()).toEqual(REGISTERS.map(({ name }) => name).sort());
    for (const [name, { length }] of made) expect([name, length >= 4 && length < 1600]).toEqual([name, true]);
    expect(made.get('households')).toHaveLength(600);
    expect(made.get('residents')?.length).toBeGreaterThan(1400);
  });

  test('pass the checks of the registers, as a demo', () => {
    for (const [name, records] of made) {
      const definition = findRegister(name);
      if (!definition) throw new Error(name);
      const parse = valuesParser(definition, 'create', { allowDemoDivision: true, today, isSystem: true });
      for (const { values, id, gridCode, shape } of records) {
        expect([name, shape && shapeFault(definition.geometry, shape)]).toEqual([name, undefined]);
        expect([name, shape !== undefined]).toEqual([name, hasShape(definition)]);
        expect(parse(values)).toHaveProperty('values');
        expect(CreateRecord.safeParse({ id, gridCode, values }).success).toBe(true);
      }
    }
  });

  test('are the same for the same seed, and others for another', () => {
    expect(make()).toEqual(made);
    expect(make('y')).not.toEqual(made);
  });

  test('have identities and natural keys of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { name, naturalKey = [] } of REGISTERS) {
      const keys = naturalKey.flatMap((key) => valuesOf(name, key));
      expect([name, new Set(keys).size]).toEqual([name, keys.length]);
    }
  });

  test('carry numbers that belong to nobody', () => {
    for (const { name, fields } of REGISTERS) {
      for (const { name: field, kind } of fields) {
        for (const value of kind === 'identity-number' ? valuesOf(name, field) : [])
          expect(value).toMatch(new RegExp(`^${DEMO_DIVISION}`));
        for (const value of kind === 'phone' ? valuesOf(name, field) : []) expect(value).toMatch(/^104\d{8}$/);
        for (const value of kind === 'credit-code' ? valuesOf(name, field) : [])
          expect(value).toMatch(new RegExp(`^..${DEMO_DIVISION}`));
      }
    }
  });

  test('point at records that exist, in the same grid', () => {
    const gridOf = new Map(all.map(({ id, gridCode }) => [id, gridCode]));
    for (const { name, fields } of REGISTERS) {
      // Volunteers come together from all over the district.
      const near = fields.filter(({ references = '' }) => references !== '' && !references.startsWith('volunteer-'));
      for (const { name: field } of fields.filter(({ kind }) => kind === 'reference'))
        for (const { values } of made.get(name) ?? [])
          if (values[field] != null) expect([name, gridOf.has(String(values[field]))]).toEqual([name, true]);
      for (const { name: field } of near) {
        for (const { gridCode, values } of made.get(name) ?? [])
          if (values[field] != null) expect([name, gridOf.get(String(values[field]))]).toEqual([name, gridCode]);
      }
    }
  });

  test('have birth dates that agree with their numbers, and one head in each household', () => {
    const heads = new Map<unknown, number>();
    for (const { values } of made.get('residents') ?? []) {
      const { identityNumber, birthDate, gender, relationToHead, householdId } = values;
      if (relationToHead === '0') heads.set(householdId, (heads.get(householdId) ?? 0) + 1);
      if (typeof identityNumber !== 'string') continue;
      expect(identityNumber.slice(6, 14)).toBe(String(birthDate).replaceAll('-', ''));
      expect(Number(identityNumber[16]) % 2).toBe(gender === '1' ? 1 : 0);
    }
    expect([...heads.values()]).toEqual(Array(600).fill(1));
  });
});
