import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Clock } from '@wangge/contracts';
import fc from 'fast-check';
import { limitClock, pauseClock, recalculate, resumeClock, startClock, stopClock, usedMinutesAt } from './clock.js';
import { lightAt } from './light.js';
import { elapsedMinutes, reckon } from './reckon.js';
import { calendarFrom } from './working-calendar.js';

const seed = `${__dirname}/../../../../apps/api/seed/standards`;
const calendar = calendarFrom([2024, 2025, 2026].map((year) => JSON.parse(readFileSync(`${seed}/holiday_${year}.json`, 'utf8'))));
const china = (text: string): string => new Date(`${text}:00+08:00`).toISOString();
const handle = (at: string, limitMinutes: number, usedMinutes = 0) =>
  startClock({ name: 'handle', basis: 'working', limitMinutes, at: china(at), calendar, usedMinutes });

describe('a running clock', () => {
  const clock = handle('2026-06-12T16:40', 240);

  test('is what the contract says', () => {
    expect(Clock.parse(clock)).toEqual(clock);
    expect(clock).toMatchObject({ state: 'running', dueAt: china('2026-06-15T10:40'), yellowAt: china('2026-06-15T09:52') });
  });

  test('tells how much is used, in working time', () => {
    expect(usedMinutesAt(clock, china('2026-06-12T16:48'), calendar)).toBe(8);
    expect(usedMinutesAt(clock, china('2026-06-14T12:00'), calendar)).toBe(80);
    expect(usedMinutesAt(clock, china('2026-06-15T11:40'), calendar)).toBe(300);
  });

  test('is green, then yellow at 80 %, then red after the deadline', () => {
    expect(lightAt(china('2026-06-15T09:51'), clock)).toBe('green');
    expect(lightAt(china('2026-06-15T09:52'), clock)).toBe('yellow');
    expect(lightAt(china('2026-06-15T10:40'), clock)).toBe('yellow');
    expect(lightAt(china('2026-06-15T10:41'), clock)).toBe('red');
  });

  test('with minutes used before has the rest, and yellow belongs to the whole limit', () => {
    const rest = handle('2026-06-15T08:00', 240, 120);
    expect(rest).toMatchObject({ dueAt: china('2026-06-15T10:00'), yellowAt: china('2026-06-15T09:12') });
    expect(handle('2026-06-15T08:00', 240, 200).yellowAt).toBe(china('2026-06-15T08:00'));
  });
});

describe('a pause', () => {
  const paused = pauseClock(handle('2026-06-15T08:00', 240), china('2026-06-15T09:00'), calendar);

  test('takes deadline and colour away', () => {
    expect(paused).toMatchObject({ state: 'paused', usedMinutes: 60, dueAt: null, yellowAt: null });
    expect(lightAt(china('2027-01-01T00:00'), paused)).toBe('none');
    expect(usedMinutesAt(paused, china('2026-06-20T09:00'), calendar)).toBe(60);
  });

  test('does not count, and the segments tell the whole history', () => {
    const resumed = resumeClock(paused, china('2026-06-16T11:00'), calendar);
    expect(resumed).toMatchObject({ state: 'running', usedMinutes: 60, dueAt: china('2026-06-16T16:00') });
    expect(resumed.segments.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['counted', 60],
      ['paused', 26 * 60],
      ['counted', 60],
      ['lunch', 120],
      ['counted', 120],
    ]);
  });

  test('is not begun twice, and a running clock is not resumed', () => {
    expect(pauseClock(paused, china('2026-06-15T10:00'), calendar)).toBe(paused);
    const clock = handle('2026-06-15T08:00', 240);
    expect(resumeClock(clock, china('2026-06-15T10:00'), calendar)).toBe(clock);
  });

  test('cannot begin before the run did', () => {
    expect(pauseClock(handle('2026-06-15T08:00', 240), china('2026-06-15T07:00'), calendar)).toMatchObject({
      usedMinutes: 0,
      since: china('2026-06-15T08:00'),
    });
  });
});

describe('a stop', () => {
  test('keeps the deadline, to judge the work by', () => {
    const stopped = stopClock(handle('2026-06-15T08:00', 240), china('2026-06-15T09:00'), calendar);
    expect(stopped).toMatchObject({ state: 'stopped', usedMinutes: 60, dueAt: china('2026-06-15T12:00') });
    expect(lightAt(stopped.since, stopped)).toBe('green');
  });

  test('after the deadline shows what was counted beyond it', () => {
    const stopped = stopClock(handle('2026-06-15T08:00', 60), china('2026-06-15T11:00'), calendar);
    expect(stopped).toMatchObject({ usedMinutes: 180, dueAt: china('2026-06-15T09:00') });
    expect(stopped.segments.map(({ minutes }) => minutes)).toEqual([180]);
    expect(lightAt(stopped.since, stopped)).toBe('red');
  });

  test('of a paused clock adds no minutes', () => {
    const paused = pauseClock(handle('2026-06-15T08:00', 240), china('2026-06-15T09:00'), calendar);
    const stopped = stopClock(paused, china('2026-06-15T10:00'), calendar);
    expect(stopped.usedMinutes).toBe(60);
    expect(stopped.segments.map(({ kind }) => kind)).toEqual(['counted', 'paused']);
  });

  test('is not the end when a check fails: the rest goes on', () => {
    const stopped = stopClock(handle('2026-06-15T08:00', 240), china('2026-06-15T09:00'), calendar);
    expect(resumeClock(stopped, china('2026-06-15T10:00'), calendar).dueAt).toBe(china('2026-06-15T15:00'));
  });

  test('a clock whose limit is used up is due when it was reached, as soon as it runs again', () => {
    const stopped = stopClock(handle('2026-06-15T08:00', 60), china('2026-06-15T11:00'), calendar);
    const resumed = resumeClock(stopped, china('2026-06-16T08:00'), calendar);
    expect(resumed).toMatchObject({ dueAt: china('2026-06-15T09:00'), yellowAt: china('2026-06-15T08:48') });
    expect(resumed.segments.at(-1)?.kind).toBe('paused');
    expect(lightAt(resumed.since, resumed)).toBe('red');
    expect(usedMinutesAt(resumed, china('2026-06-16T09:00'), calendar)).toBe(240);
  });
});

