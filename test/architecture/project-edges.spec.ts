import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT, read } from './repository.js';

/** Which kind of project may need which: everything points down, screens see no server. */
const MAY_NEED: Record<string, readonly string[]> = {
  'scope:contracts': [],
  'scope:domain': ['scope:contracts'],
  'scope:texts': ['scope:contracts'],
  'scope:api-client': ['scope:contracts'],
  'scope:map': ['scope:contracts', 'scope:look'],
  'scope:look': ['scope:contracts', 'scope:domain', 'scope:texts'],
  'scope:offline': ['scope:contracts', 'scope:api-client'],
  'scope:testing': ['scope:contracts', 'scope:domain', 'scope:api-client'],
  'scope:api': ['scope:contracts', 'scope:domain', 'scope:texts'],
  'scope:screen': ['scope:contracts', 'scope:domain', 'scope:api-client', 'scope:look', 'scope:texts', 'scope:map', 'scope:offline'],
};

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const folders = ['apps', 'libs'].flatMap((group) => readdirSync(path.join(ROOT, group)).map((name) => `${group}/${name}`));
const manifestOf = (folder: string): Manifest => JSON.parse(read(`${folder}/package.json`));
const tagsOf = (folder: string): string[] => JSON.parse(read(`${folder}/project.json`)).tags;
const scopes = new Map(folders.map((folder) => [manifestOf(folder).name, tagsOf(folder)[0] ?? '']));
const ownAmong = (names: Record<string, string> = {}) => Object.keys(names).filter((name) => scopes.has(name));

describe.each(folders)('%s', (folder) => {
  const manifest = manifestOf(folder);
  const [scope = '', ...others] = tagsOf(folder);

  test('has one scope, and the scope has a place', () => {
    expect(others).toEqual([]);
    expect(Object.keys(MAY_NEED)).toContain(scope);
  });

  test('needs only what lies below it', () => {
    const needed = ownAmong(manifest.dependencies).map((name) => scopes.get(name));
    expect(needed.filter((other) => !MAY_NEED[scope]?.includes(other ?? ''))).toEqual([]);
  });

  test('uses no more than the test helpers beyond that, and in tests only', () => {
    const needed = ownAmong(manifest.devDependencies).map((name) => scopes.get(name));
    expect(needed.filter((other) => other !== 'scope:testing')).toEqual([]);
  });

  test('is named after its folder, private, and under the licence of the house', () => {
    expect(manifest).toMatchObject({ name: `@wangge/${path.basename(folder)}`, private: true, license: 'Apache-2.0' });
  });
});

test('the scopes themselves form no circle', () => {
  const below = (scope: string, seen: readonly string[]): void => {
    expect(seen).not.toContain(scope);
    for (const next of MAY_NEED[scope] ?? []) below(next, [...seen, scope]);
  };
  for (const scope of Object.keys(MAY_NEED)) below(scope, []);
});
