import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Clock } from '@wangge/contracts';
import { calendarFrom, type ClockStart, pauseClock, resumeClock, startClock, stopClock } from '@wangge/domain';
import { commonTexts, texts } from '@wangge/texts';
import { deadlineSentence, deadlineText } from './index.js';

const seed = `${__dirname}/../../../apps/api/seed/standards`;
const calendar = calendarFrom([2024, 2025, 2026].map((year) => JSON.parse(readFileSync(`${seed}/holiday_${year}.json`, 'utf8'))));
const zh = texts('zh', commonTexts);
const en = texts('en', commonTexts);
const china = (text: string): string => new Date(`${text}+08:00`).toISOString();
const clockOf = (start: Omit<ClockStart, 'calendar'>): Clock => startClock({ ...start, at: china(start.at), calendar });
const handle = (at: string, limitMinutes: number, basis: Clock['basis'] = 'working') =>
  clockOf({ name: 'handle', basis, limitMinutes, at });
const say = (clock: Clock, now: string, t = zh) => deadlineText(clock, new Date(china(now)), t);

function saySame(clock: Clock, now: string, chinese: string, english: string): void {
  expect(say(clock, now)).toBe(chinese);
  expect(say(clock, now, en)).toBe(english);
}

describe('the sentence of a deadline', () => {
  const weekend = handle('2026-06-12T16:40', 240);

  test('over a weekend is the one of the picture', () => {
    expect(say(weekend, '2026-06-12T16:48')).toBe(
      '周五 16:40 立案起算，到 18:00 计 1时20分，下班暂停；周六、周日不计；周一 08:00 续计 2时40分，10:40 截止。',
    );
    expect(say(weekend, '2026-06-12T16:48', en)).toBe(
      'Time runs from filing (Fri 16:40): 1 h 20 min until 18:00, when work ends; Sat and Sun do not count; another 2 h 40 min from Mon 08:00, due 10:40.',
    );
  });

  test('is the same when it was filed some seconds later', () => {
    const later = handle('2026-06-12T16:40:37', 240);
    expect(say(later, '2026-06-12T16:48')).toBe(say(weekend, '2026-06-12T16:48'));
  });

  test('has the deadline itself in strong type', () => {
    const strong = deadlineSentence(weekend, new Date(china('2026-06-12T16:48')), en).filter((piece) => piece.strong);
    expect(strong).toEqual([{ text: 'due 10:40', strong: true }]);
  });

  test.each([
    [
      '2026-01-09T17:00',
      240,
      '周五 17:00 立案起算，到 18:00 计 1时，下班暂停；周六、周日不计；周一 08:00 续计 3时，11:00 截止。',
      'Time runs from filing (Fri 17:00): 1 h until 18:00, when work ends; Sat and Sun do not count; another 3 h from Mon 08:00, due 11:00.',
    ],
    [
      '2025-12-31T17:00',
      480,
      '周三 17:00 立案起算，到 18:00 计 1时，下班暂停；元旦（1月1日至1月3日）不计；周日 08:00 续计 7时（调休上班，午休 12:00–14:00 不计），17:00 截止。',
      'Time runs from filing (Wed 17:00): 1 h until 18:00, when work ends; New Year (1/1 to 3/1) does not count; another 7 h from Sun 08:00 (a make-up working day, without the lunch break 12:00–14:00), due 17:00.',
    ],
    [
      '2026-02-13T16:00',
      480,
      '周五 16:00 立案起算，到 18:00 计 2时，下班暂停；周六 08:00 续计 6时（调休上班，午休 12:00–14:00 不计），16:00 截止。',
      'Time runs from filing (Fri 16:00): 2 h until 18:00, when work ends; another 6 h from Sat 08:00 (a make-up working day, without the lunch break 12:00–14:00), due 16:00.',
    ],
    [
      '2026-02-14T16:00',
      960,
      '2月14日 16:00 立案起算，到 18:00 计 2时（调休上班），下班暂停；春节（2月15日至2月23日）不计；2月24日 08:00 续计 8时（午休 12:00–14:00 不计），下班暂停；2月25日 08:00 续计 6时（午休 12:00–14:00 不计），16:00 截止。',
      'Time runs from filing (14/2 16:00): 2 h until 18:00 (a make-up working day), when work ends; Spring Festival (15/2 to 23/2) does not count; another 8 h from 24/2 08:00 (without the lunch break 12:00–14:00), when work ends; another 6 h from 25/2 08:00 (without the lunch break 12:00–14:00), due 16:00.',
    ],
    [
      '2026-09-30T15:00',
      2400,
      '9月30日 15:00 立案起算，到 18:00 计 3时，下班暂停；国庆节（10月1日至10月7日）不计；10月8日至10月10日计 3 个工作日（含调休上班 1 天）；周末（10月11日）不计；10月12日 08:00 续计 8时（午休 12:00–14:00 不计），下班暂停；10月13日 08:00 续计 5时（午休 12:00–14:00 不计），15:00 截止。',
      'Time runs from filing (30/9 15:00): 3 h until 18:00, when work ends; National Day (1/10 to 7/10) does not count; 3 working days from 8/10 to 10/10 (with 1 make-up day); the weekend (11/10) does not count; another 8 h from 12/10 08:00 (without the lunch break 12:00–14:00), when work ends; another 5 h from 13/10 08:00 (without the lunch break 12:00–14:00), due 15:00.',
    ],
    [
      '2026-01-09T12:30',
      120,
      '12:30 立案；午休不计；14:00 起算，2 工作时，16:00 截止。',
      'The clock starts with filing (12:30); the lunch break does not count; time runs from 14:00: 2 working hours, due 16:00.',
    ],
    [
      '2026-01-10T10:00',
      120,
      '周六 10:00 立案；周六、周日不计；周一 08:00 起算，2 工作时，10:00 截止。',
      'The clock starts with filing (Sat 10:00); Sat and Sun do not count; time runs from Mon 08:00: 2 working hours, due 10:00.',
    ],
    [
      '2026-06-12T03:25',
      240,
      '03:25 立案；夜间不计；08:00 起算，4 工作时，12:00 截止。',
      'The clock starts with filing (03:25); the night does not count; time runs from 08:00: 4 working hours, due 12:00.',
    ],
    [
      '2026-06-10T10:00',
      240,
      '10:00 立案起算，4 工作时（午休 12:00–14:00 不计），16:00 截止。',
      'Time runs from filing (10:00): 4 working hours (without the lunch break 12:00–14:00), due 16:00.',
    ],
    [
      '2026-09-15T15:00',
      15 * 480,
      '9月15日 15:00 立案起算，到 18:00 计 3时，下班暂停；9月16日至10月10日计 14 个工作日（含调休上班 2 天，其间周末 1 天、中秋节 3 天、国庆节 7 天不计）；周末（10月11日）不计；10月12日 08:00 续计 5时（午休 12:00–14:00 不计），15:00 截止。',
      'Time runs from filing (15/9 15:00): 3 h until 18:00, when work ends; 14 working days from 16/9 to 10/10 (with 2 make-up days, not counting weekends (1 day), Mid-Autumn Festival (3 days) and National Day (7 days)); the weekend (11/10) does not count; another 5 h from 12/10 08:00 (without the lunch break 12:00–14:00), due 15:00.',
    ],
  ])('filed %s with %d minutes', (at, minutes, chinese, english) => {
    saySame(handle(at, minutes), at, chinese, english);
  });

  test('names the day when an urgent limit passes midnight', () => {
    const urgent = handle('2026-06-12T22:36', 120, 'continuous');
    saySame(
      urgent,
      '2026-06-12T23:00',
      '周五 22:36 立案起算，2 小时，周六 00:36 截止。',
      'Time runs from filing (Fri 22:36): 2 hours, due Sat 00:36.',
    );
  });

  test('of a stage calls its beginning by its own name, and the day only when it is not today', () => {
    const stage = clockOf({ name: 'accept', basis: 'continuous', limitMinutes: 15, at: '2026-06-12T03:24:11' });
    saySame(
      stage,
      '2026-06-12T03:25',
      '03:24 上报起算，15 分钟，03:39 截止。',
      'Time runs from the report (03:24): 15 minutes, due 03:39.',
    );
    expect(say(stage, '2026-06-13T03:25')).toBe('周五 03:24 上报起算，15 分钟，03:39 截止。');
  });

  test('says what was counted before', () => {
    const clock = clockOf({ name: 'handle', basis: 'working', limitMinutes: 240, at: '2026-06-15T08:00', usedMinutes: 30 });
    saySame(
      clock,
      '2026-06-15T09:00',
      '此前已计 30分；08:00 立案起算，计 3时30分，11:30 截止。',
      '30 min had counted before; time runs from filing (08:00): 3 h 30 min, due 11:30.',
    );
  });

  test('warns that it is provisional in a year without a published calendar', () => {
    const clock = handle('2026-12-30T09:00', 5 * 480);
    expect(say(clock, '2026-12-30T10:00')).toMatch(/。 2027 年放假安排尚未公布，截止时间为暂定，公布后重新计算。$/);
    expect(say(clock, '2026-12-30T10:00', en)).toContain('The holidays of 2027 are not published yet');
  });
});

