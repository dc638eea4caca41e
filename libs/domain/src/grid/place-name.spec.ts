import { expect, test } from '@jest/globals';
import { placeNameOf } from './place-name.js';

test.each([
  ['四海居社区居民委员会', '四海居社区'],
  ['梁家村委会', '梁家村'],
  ['前进村民委员会', '前进村'],
  ['西山街道', '西山街道'],
  ['四海居社区第1网格', '四海居社区第1网格'],
])('%s is the place %s', (committee, place) => {
  expect(placeNameOf(committee)).toBe(place);
});
