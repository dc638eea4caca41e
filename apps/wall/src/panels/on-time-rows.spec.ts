import { describe, expect, test } from '@jest/globals';
import { onAxis, onTimeRows } from './on-time-rows';

const area = (code: string, onTimeRate: number | null) =>
  ({ code, name: code, level: 'street', open: 1, overdue: 0, onTimeRate }) as const;

describe('the rates of the areas', () => {
  test('go from best to worst, those without a rate last', () => {
    const { rows, cut } = onTimeRows([area('a', 0.866), area('b', null), area('c', 0.953)], 10);
    expect(rows.map(({ code }) => code)).toEqual(['c', 'a', 'b']);
    expect(cut).toBe(false);
  });

  test('show the lowest where there are too many', () => {
    const { rows, cut } = onTimeRows(
      Array.from({ length: 20 }, (_, n) => area(String(n), n / 20)),
      10,
    );
    expect(cut).toBe(true);
    expect(rows.at(-1)?.code).toBe('0');
    expect(rows).toHaveLength(10);
  });

  test('lie on an axis that begins a little below the lowest', () => {
    const { from } = onTimeRows([area('a', 0.866), area('c', 0.953)], 10);
    expect(from).toBe(0.85);
    expect(onAxis(0.85, from)).toBe(0);
    expect(onAxis(1, from)).toBe(100);
    expect(onTimeRows([area('a', 1)], 10).from).toBe(0.95);
    expect(onTimeRows([area('a', 0)], 10).from).toBe(0);
  });
});