test('an extension moves the deadline of the same clock', () => {
  const later = limitClock(handle('2026-06-15T08:00', 240), 480, calendar);
  expect(later).toMatchObject({ dueAt: china('2026-06-15T18:00'), limitMinutes: 480 });
});

describe('when a calendar is published later', () => {
  const published = calendarFrom([{ year: 2027, days: [{ name: '元旦', date: '2027-01-04', isOffDay: true }] }]);
  const guess = calendarFrom([]);
  const ask = { name: 'handle', basis: 'working', limitMinutes: 960, at: china('2027-01-01T08:00') } as const;

  test('a deadline moves and is no longer provisional', () => {
    const clock = startClock({ ...ask, calendar: guess });
    expect(clock).toMatchObject({ provisional: true, dueAt: china('2027-01-04T18:00') });
    expect(recalculate(clock, published)).toEqual(startClock({ ...ask, calendar: published }));
  });

  test('past runs are counted again, pauses stay', () => {
    const life = (by: typeof guess) => {
      const paused = pauseClock(startClock({ ...ask, calendar: by, usedMinutes: 7 }), china('2027-01-04T10:00'), by);
      return resumeClock(paused, china('2027-01-05T08:00'), by);
    };
    expect(recalculate(life(guess), published)).toEqual(life(published));
    expect(life(published).usedMinutes).toBe(487);
  });
});

describe('for any life of a clock', () => {
  const steps = fc.array(fc.record({ pause: fc.boolean(), after: fc.integer({ min: 0, max: 3 * 86_400_000 }) }), {
    maxLength: 12,
  });
  const start = fc
    .date({ min: new Date('2025-12-01Z'), max: new Date('2026-11-01Z'), noInvalidDate: true })
    .map((d) => d.toISOString());
  const basis = fc.constantFrom('working' as const, 'continuous' as const);

  /** Lives through the steps, and counts by itself what the runs add up to. */
  function live(startAt: string, on: 'working' | 'continuous', taken: readonly { pause: boolean; after: number }[]) {
    let clock = startClock({ name: 'handle', basis: on, limitMinutes: 960, at: startAt, calendar });
    let at = startAt;
    let counted = 0;
    for (const { pause, after } of taken) {
      const next = new Date(Date.parse(at) + after).toISOString();
      if (clock.state === 'running') counted += elapsedMinutes(on, at, next, calendar);
      clock = pause ? pauseClock(clock, next, calendar) : resumeClock(clock, next, calendar);
      at = next;
    }
    return { clock, at, counted };
  }

  test('pauses never change what the runs add up to', () => {
    fc.assert(
      fc.property(start, basis, steps, (startAt, on, taken) => {
        const { clock, at, counted } = live(startAt, on, taken);
        expect(usedMinutesAt(clock, at, calendar)).toBeCloseTo(counted, 6);
      }),
    );
  });

  test('the whole limit is counted up to the deadline, and nothing is missing from the history', () => {
    fc.assert(
      fc.property(start, basis, steps, (startAt, on, taken) => {
        const { clock, at } = live(startAt, on, taken);
        const running = resumeClock(clock, at, calendar);
        const ends = [running.startedAt, ...running.segments.map(({ to }) => to)];
        expect(ends.slice(0, -1)).toEqual(running.segments.map(({ from }) => from));
        const counted = running.segments.filter(({ kind }) => kind === 'counted').reduce((sum, { minutes }) => sum + minutes, 0);
        expect(counted).toBeCloseTo(Math.max(960, running.usedMinutes), 6);
      }),
    );
  });

  test('pausing and resuming at one moment leaves the deadline', () => {
    fc.assert(
      fc.property(start, basis, fc.integer({ min: 0, max: 5 * 86_400_000 }), (startAt, on, after) => {
        const { dueAt } = reckon({ basis: on, minutes: 960, startAt, calendar });
        const at = new Date(Date.parse(startAt) + after).toISOString();
        const { clock } = live(startAt, on, [{ pause: true, after }]);
        expect(resumeClock(clock, at, calendar).dueAt).toBe(dueAt);
      }),
    );
  });

  test('recalculating with the same calendar changes no time', () => {
    fc.assert(
      fc.property(start, basis, steps, (startAt, on, taken) => {
        const { clock } = live(startAt, on, taken);
        const again = recalculate(clock, calendar);
        expect({ ...again, segments: [], usedMinutes: 0 }).toEqual({ ...clock, segments: [], usedMinutes: 0 });
        expect(again.usedMinutes).toBeCloseTo(clock.usedMinutes, 6);
      }),
    );
  });
});
