import { describe, expect, test } from '@jest/globals';
import englishMessages from 'ra-language-english';
import { raZh } from './ra-zh';

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}
const parameters = (message: string) => [...new Set([...message.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name))].sort();

describe('react-admin’s words in Chinese', () => {
  const chinese = new Map(leaves(raZh));
  const english = new Map(leaves(englishMessages));

  test('cover every English one and add none', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('leave nothing empty that is not empty in English', () => {
    const empty = [...chinese].filter(([key, message]) => message.trim() === '' && english.get(key)?.trim() !== '');
    expect(empty).toEqual([]);
  });

  test('use only parameters that react-admin gives them', () => {
    const foreign = [...chinese].filter(([key, message]) => {
      const given = [...parameters(english.get(key) ?? ''), 'smart_count'];
      return parameters(message).some((name) => !given.includes(name));
    });
    expect(foreign).toEqual([]);
  });
});
