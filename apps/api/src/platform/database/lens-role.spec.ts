import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { BOOTSTRAP_FILE } from './bootstrap.js';
import { LENS_ROLES, lensStatement } from './lens-role.js';

const account = '01999999-0000-7000-8000-000000000001';
const department = '01999999-0000-7000-8000-000000000002';

describe('the statement of a lens', () => {
  test('sets the role of an area and its code', () => {
    expect(lensStatement({ kind: 'street', code: '230302001' })).toBe(
      "set local role app_street; set local app.scope = '230302001'",
    );
  });

  test('sets every relation of a member', () => {
    expect(lensStatement({ kind: 'member', accountId: account, codes: ['230302', '230302001'], departmentIds: [department] })).toBe(
      `set local role app_member; set local app.account = '${account}'; ` +
        `set local app.codes = '{230302,230302001}'; set local app.departments = '{${department}}'`,
    );
  });

  test('is only a role where the lens asks for nothing', () => {
    expect(lensStatement({ kind: 'job' })).toBe('set local role app_job');
  });

  test('lets the tags of one group be read, until another lens does not', () => {
    const record = { kind: 'record', id: account } as const;
    expect(lensStatement({ ...record, tag: 'special' })).toBe(
      `set local role app_record; set local app.record = '${account}'; set local app.tag = 'special'`,
    );
    expect(lensStatement({ kind: 'job' }, { ...record, tag: 'special' })).toBe("set local role app_job; set local app.tag = ''");
    expect(lensStatement({ ...record, tag: 'care' }, { ...record, tag: 'special' })).toContain("app.tag = 'care'");
  });

  test.each([
    ['a quote in a code', { kind: 'street', code: "23030200'" }],
    ['a code of another level', { kind: 'street', code: '230302' }],
    ['digits that are not ASCII', { kind: 'district', code: '２３０３０２' }],
    ['a line after a code', { kind: 'district', code: '230302\n' }],
    ['an account that is no uuid', { kind: 'mine', accountId: "x'; reset role; --" }],
    ['a secret that is no hash', { kind: 'public', secretHash: 'secret' }],
    ['a brace among departments', { kind: 'department', departmentIds: [`${department}},{`] }],
    ['a record without an id', { kind: 'record', id: '' }],
  ] as const)('refuses %s', (_, lens) => {
    expect(() => lensStatement(lens)).toThrow(RangeError);
  });
});

test('docker/bootstrap.sql creates the role of every lens, and no other', () => {
  const script = readFileSync(BOOTSTRAP_FILE, 'utf8');
  expect(new Set(script.match(/app_[a-z]+/g))).toEqual(new Set(Object.values(LENS_ROLES)));
});
