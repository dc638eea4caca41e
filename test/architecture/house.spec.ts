import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesBelow, ROOT, read } from './repository.js';

const TEXT = /\.(ts|tsx|mjs|cjs|js|json|css|html|md|yml|yaml|sql|sh)$|(^|\/)(Dockerfile|run|NOTICE)$/;
const sources = filesBelow().filter((file) => TEXT.test(file) && file !== 'package-lock.json' && !file.startsWith('apps/api/seed/'));
const code = sources.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file));

/** Written in pieces, so that this file does not find itself. */
const FORBIDDEN: [what: string, pattern: RegExp, files: string[]][] = [
  ['a note to do something later without the number of its issue', new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')})\\b(?!\\s*\\(?#\\d)`), sources],
  ['a test that runs alone', new RegExp(`\\b(test|it|describe)\\.${'only'}\\b`), code],
  ['a test that was switched off', /\b(xit|xtest|xdescribe)\(/, code],
  ['a debugger stop', new RegExp(`^\\s*${'debug'}ger;`, 'm'), code],
  ['a silenced type check', new RegExp(`@ts-(${'ign'}ore|${'noch'}eck)`), code],
  ['a path of one machine', new RegExp(`/(${['ro', 'ot'].join('')}|${['ho', 'me'].join('')}/[a-z]+|${['wo', 'rk'].join('')}/(main|shared))/`), sources],
];

describe.each(FORBIDDEN)('no file holds %s', (_, pattern, files) => {
  test('and none does', () => {
    expect(files.filter((file) => pattern.test(read(file)))).toEqual([]);
  });
});

test('the commands of the guides exist', () => {
  const { scripts } = JSON.parse(read('package.json'));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'build', 'lint', 'grid:import', 'licences']));
  const files = Object.values<string>(scripts).flatMap((script) => /^(?:exec )?node (\S+)/.exec(script)?.[1] ?? []);
  expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test('the licence is Apache 2.0, word for word', () => {
  const hash = createHash('sha256').update(read('LICENSE')).digest('hex');
  expect(hash).toBe('cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30');
});

test('all dependencies carry approved licences, and docs/licences.md lists them', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/licences.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('links in the guides lead somewhere', () => {
  const guides = sources.filter((file) => file.endsWith('.md'));
  const broken = guides.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, link = '']) => path.join(path.dirname(file), link))
      .filter((target) => !existsSync(path.join(ROOT, target)))
      .map((target) => `${file} → ${target}`),
  );
  expect(broken).toEqual([]);
});

test('every guide exists in Chinese and in English', () => {
  const names = (language: string) => filesBelow(`docs/${language}`).map((file) => path.basename(file)).sort();
  expect(names('zh-CN')).toEqual(names('en'));
  expect(names('en').length).toBeGreaterThan(0);
});
