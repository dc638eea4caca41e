import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Secrets } from './secrets.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('the keys of an installation', () => {
  test('are made at the first start, readable by their owner only, and stay the same', () => {
    const first = Secrets.open(directory, undefined);
    const again = Secrets.open(directory, undefined);
    expect(again.tokenKey).toEqual(first.tokenKey);
    expect(first.tokenKey).toHaveLength(32);
    expect(new Set([first.tokenKey, first.fieldKey].map((key) => key.toString('hex'))).size).toBe(2);
    expect(statSync(path.join(directory, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['secrets.json']);
  });

  test('come from the file that the environment names', () => {
    const file = path.join(directory, 'mounted', 'keys.json');
    const made = Secrets.open(path.join(directory, 'data'), file);
    expect(Secrets.open(path.join(directory, 'elsewhere'), file).tokenKey).toEqual(made.tokenKey);
  });

  test('are never replaced when the file is damaged, and the error quotes nothing of it', () => {
    const file = path.join(directory, 'secrets.json');
    writeFileSync(file, '{"jwt":"c2VjcmV0","hash":"c2VjcmV0","fields":"c2VjcmV0"}');
    expect(() => Secrets.open(directory, undefined)).toThrow(/damaged/);
    writeFileSync(file, '{"jwt":"c2Vj');
    expect(() => Secrets.open(directory, undefined)).toThrow(/^(?!.*c2Vj).*damaged/);
  });
});

describe('a keyed hash', () => {
  test('is the same for the same text, another for another purpose, text or installation', () => {
    const secrets = Secrets.open(directory, undefined);
    const other = Secrets.open(path.join(directory, 'other'), undefined);
    const hash = secrets.keyedHash('phone', '000');
    expect(secrets.keyedHash('phone', '000')).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(
      new Set([hash, secrets.keyedHash('name', '000'), secrets.keyedHash('phone', '001'), other.keyedHash('phone', '000')]).size,
    ).toBe(4);
  });

  test('given from outside is compared as a whole', () => {
    const secrets = Secrets.open(directory, undefined);
    const hash = secrets.keyedHash('phone', '000');
    expect(secrets.isKeyedHash('phone', '000', hash)).toBe(true);
    expect(secrets.isKeyedHash('phone', '000', hash.slice(0, -1))).toBe(false);
    expect(secrets.isKeyedHash('phone', '001', hash)).toBe(false);
  });
});
