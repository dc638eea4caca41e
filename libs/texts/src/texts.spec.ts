import { describe, expect, test } from '@jest/globals';
import { ERROR_STATUS } from '@wangge/contracts';
import { type Catalogue, commonTexts, consoleTexts, errorKey, fill, phoneTexts, reportTexts, texts, wallTexts } from './index.js';

const CATALOGUES: Record<string, Catalogue> = {
  common: commonTexts,
  console: consoleTexts,
  phone: phoneTexts,
  wall: wallTexts,
  report: reportTexts,
};
const placeholders = (message: string) => [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

describe.each(Object.entries(CATALOGUES))('the %s texts', (_, { zh, en }) => {
  test('have one key set in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  test('leave nothing empty', () => {
    const empty = Object.entries({ ...zh, ...en }).filter(([, message]) => message.trim() === '');
    expect(empty).toEqual([]);
  });

  test('name the same parameters in both languages', () => {
    const names = (words: Readonly<Record<string, string>>) =>
      Object.entries(words)
        .map(([key, message]) => [key, ...placeholders(message)].join(' '))
        .sort();
    expect(names(en)).toEqual(names(zh));
  });

  test('keep Chinese out of the English part, but for the name of the language', () => {
    const chinese = Object.entries(en).filter(([key, message]) => key !== 'language.zh' && /\p{Script=Han}/u.test(message));
    expect(chinese).toEqual([]);
  });
});

test('no key stands in two catalogues with different meanings', () => {
  const keys = Object.values(CATALOGUES).flatMap(({ zh }) => Object.keys(zh));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every error code has its own sentence', () => {
  for (const code of Object.keys(ERROR_STATUS)) expect(errorKey(code)).toBe(`error.${code}`);
  expect(errorKey('no.such-code')).toBe('error.unknown');
  expect(errorKey(undefined)).toBe('error.unknown');
});

test('parameters are filled in, plurals chosen, and an unknown one left visible', () => {
  const t = texts('en', commonTexts);
  expect(t('unit.events', { count: 1 })).toBe('1 event');
  expect(t('unit.events', { count: 3 })).toBe('3 events');
  expect(fill('{who} waits', {})).toBe('{who} waits');
  expect(texts('zh', commonTexts)('left.rest', { time: '3时52分' })).toBe('剩 3时52分');
});