describe('the sentence of a clock that was interrupted', () => {
  const paused = pauseClock(handle('2026-06-12T16:40:37', 240), china('2026-06-12T17:10:20'), calendar);
  const resumed = resumeClock(paused, china('2026-06-15T08:30:50'), calendar);

  test('tells since when it is paused and what is left', () => {
    saySame(
      paused,
      '2026-06-14T09:00',
      '周五 16:40 立案起算，计 30分，17:10 起停表，还剩 3时30分。',
      'Time runs from filing (Fri 16:40): 30 min, paused since 17:10 with 3 h 30 min left.',
    );
  });

  test('names the pause when it goes on', () => {
    saySame(
      resumed,
      '2026-06-15T09:00',
      '周五 16:40 立案起算，到 17:10 计 30分；17:10 至 周一 08:30 停表；08:30 续计 3时30分（午休 12:00–14:00 不计），14:01 截止。',
      'Time runs from filing (Fri 16:40): 30 min until 17:10; paused from 17:10 to Mon 08:30; another 3 h 30 min from 08:30 (without the lunch break 12:00–14:00), due 14:01.',
    );
  });

  test('ends with what was used, to the minute', () => {
    expect(say(stopClock(resumed, china('2026-06-15T11:00'), calendar), '2026-06-15T12:00')).toMatch(
      /08:30 续计 2时28分，11:00 计时结束，共用 2时58分。$/,
    );
    const urgent = stopClock(handle('2026-06-12T03:25', 60, 'continuous'), china('2026-06-14T11:00'), calendar);
    expect(say(urgent, '2026-06-15T12:00')).toBe('周五 03:25 立案起算，计 2天7时35分，周日 11:00 计时结束，共用 2天7时35分。');
  });

  test('that was paused on a day off names the days on both sides', () => {
    const saturday = pauseClock(handle('2026-06-12T17:00', 240), china('2026-06-13T10:00'), calendar);
    expect(say(saturday, '2026-06-14T09:00')).toMatch(/周六不计；周六 10:00 起停表，还剩 3时。$/);
    expect(say(resumeClock(saturday, china('2026-06-14T10:00'), calendar), '2026-06-14T10:00')).toContain(
      '周六 10:00 至 周日 10:00 停表；周日不计',
    );
  });
});
