import { expect, test } from '@jest/globals';
import { pageNumbers } from './page-numbers';

test('the ends and the neighbours of the present page are shown', () => {
  expect(pageNumbers(1, 13)).toEqual([1, 2, 3, undefined, 13]);
  expect(pageNumbers(7, 13)).toEqual([1, undefined, 6, 7, 8, 9, undefined, 13]);
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(3, 4)).toEqual([1, 2, 3, 4]);
});
