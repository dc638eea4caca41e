import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pauseClock, resumeClock, startClock, stopClock } from './clock.js';
import { deadlineParts } from './deadline-parts.js';
import type { DeadlineStep } from './deadline-steps.js';
import { calendarFrom } from './working-calendar.js';

const seed = `${__dirname}/../../../../apps/api/seed/standards`;
const calendar = calendarFrom([2024, 2025, 2026].map((year) => JSON.parse(readFileSync(`${seed}/holiday_${year}.json`, 'utf8'))));
const china = (text: string): string => new Date(`${text}:00+08:00`).toISOString();
const handle = (at: string, limitMinutes: number, basis: 'working' | 'continuous' = 'working') =>
  startClock({ name: 'handle', basis, limitMinutes, at: china(at), calendar });

/** A terse reading of the steps, in local time. */
function read(step: DeadlineStep): string {
  const time = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
  if (step.kind === 'counted') return `${time(step.from)} to ${time(step.to)} +${step.minutes}`;
  if (step.kind === 'skipped')
    return `${step.afterWork ? 'off work, ' : ''}${step.name ?? step.reason} ${step.days.map((day) => day.slice(5)).join(' ')}`.trim();
  return `${step.days} days +${step.minutes} not ${step.skipped.map(({ name, reason, days }) => `${name ?? reason} ${days}`).join(', ')}`.replace(
    / not $/,
    '',
  );
}
const explain = (...clock: Parameters<typeof handle>) =>
  deadlineParts(handle(...clock), china('2026-01-01T00:00')).steps.map(read);

describe('the explanation of a deadline', () => {
  test('over a weekend is the sentence of the console', () => {
    const parts = deadlineParts(handle('2026-06-12T16:40', 240), china('2026-06-12T16:48'));
    expect(parts).toMatchObject({
      startedAt: china('2026-06-12T16:40'),
      usedMinutes: 8,
      remainingMinutes: 232,
      yellowAt: china('2026-06-15T09:52'),
      light: 'green',
      end: { state: 'running', at: china('2026-06-15T10:40') },
    });
    expect(parts.steps.map(read)).toEqual([
      '06-12 16:40 to 06-12 18:00 +80',
      'off work, weekend 06-13 06-14',
      '06-15 08:00 to 06-15 10:40 +160',
    ]);
  });

  test('within a day goes over lunch', () => {
    const { steps } = deadlineParts(handle('2026-06-10T10:00', 240), china('2026-06-10T10:00'));
    expect(steps).toEqual([
      {
        kind: 'counted',
        from: china('2026-06-10T10:00'),
        to: china('2026-06-10T16:00'),
        minutes: 240,
        breaks: [{ from: china('2026-06-10T12:00'), to: china('2026-06-10T14:00') }],
      },
    ]);
  });

  test('groups the working days of a week', () => {
    expect(explain('2026-06-12T16:00', 7 * 480)).toEqual([
      '06-12 16:00 to 06-12 18:00 +120',
      'off work, weekend 06-13 06-14',
      '4 days +1920',
      'off work, 端午节 06-19 06-20 06-21',
      '2 days +960',
      'off work, night',
      '06-24 08:00 to 06-24 16:00 +360',
    ]);
  });

  test('of a long limit groups over weekends and holidays', () => {
    expect(explain('2026-09-15T15:00', 30 * 480)).toEqual([
      '09-15 15:00 to 09-15 18:00 +180',
      'off work, night',
      '29 days +13920 not weekend 6, 中秋节 3, 国庆节 7',
      'off work, weekend 10-31 11-01',
      '11-02 08:00 to 11-02 15:00 +300',
    ]);
  });

  test('names the days off whole, whenever the clock was started', () => {
    expect(explain('2026-09-30T20:00', 60)[1]).toBe('国庆节 10-01 10-02 10-03 10-04 10-05 10-06 10-07');
    expect(explain('2026-06-13T10:00', 60)[0]).toBe('weekend 06-13 06-14');
    expect(explain('2026-06-12T19:00', 60).slice(0, 2)).toEqual(['night', 'weekend 06-13 06-14']);
  });

  test('on a continuous clock is one stretch', () => {
    expect(explain('2026-06-12T22:36', 120, 'continuous')).toEqual(['06-12 22:36 to 06-13 00:36 +120']);
  });

  test('tells of pauses, also on a Saturday', () => {
    const paused = pauseClock(handle('2026-06-12T17:00', 240), china('2026-06-13T10:00'), calendar);
    expect(deadlineParts(paused, china('2026-06-20T10:00'))).toMatchObject({
      usedMinutes: 60,
      light: 'none',
      end: { state: 'paused', at: china('2026-06-13T10:00') },
    });
    const { steps } = deadlineParts(resumeClock(paused, china('2026-06-14T10:00'), calendar), china('2026-06-14T10:00'));
    expect(steps.map(read)).toEqual([
      '06-12 17:00 to 06-12 18:00 +60',
      'off work, weekend 06-13',
      'paused',
      'weekend 06-14',
      '06-15 08:00 to 06-15 11:00 +180',
    ]);
  });

  test('does not call the Monday off on which it was paused before work', () => {
    const paused = pauseClock(handle('2026-06-12T17:00', 240), china('2026-06-15T06:00'), calendar);
    const { steps } = deadlineParts(paused, paused.since);
    expect(steps.map(read)).toEqual(['06-12 17:00 to 06-12 18:00 +60', 'off work, weekend 06-13 06-14', 'night']);
  });

  test('of finished work keeps the colour it ended with', () => {
    const stopped = stopClock(handle('2026-06-15T08:00', 60), china('2026-06-15T09:30'), calendar);
    const parts = deadlineParts(stopped, china('2026-07-01T00:00'));
    expect(parts).toMatchObject({
      light: 'red',
      usedMinutes: 90,
      remainingMinutes: 0,
      end: { state: 'stopped', at: china('2026-06-15T09:30') },
    });
  });

  test('counts what was used before the clock began', () => {
    const clock = startClock({
      name: 'handle',
      basis: 'working',
      limitMinutes: 240,
      at: china('2026-06-15T08:00'),
      calendar,
      usedMinutes: 30,
    });
    expect(deadlineParts(clock, china('2026-06-15T09:00'))).toMatchObject({
      carriedMinutes: 30,
      usedMinutes: 90,
      remainingMinutes: 150,
    });
  });
});

test('for any limit the steps add up to it and are few', () => {
  const start = fc.date({ min: new Date('2024-01-01Z'), max: new Date('2026-10-01Z'), noInvalidDate: true });
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 45 * 480 }), (at, limitMinutes) => {
      const clock = startClock({ name: 'handle', basis: 'working', limitMinutes, at: at.toISOString(), calendar });
      const { steps } = deadlineParts(clock, at.toISOString());
      expect(steps.reduce((sum, step) => sum + (step.kind === 'skipped' ? 0 : step.minutes), 0)).toBeCloseTo(limitMinutes, 6);
      expect(steps.length).toBeLessThanOrEqual(9);
    }),
  );
});
