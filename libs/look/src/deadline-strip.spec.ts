import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Clock } from '@wangge/contracts';
import { calendarFrom, pauseClock, resumeClock, startClock, stopClock } from '@wangge/domain';
import { commonTexts, texts } from '@wangge/texts';
import fc from 'fast-check';
import { deadlineStrip, deadlineText } from './index.js';

const seed = `${__dirname}/../../../apps/api/seed/standards`;
const calendar = calendarFrom([2024, 2025, 2026].map((year) => JSON.parse(readFileSync(`${seed}/holiday_${year}.json`, 'utf8'))));
const zh = texts('zh', commonTexts);
const en = texts('en', commonTexts);
const china = (text: string): string => new Date(`${text}+08:00`).toISOString();
const handle = (at: string, limitMinutes: number, basis: Clock['basis'] = 'working') =>
  startClock({ name: 'handle', basis, limitMinutes, at: china(at), calendar });
const strip = (clock: Clock, now: string, t = zh) => deadlineStrip(clock, new Date(china(now)), t);
const read = (clock: Clock, now: string, t = zh) =>
  strip(clock, now, t).map(({ kind, head, label, start, end }) => [kind, head, label, start, end].join('|'));

describe('the strip of a deadline', () => {
  test('has the counted stretches by length and the days off in a gap', () => {
    const clock = handle('2026-06-12T16:40:37', 240);
    expect(read(clock, '2026-06-12T16:48:37')).toEqual([
      'counted|周五 6月12日|1时20分|16:40|18:00',
      'skipped|周六 周日|不计||',
      'counted|周一 6月15日|2时40分|08:00|10:40',
    ]);
    expect(read(clock, '2026-06-12T16:48:37', en)[1]).toBe('skipped|Sat Sun|off||');
  });

  test('marks the present and the deadline once', () => {
    const blocks = strip(handle('2026-06-12T16:40', 240), '2026-06-12T16:48');
    expect(blocks.map(({ now }) => now)).toEqual([expect.closeTo(0.1, 5), null, null]);
    expect(blocks.map(({ due }) => due)).toEqual([null, null, 1]);
    expect(blocks.map(({ passed }) => passed)).toEqual([expect.closeTo(0.1, 5), 0, 0]);
  });

  test('keeps the label clear of the present', () => {
    const clock = handle('2026-06-15T08:00', 240);
    expect(strip(clock, '2026-06-15T10:00')[0]).toMatchObject({ now: 0.5, labelAt: 0.75 });
    expect(strip(clock, '2026-06-15T11:00')[0]).toMatchObject({ now: 0.75, labelAt: 0.375 });
  });

  test('begins with the night when it was filed at night', () => {
    expect(read(handle('2026-06-12T03:25', 240), '2026-06-12T04:00')).toEqual([
      'skipped|夜间|不计|03:25|',
      'counted|周五 6月12日|4时|08:00|12:00',
    ]);
  });

  test('says less in a narrow block', () => {
    const [first] = read(handle('2026-06-12T17:50', 7 * 480), '2026-06-15T10:00');
    expect(first).toBe('counted|6月12日|10分|17:50|');
  });

  test('shows how far it is over, and what a paused clock has left', () => {
    expect(read(handle('2026-06-15T08:00', 60), '2026-06-15T09:30').at(-1)).toBe('over||超 30分||');
    const paused = pauseClock(handle('2026-06-12T17:00', 240), china('2026-06-13T10:00'), calendar);
    expect(read(paused, '2026-06-14T09:00').at(-1)).toBe('rest||剩 3时||');
  });

  test('marks within finished work where the deadline was', () => {
    const late = stopClock(handle('2026-06-15T08:00', 60), china('2026-06-15T10:00'), calendar);
    expect(strip(late, '2026-06-16T09:00')).toMatchObject([{ kind: 'counted', passed: 1, now: null, due: 0.5, lateFrom: 0.5 }]);
    const paused = pauseClock(handle('2026-06-15T08:00', 60), china('2026-06-15T09:30'), calendar);
    const resumed = stopClock(resumeClock(paused, china('2026-06-15T10:00'), calendar), china('2026-06-15T11:00'), calendar);
    expect(strip(resumed, '2026-06-16T09:00').at(-1)).toMatchObject({ due: null, lateFrom: 0 });
  });

  test('of one day that was interrupted names the day once', () => {
    const paused = pauseClock(handle('2026-06-15T08:00', 240), china('2026-06-15T09:00'), calendar);
    const heads = strip(resumeClock(paused, china('2026-06-15T10:00'), calendar), '2026-06-15T10:10').map(({ head }) => head);
    expect(heads).toEqual(['周一 6月15日', '', '']);
  });
});

