import { describe, expect, test } from '@jest/globals';
import { classRows } from './class-rows';

const count = (code: string, today: number, lastWeek = 0) => ({ code, name: code, today, lastWeek });

describe('the rows by class', () => {
  test('add up to today with the others in one row', () => {
    const classes = Array.from({ length: 14 }, (_, n) => count(String(10000 + n), n, 1));
    const { rows, others } = classRows(classes, 9);
    expect(rows).toHaveLength(8);
    expect(rows[0]?.today).toBe(13);
    expect(rows.reduce((sum, { today }) => sum + today, 0) + (others?.today ?? 0)).toBe(91);
    expect(others).toEqual({ classes: 6, today: 15, lastWeek: 6 });
  });

  test('need no others while all have room, and leave out classes that are silent', () => {
    expect(classRows([count('01001', 2), count('01002', 0)], 9)).toEqual({ rows: [count('01001', 2)] });
  });
});
