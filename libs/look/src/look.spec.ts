import { describe, expect, test } from '@jest/globals';
import { EventStatus, Light } from '@wangge/contracts';
import { commonTexts, texts } from '@wangge/texts';
import {
  deadlineWords,
  durationWords,
  instantWords,
  limitWords,
  lightLook,
  markerLook,
  markSvg,
  statusLook,
  timeLeft,
} from './index.js';

const zh = texts('zh', commonTexts);
const en = texts('en', commonTexts);
const now = new Date('2026-06-12T16:48:00+08:00');

describe('a status', () => {
  test.each(EventStatus.options)('%s has a word in both languages and a mark', (status) => {
    const { word, mark, colour } = statusLook(status);
    expect(zh(word)).not.toBe(word);
    expect(en(word)).not.toBe(word);
    expect(markSvg(mark)).toContain('currentColor');
    expect(colour).toBe(`var(--${mark})`);
  });

  test('yields to a pressing deadline where only one mark fits', () => {
    expect(markerLook('handling', 'red').mark).toBe('overdue');
    expect(markerLook('handling', 'yellow').mark).toBe('soon');
    expect(markerLook('handling', 'green').mark).toBe('progress');
    expect(markerLook('suspended', 'paused').mark).toBe('suspended');
  });

  test.each(Light.options)('light %s has a word', (light) => {
    expect(zh(lightLook(light).word)).not.toBe(lightLook(light).word);
  });
});

describe('a length of time', () => {
  test.each([
    [232, '3时52分', '3 h 52 min'],
    [185, '3时05分', '3 h 05 min'],
    [26.9, '26分', '26 min'],
    [120, '2时', '2 h'],
    [0.4, '不到1分', 'under 1 min'],
    [1440 * 2 + 300, '2天5时', '2 d 5 h'],
    [1440, '1天', '1 d'],
  ])('of %d minutes', (minutes, chinese, english) => {
    expect(durationWords(minutes, zh)).toBe(chinese);
    expect(durationWords(minutes, en)).toBe(english);
  });

  test('counts days of eight hours on a working clock', () => {
    expect(durationWords(480 + 90, zh, 'working')).toBe('1工作日1时');
    expect(durationWords(479, zh, 'working')).toBe('7时59分');
  });

  test('as a limit is written as the rules write it', () => {
    expect(limitWords(240, 'working', zh)).toBe('4 工作时');
    expect(limitWords(2400, 'working', zh)).toBe('5 工作日');
    expect(limitWords(480, 'working', en)).toBe('1 working day');
    expect(limitWords(15, 'continuous', zh)).toBe('15 分钟');
    expect(limitWords(120, 'continuous', zh)).toBe('2 小时');
  });
});

describe('an instant', () => {
  test.each([
    ['2026-06-12T01:31:00Z', '今天 09:31'],
    ['2026-06-11T19:12:00+08:00', '昨天 19:12'],
    ['2026-06-10T16:05:00+08:00', '06-10 16:05'],
    ['2025-11-05T10:00:00+08:00', '2025-11-05 10:00'],
  ])('%s is said in local time', (instant, words) => {
    expect(instantWords(instant, now, zh)).toBe(words);
  });

  test('ahead is said by its weekday within a week', () => {
    expect(deadlineWords('2026-06-15T10:40:00+08:00', now, zh)).toBe('周一 10:40');
    expect(deadlineWords('2026-06-13T00:36:00+08:00', now, zh)).toBe('明天 00:36');
    expect(deadlineWords('2026-06-22T10:40:00+08:00', now, zh)).toBe('06-22 10:40');
    expect(deadlineWords('2026-06-15T10:40:00+08:00', now, en)).toBe('Mon 10:40');
    expect(deadlineWords('2026-06-12T16:05:00+08:00', now, zh)).toBe('今天 16:05');
  });
});

describe('the time left of a row', () => {
  const row = (dueAt: string | null, yellowAt: string | null, light: Light = 'green') => ({
    dueAt,
    yellowAt,
    reportedAt: '2026-06-12T16:41:00+08:00',
    light,
  });

  test('counts down, turns yellow and then counts up', () => {
    const deadline = row('2026-06-12T16:56:00+08:00', '2026-06-12T16:53:00+08:00');
    expect(timeLeft(deadline, now, zh)).toMatchObject({ text: '剩 8分', light: 'green' });
    expect(timeLeft(deadline, now, zh).share).toBeCloseTo(7 / 15, 5);
    expect(timeLeft(deadline, new Date('2026-06-12T16:54:00+08:00'), zh)).toMatchObject({ text: '剩 2分', light: 'yellow' });
    expect(timeLeft(deadline, new Date('2026-06-12T17:22:00+08:00'), zh)).toMatchObject({
      text: '超 26分',
      light: 'red',
      share: 1,
    });
  });

  test('of a handling limit over nights is measured from the report', () => {
    const deadline = { ...row('2026-06-15T17:59:00+08:00', '2026-06-15T16:23:00+08:00'), status: 'handling' as const };
    const share = timeLeft(deadline, new Date('2026-06-15T03:00:00+08:00'), zh).share ?? 0;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.8);
  });

  test('says so when the clock is paused or nothing runs', () => {
    expect(timeLeft(row(null, null, 'paused'), now, zh)).toMatchObject({ text: '停', light: 'paused', share: null });
    expect(timeLeft(row(null, null, 'none'), now, zh)).toMatchObject({ text: '不计时', light: 'none' });
  });
});
