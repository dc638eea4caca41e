import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localDate } from './local-day.js';
import { elapsedMinutes, reckon } from './reckon.js';
import { calendarFrom } from './working-calendar.js';

const seed = `${__dirname}/../../../../apps/api/seed/standards`;
const calendar = calendarFrom([2024, 2025, 2026].map((year) => JSON.parse(readFileSync(`${seed}/holiday_${year}.json`, 'utf8'))));
const china = (text: string): string => new Date(`${text}:00+08:00`).toISOString();
const HOUR = 60;
const DAY = 480;

describe('the deadline of a limit in working time', () => {
  test.each([
    ['Friday afternoon runs on on Monday', '2026-01-09T17:00', 4 * HOUR, '2026-01-12T11:00'],
    ['the picture of the console', '2026-06-12T16:40', 4 * HOUR, '2026-06-15T10:40'],
    ['a Sunday that is worked for a holiday', '2025-12-31T17:00', DAY, '2026-01-04T17:00'],
    ['a Saturday that is worked', '2026-02-13T16:00', DAY, '2026-02-14T16:00'],
    ['over the Spring Festival', '2026-02-14T16:00', 2 * DAY, '2026-02-25T16:00'],
    ['over the National Day, with a Saturday worked', '2026-09-30T15:00', 5 * DAY, '2026-10-13T15:00'],
    ['reported in the lunch break', '2026-01-09T12:30', 2 * HOUR, '2026-01-09T16:00'],
    ['reported on a Saturday', '2026-01-10T10:00', 2 * HOUR, '2026-01-12T10:00'],
    ['used up as a shift ends', '2026-01-09T08:00', 4 * HOUR, '2026-01-09T12:00'],
  ])('%s', (_, startAt, minutes, dueAt) => {
    expect(reckon({ basis: 'working', minutes, startAt: china(startAt), calendar }).dueAt).toBe(china(dueAt));
  });

  test('turns yellow when 80 % of it are used', () => {
    const { yellowAt } = reckon({ basis: 'working', minutes: 4 * HOUR, startAt: china('2026-06-12T16:40'), calendar });
    expect(yellowAt).toBe(china('2026-06-15T09:52'));
  });

  test('takes an instant with any offset', () => {
    const { dueAt } = reckon({ basis: 'working', minutes: 60, startAt: '2026-06-12T16:40:00+08:00', calendar });
    expect(dueAt).toBe('2026-06-12T09:40:00.000Z');
  });

  test('is provisional when it enters a year without a published calendar', () => {
    const late = reckon({ basis: 'working', minutes: 5 * DAY, startAt: china('2026-12-30T09:00'), calendar });
    expect(late).toMatchObject({ provisional: true, dueAt: china('2027-01-06T09:00') });
    expect(reckon({ basis: 'working', minutes: DAY, startAt: china('2026-12-30T09:00'), calendar }).provisional).toBe(false);
  });
});

test('an urgent limit runs on at night', () => {
  const urgent = reckon({ basis: 'continuous', minutes: 120, startAt: china('2026-12-31T22:36'), calendar });
  expect(urgent).toMatchObject({ dueAt: china('2027-01-01T00:36'), provisional: false });
  expect(urgent.segments.map(({ kind }) => kind)).toEqual(['counted']);
});

