import { expect, test } from '@jest/globals';
import { nameWithin, placePath } from './place-names.js';

test('a grid does not repeat the name of its community', () => {
  expect(nameWithin('东岸社区第8网格', '东岸社区居民委员会')).toBe('第8网格');
  expect(nameWithin('东岸社区', '东岸社区居民委员会')).toBe('东岸社区');
  expect(placePath({ street: '东风街道', community: '东岸社区居民委员会', grid: '东岸社区第8网格' })).toEqual([
    '东风街道',
    '东岸社区',
    '第8网格',
  ]);
});
