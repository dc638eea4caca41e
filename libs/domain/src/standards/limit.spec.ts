import { describe, expect, test } from '@jest/globals';
import { parseLimit } from './limit.js';

describe('a limit', () => {
  test.each([
    ['4工作时', undefined, '4工作时', 'working', 240],
    ['4小时', 'work_hour', '4工作时', 'working', 240],
    ['1天', 'work_day', '1工作日', 'working', 480],
    ['15 个工作日', undefined, '15工作日', 'working', 7200],
    ['２紧急工作时', 'urgent_hour', '2紧急工作时', 'continuous', 120],
    ['1紧急工作时制止', 'urgent_hour', '1紧急工作时', 'continuous', 60],
    ['2紧急工作日', 'natural_day', '2紧急工作日', 'continuous', 2880],
    ['7自然日', undefined, '7自然日', 'continuous', 10080],
    ['3天', 'natural_day', '3自然日', 'continuous', 4320],
    ['0.5天', undefined, '0.5工作日', 'working', 240],
    ['30分钟', 'urgent_minute', '30自然分', 'continuous', 30],
  ])('%s (%s) is %s', (text, hint, name, basis, minutes) => {
    expect(parseLimit(text, hint)).toEqual({ text: name, basis, minutes });
  });

  test('counts as its text says, whatever the type beside it', () => {
    expect(parseLimit('2紧急工作时', 'work_hour')?.basis).toBe('continuous');
    expect(parseLimit('4工作时', 'urgent_hour')?.basis).toBe('working');
  });

  test.each(['', '尽快', '4', '工作日', '0天', '-1天', '1天2小时', '10000天'])('is not "%s"', (text) => {
    expect(parseLimit(text)).toBeNull();
  });
});