describe('the segments up to the deadline', () => {
  const kinds = (startAt: string, minutes: number) =>
    reckon({ basis: 'working', minutes, startAt: china(startAt), calendar }).segments.map(({ kind, name }) => name ?? kind);

  test('a weekend swallows the nights beside it', () => {
    const { segments } = reckon({ basis: 'working', minutes: 4 * HOUR, startAt: china('2026-06-12T16:40'), calendar });
    expect(segments).toEqual([
      { from: china('2026-06-12T16:40'), to: china('2026-06-12T18:00'), kind: 'counted', minutes: 80 },
      { from: china('2026-06-12T18:00'), to: china('2026-06-15T08:00'), kind: 'weekend', minutes: 62 * 60 },
      { from: china('2026-06-15T08:00'), to: china('2026-06-15T10:40'), kind: 'counted', minutes: 160 },
    ]);
  });

  test('lunch, night and holiday are told apart', () => {
    expect(kinds('2026-06-10T11:00', 5 * HOUR + 60)).toEqual(['counted', 'lunch', 'counted', 'night', 'counted']);
    expect(kinds('2026-02-14T16:00', 4 * HOUR)).toEqual(['counted', '春节', 'counted']);
  });

  test('a start outside working hours waits for them', () => {
    expect(kinds('2026-06-10T12:30', 60)).toEqual(['lunch', 'counted']);
    expect(kinds('2026-06-10T05:00', 60)).toEqual(['night', 'counted']);
    expect(kinds('2026-06-13T12:30', 60)).toEqual(['weekend', 'counted']);
    expect(kinds('2026-06-15T05:00', 60)).toEqual(['night', 'counted']);
  });

  test('a weekend and a holiday beside it meet at midnight', () => {
    const own = calendarFrom([{ year: 2026, days: [{ name: '节', date: '2026-06-15', isOffDay: true }] }]);
    const { segments } = reckon({ basis: 'working', minutes: 120, startAt: china('2026-06-12T17:00'), calendar: own });
    expect(segments.map(({ kind, to }) => [kind, to])).toEqual([
      ['counted', china('2026-06-12T18:00')],
      ['weekend', china('2026-06-15T00:00')],
      ['holiday', china('2026-06-16T08:00')],
      ['counted', china('2026-06-16T09:00')],
    ]);
  });
});

describe('for any limit and any start', () => {
  const start = fc
    .date({ min: new Date('2023-12-01Z'), max: new Date('2027-03-01Z'), noInvalidDate: true })
    .map((d) => d.toISOString());
  const limit = fc.record({
    basis: fc.constantFrom('working' as const, 'continuous' as const),
    minutes: fc.integer({ min: 1, max: 20 * DAY }),
  });

  test('exactly the limit has elapsed at the deadline', () => {
    fc.assert(
      fc.property(start, limit, (startAt, { basis, minutes }) => {
        const { dueAt } = reckon({ basis, minutes, startAt, calendar });
        expect(elapsedMinutes(basis, startAt, dueAt, calendar)).toBeCloseTo(minutes, 6);
      }),
    );
  });

  test('the segments are gapless, in order, and the counted ones make the limit', () => {
    fc.assert(
      fc.property(start, limit, (startAt, { basis, minutes }) => {
        const { segments, dueAt } = reckon({ basis, minutes, startAt, calendar });
        expect([startAt, ...segments.map(({ to }) => to)]).toEqual([...segments.map(({ from }) => from), dueAt]);
        expect(segments.every((piece) => piece.from < piece.to && piece.minutes > 0)).toBe(true);
        const counted = segments.filter(({ kind }) => kind === 'counted').reduce((sum, piece) => sum + piece.minutes, 0);
        expect(counted).toBeCloseTo(minutes, 6);
      }),
    );
  });

  test('a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(start, limit, fc.nat(DAY), (startAt, { basis, minutes }, more) => {
        const shorter = reckon({ basis, minutes, startAt, calendar }).dueAt;
        expect(reckon({ basis, minutes: minutes + more, startAt, calendar }).dueAt >= shorter).toBe(true);
      }),
    );
  });

  test('a working deadline never lies on a day off', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 20 * DAY }), (startAt, minutes) => {
        const { dueAt } = reckon({ basis: 'working', minutes, startAt, calendar });
        expect(calendar.days.get(localDate(dueAt))?.off ?? false).toBe(false);
      }),
    );
  });
});

test('ten years are reckoned at once', () => {
  const before = performance.now();
  const { segments } = reckon({ basis: 'working', minutes: 2500 * DAY, startAt: china('2024-01-02T08:00'), calendar });
  expect(segments.length).toBeGreaterThan(5000);
  expect(performance.now() - before).toBeLessThan(500);
});

test('a calendar refuses shifts that overlap, and a file that is none', () => {
  expect(() =>
    calendarFrom(
      [],
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '18:00' },
      ],
    ),
  ).toThrow('overlap');
  expect(() => calendarFrom([], [])).toThrow('at least one');
  expect(() => calendarFrom([{ year: '2026' }])).toThrow();
});
