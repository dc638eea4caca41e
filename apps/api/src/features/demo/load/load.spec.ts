import { describe, expect, test } from '@jest/globals';
import type { Delta } from '@wangge/domain';
import { findRegister, valuesParser } from '@wangge/domain';
import type { Life } from '../demo-life.js';
import { condensed } from './condensed-deltas.js';
import { readLoadOptions, RESIDENTS_A_PIECE } from './load-options.js';
import { makePeople } from './load-people.js';

const today = '2026-06-12';
const spots = [{ gridCode: '230302004002001', lng: 130.97, lat: 45.3, street: '演示街道', community: '演示社区' }];
const piece = (index: number) => makePeople({ index, seed: 'x', spots, start: `${today}T02:00:00Z`, today });
const numbersOf = (index: number) =>
  (piece(index).get('residents') ?? []).map(({ values }) => values.identityNumber).filter((number) => typeof number === 'string');

describe('a piece of made-up people', () => {
  test('is the same each time, and has as many residents as it says', () => {
    expect(piece(3)).toEqual(piece(3));
    expect(piece(3).get('residents')).toHaveLength(RESIDENTS_A_PIECE);
  });

  test('gives nobody a number that another piece gives', () => {
    const numbers = [0, 1, 2, 900].flatMap(numbersOf);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('passes the checks of the registers', () => {
    for (const [name, records] of piece(5)) {
      const definition = findRegister(name);
      if (!definition) throw new Error(name);
      const parse = valuesParser(definition, 'create', { allowDemoDivision: true, today });
      for (const { values } of records) expect(parse(values)).toHaveProperty('values');
    }
  });
});

describe('increments gathered beforehand', () => {
  const delta = (day: string, hour: number, measure: Delta['measure'], count: number): Delta => ({
    day,
    hour,
    measure,
    count,
    classCode: '01001',
    departmentId: null,
    source: 'worker',
    minutes: 0,
  });
  const gather = (...deltas: Delta[]) => condensed([{ deltas } as unknown as Life], `${today}T02:00:00Z`)[0]?.deltas;

  test('leave out what nets to nothing in an old month, and move the rest to its end', () => {
    expect(gather(delta('2026-01-03', 9, 'in:handling', 1), delta('2026-01-04', 10, 'in:handling', -1))).toEqual([]);
    expect(gather(delta('2026-02-03', 9, 'in:handling', 1))).toEqual([delta('2026-02-28', -1, 'in:handling', 1)]);
  });

  test('keep the hours of the last days, and the day of every flow', () => {
    const [late, flow] = [delta('2026-06-11', 9, 'in:handling', 1), delta('2026-01-03', 9, 'closed', 1)];
    expect(gather(late, flow)).toEqual([late, { ...flow, hour: -1 }]);
  });
});

test('options are numbers, and something is asked for', () => {
  expect(readLoadOptions(['--residents', '1000'])).toEqual({ residents: 1000, events: 0, grids: 0 });
  for (const wrong of [[], ['--residents', 'many'], ['--residents', '99999999'], ['--unknown', '1']])
    expect(readLoadOptions(wrong)).toBeUndefined();
});
