import { expect, test } from '@jest/globals';
import { choices } from './dictionaries/choices.js';
import { readText } from './read-text.js';

const COLOURS = choices(['r', '红', 'Red'], ['g', '绿', 'Green']);

test.each([
  [{ kind: 'choice' as const, choices: COLOURS }, ' 红 ', 'r'],
  [{ kind: 'choice' as const, choices: COLOURS }, '蓝', '蓝'],
  [{ kind: 'choices' as const, choices: COLOURS }, '绿、Red', 'g,r'],
  [{ kind: 'boolean' as const }, '是', true],
  [{ kind: 'number' as const }, '1.5', 1.5],
  [{ kind: 'integer' as const }, '一', '一'],
])('a cell of %j that says %s is %j', (field, text, value) => {
  expect(readText(field, text)).toBe(value);
});
