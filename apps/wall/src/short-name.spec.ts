import { expect, test } from '@jest/globals';
import { nameWithin, shortPlace } from './short-name';

test('a unit grid is not called by its community again', () => {
  expect(nameWithin('龙行社区第1网格', '龙行社区居民委员会')).toBe('第1网格');
  expect(nameWithin('西山街道', '鸡冠区')).toBe('西山街道');
  expect(nameWithin('红星村委会', '红星乡')).toBe('红星村');
  expect(nameWithin('鸡冠区', undefined)).toBe('鸡冠区');
});

test('a place says community and grid once', () => {
  expect(shortPlace('龙行社区居民委员会 龙行社区第1网格')).toBe('龙行社区第1网格');
  expect(shortPlace('龙行社区居民委员会 北区网格')).toBe('龙行社区 北区网格');
  expect(shortPlace('梁家村委会')).toBe('梁家村');
  expect(shortPlace('')).toBe('');
});
