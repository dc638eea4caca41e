import { expect, test } from '@jest/globals';
import { periodOf } from './period';

const at = (local: string) => new Date(`${local}+08:00`);

test('a day begins in Shanghai', () => {
  expect(periodOf('today', at('2026-11-23T00:30:00'))).toEqual({ from: '2026-11-23', to: '2026-11-24' });
});

test('a week begins on Monday, also on a Sunday', () => {
  expect(periodOf('week', at('2026-11-23T10:00:00'))).toEqual({ from: '2026-11-23', to: '2026-11-24' });
  expect(periodOf('week', at('2026-11-22T10:00:00'))).toEqual({ from: '2026-11-16', to: '2026-11-23' });
});

test('a month begins on its first day, and the last one ends there, over a year as well', () => {
  expect(periodOf('month', at('2026-01-15T10:00:00'))).toEqual({ from: '2026-01-01', to: '2026-01-16' });
  expect(periodOf('last-month', at('2026-01-15T10:00:00'))).toEqual({ from: '2025-12-01', to: '2026-01-01' });
});
