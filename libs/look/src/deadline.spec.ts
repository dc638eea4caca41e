import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Clock } from '@wangge/contracts';
import { calendarFrom, pauseClock, resumeClock, startClock, stopClock } from '@wangge/domain';
import { commonTexts, texts } from '@wangge/texts';
import { deadlineSentence, deadlineStrip, deadlineText } from './index.js';

const seed = `${__dirname}/../../../apps/api/seed/standards`;
const calendar = calendarFrom([2024, 2025, 2026].map((year) => JSON.parse(readFileSync(`${seed}/holiday_${year}.json`, 'utf8'))));
const zh = texts('zh', commonTexts);
const en = texts('en', commonTexts);
const china = (text: string): string => new Date(`${text}:00+08:00`).toISOString();
const handle = (at: string, limitMinutes: number, basis: Clock['basis'] = 'working') =>
  startClock({ name: 'handle', basis, limitMinutes, at: china(at), calendar });
const say = (clock: Clock, now: string, t = zh) => deadlineText(clock, new Date(china(now)), t);

describe('the sentence of a deadline', () => {
  const weekend = handle('2026-06-12T16:40', 240);

  test('over a weekend is the one of the picture', () => {
    expect(say(weekend, '2026-06-12T16:48')).toBe(
      '周五 16:40 立案起算，到 18:00 计 1时20分，下班暂停；周六、周日不计；周一 08:00 续计 2时40分，10:40 截止。',
    );
    expect(say(weekend, '2026-06-12T16:48', en)).toBe(
      'From filing Fri 16:40, 1 h 20 min until 18:00, then work ends; Sat, Sun not counted; from Mon 08:00 another 2 h 40 min, due 10:40.',
    );
  });

  test('has the deadline itself in strong type', () => {
    const strong = deadlineSentence(weekend, new Date(china('2026-06-12T16:48')), zh).filter((piece) => piece.strong);
    expect(strong).toEqual([{ text: '10:40 截止', strong: true }]);
  });

  test('names lunch, and the day when midnight was passed', () => {
    expect(say(handle('2026-06-10T10:00', 240), '2026-06-10T11:00')).toBe(
      '周三 10:00 立案起算，计 4时（午休 12:00–14:00 不计），16:00 截止。',
    );
    expect(say(handle('2026-06-12T22:36', 120, 'continuous'), '2026-06-12T23:00')).toBe(
      '周五 22:36 立案起算，计 2时，周六 00:36 截止。',
    );
  });

  test('says when it was filed although it does not count yet', () => {
    expect(say(handle('2026-06-12T19:00', 60), '2026-06-12T19:30')).toBe(
      '周五 19:00 立案；夜间不计；周六、周日不计；周一 08:00 起算，计 1时，09:00 截止。',
    );
  });

  test('beyond a week gives dates instead of weekdays, and names the holiday', () => {
    expect(say(handle('2026-06-12T16:00', 7 * 480), '2026-06-15T10:00')).toBe(
      '6月12日 16:00 立案起算，到 18:00 计 2时，下班暂停；周末（6月13日至6月14日）不计；6月15日至6月18日计 4 个工作日，下班暂停；' +
        '端午节（6月19日至6月21日）不计；6月22日至6月23日计 2 个工作日，下班暂停；6月24日 08:00 续计 6时（午休 12:00–14:00 不计），16:00 截止。',
    );
  });

  test('of a paused, resumed or finished clock tells what happened to it', () => {
    const paused = pauseClock(handle('2026-06-12T17:00', 240), china('2026-06-13T10:00'), calendar);
    expect(say(paused, '2026-06-14T09:00')).toMatch(/周六 10:00 起停表，还剩 3时。$/);
    expect(say(resumeClock(paused, china('2026-06-14T10:00'), calendar), '2026-06-14T10:00')).toContain(
      '周六 10:00至周日 10:00 停表',
    );
    const stopped = stopClock(handle('2026-06-15T08:00', 60), china('2026-06-15T09:30'), calendar);
    expect(say(stopped, '2026-06-15T10:00')).toBe('周一 08:00 立案起算，计 1时30分，09:30 停表，共用 1时30分。');
  });

  test('warns that it is provisional in a year without a published calendar', () => {
    expect(say(handle('2026-12-30T09:00', 5 * 480), '2026-12-30T10:00')).toContain('2027 年放假安排尚未公布');
  });
});

describe('the strip of a deadline', () => {
  test('has the counted stretches by length and the days off in a gap', () => {
    const blocks = deadlineStrip(handle('2026-06-12T16:40', 240), new Date(china('2026-06-12T16:48')), zh);
    expect(blocks.map(({ kind, head, label, start, end }) => [kind, head, label, start, end])).toEqual([
      ['counted', '周五 6月12日', '1时20分', '16:40', '18:00'],
      ['skipped', '周六 周日', '不计', '', ''],
      ['counted', '周一 6月15日', '2时40分', '08:00', '10:40'],
    ]);
    expect(blocks[0]?.passed).toBeCloseTo(0.1, 5);
    expect(blocks.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('leaves each block room for its words, and says less in a narrow one', () => {
    const blocks = deadlineStrip(handle('2026-06-12T17:50', 7 * 480), new Date(china('2026-06-15T10:00')), zh);
    expect(Math.min(...blocks.map(({ share }) => share))).toBeGreaterThan(0.08);
    expect(blocks[0]).toMatchObject({ head: '周五', start: '17:50', end: '' });
    expect(blocks.at(-1)).toMatchObject({ end: '17:50' });
  });

  test('shows how far it is over, and what a paused clock has left', () => {
    const kinds = (clock: Clock, now: string) =>
      deadlineStrip(clock, new Date(china(now)), zh).map(({ kind, label }) => [kind, label]);
    expect(kinds(handle('2026-06-15T08:00', 60), '2026-06-15T09:30').at(-1)).toEqual(['over', '超 30分']);
    const paused = pauseClock(handle('2026-06-12T17:00', 240), china('2026-06-13T10:00'), calendar);
    expect(kinds(paused, '2026-06-14T09:00').at(-1)).toEqual(['rest', '剩 3时']);
  });
});