/** A clock that was interrupted some times, each after and for some minutes. */
const anyClock = fc
  .record({
    at: fc.date({ min: new Date('2024-01-01Z'), max: new Date('2026-06-01Z'), noInvalidDate: true }),
    limitMinutes: fc.integer({ min: 15, max: 45 * 480 }),
    basis: fc.constantFrom('working' as const, 'continuous' as const),
    pauses: fc.array(fc.tuple(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 1, max: 400_000 })), { maxLength: 5 }),
    end: fc.constantFrom('runs', 'pauses', 'stops'),
  })
  .map(({ at, limitMinutes, basis, pauses, end }) => {
    let time = at.getTime();
    const after = (seconds: number): string => {
      time += seconds * 1000;
      return new Date(time).toISOString();
    };
    let clock = startClock({ name: 'handle', basis, limitMinutes, at: at.toISOString(), calendar });
    for (const [before, pause] of pauses) clock = resumeClock(pauseClock(clock, after(before), calendar), after(pause), calendar);
    if (end === 'pauses') clock = pauseClock(clock, after(5000), calendar);
    if (end === 'stops') clock = stopClock(clock, after(5000), calendar);
    return { clock, now: new Date(time + 3_600_000) };
  });

describe('any deadline', () => {
  test('has a strip of at most seven blocks, none of them empty, whose heads do not repeat', () => {
    fc.assert(
      fc.property(anyClock, fc.constantFrom(zh, en), ({ clock, now }, t) => {
        const blocks = deadlineStrip(clock, now, t);
        expect(blocks.length).toBeLessThanOrEqual(7);
        expect(blocks.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { share } of blocks) expect(share).toBeGreaterThan(0.05);
        const heads = blocks.map(({ head }) => head).filter((head) => head !== '');
        expect(new Set(heads).size).toBe(heads.length);
        expect(blocks.filter(({ now }) => now !== null).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('accounts for every minute of its limit, or of what was used', () => {
    fc.assert(
      fc.property(anyClock, ({ clock, now }) => {
        const text = deadlineText(clock, now, zh).replace(/（[^）]*）/g, '');
        const counted = [...text.matchAll(/计 ((?:\d+ ?个? ?工作日|\d+天|\d+时|\d+分)+)/g)].map(([, time = '']) =>
          minutesOf(time),
        );
        const [, limit = ''] = /起算，(\d[^，]*)，/.exec(text) ?? [];
        const [, left = ''] = /还剩 (\S+)。/.exec(text) ?? [];
        const [, used = ''] = /共用 (\S+)。/.exec(text) ?? [];
        const total = counted.reduce((sum, minutes) => sum + minutes, minutesOf(limit));
        if (clock.state === 'stopped') expect(total).toBe(minutesOf(used));
        else if (clock.usedMinutes <= clock.limitMinutes) expect(total + minutesOf(left)).toBe(clock.limitMinutes);
        else expect(total).toBe(Math.floor(clock.usedMinutes));
      }),
    );
  });

  test('has no hole in its words', () => {
    fc.assert(
      fc.property(anyClock, fc.constantFrom(zh, en), ({ clock, now }, t) => {
        const text = deadlineText(clock, now, t);
        expect(text).not.toMatch(/[{}]|undefined|NaN|[，；、,;:]\s*[，；。,;.]|\s{2}|\(\)|（）/);
        expect(text).toMatch(/[。.]$/);
      }),
    );
  });
});

const UNITS: Readonly<Record<string, number>> = { 工作日: 480, 工作时: 60, 天: 1440, 小时: 60, 时: 60, 分钟: 1, 分: 1 };

function minutesOf(time: string): number {
  const parts = [...time.matchAll(/(\d+) ?个?\s?(工作日|工作时|天|小时|时|分钟|分)/g)];
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? Number.NaN), 0);
}
