import { describe, expect, test } from '@jest/globals';
import type { FieldValues } from '@wangge/contracts';
import fc from 'fast-check';
import { REGISTERS } from '../catalogue.js';
import { comparable } from './comparable.js';
import { isAlike, likeness, likenessFields, likenessKeys } from './likeness.js';

const declared = REGISTERS.flatMap(({ likeness: definition, ...register }) => (definition ? [{ register, definition }] : []));
const residents = declared.find(({ register }) => register.name === 'residents')?.definition;
if (!residents) throw new Error('residents declare no likeness');

const PERSON = { name: '王小明', birthDate: '1985-06-15', residenceAddress: '四海小区3号楼2单元501室', phone: '13812341234' };
const scoreOf = (one: FieldValues, other: FieldValues) => likeness(residents, one, other).score;

describe('the likeness that registers declare', () => {
  test('stands on fields they have, with weights of a hundred in all, and looks up what it scores', () => {
    expect(declared.map(({ register }) => register.name).sort()).toEqual(['households', 'organizations', 'residents']);
    for (const { register, definition } of declared) {
      const names = register.fields.map(({ name }) => name);
      for (const field of likenessFields(definition)) expect(names).toContain(field);
      expect(definition.scored.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
      for (const field of definition.distinct) expect(definition.exact).toContain(field);
      const scored = definition.scored.map(({ field }) => field);
      for (const field of definition.lookups.flat()) expect(scored).toContain(field);
    }
  });

  test('finds whatever reaches the threshold with all but one half share by a lookup', () => {
    const some = fc.constantFrom<string | null>('王小明', '王晓明', '1985-06-15', '1985-06-16', '四海小区3-2', null);
    for (const { definition } of declared) {
      const fields = [...likenessFields(definition)].filter((field) => !definition.exact.includes(field));
      const record = fc.record(Object.fromEntries(fields.map((field) => [field, some])));
      fc.assert(
        fc.property(record, record, (one, other) => {
          const found = likeness(definition, one, other);
          if (!isAlike(definition, found) || found.parts.filter(({ finding }) => finding === 'close').length > 1) return;
          const shared = likenessKeys(definition, one).filter((key) => likenessKeys(definition, other).includes(key));
          expect(shared.length).toBeGreaterThan(0);
        }),
      );
    }
  });
});

describe('likeness', () => {
  const text = fc.option(fc.oneof(fc.constantFrom(...Object.values(PERSON)), fc.string({ maxLength: 12 })), { nil: null });
  const person = fc.record({ name: text, birthDate: text, residenceAddress: text, phone: text, identityNumber: text });

  test('is the same both ways, between 0 and 100, and the sum of its parts', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const found = likeness(residents, one, other);
        expect(found).toEqual(likeness(residents, other, one));
        expect(found.parts.reduce((sum, { share }) => sum + share, 0)).toBe(found.score);
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(100);
        for (const { share, of } of found.parts) expect(share).toBeLessThanOrEqual(of);
      }),
    );
  });

  test('of a record with itself is all that is known of it', () => {
    fc.assert(
      fc.property(person, (one) => {
        for (const { finding } of likeness(residents, one, one).parts) expect(['same', 'missing', 'different']).toContain(finding);
      }),
    );
    expect(scoreOf(PERSON, PERSON)).toBe(100);
  });

  test('is whole by the same number alone, and nothing by two different ones', () => {
    const number = '230398198102031012';
    expect(likeness(residents, { identityNumber: number, name: '甲' }, { identityNumber: number, name: '乙' })).toEqual({
      score: 100,
      parts: [{ field: 'identityNumber', finding: 'same', share: 100, of: 100 }],
    });
    expect(scoreOf({ ...PERSON, identityNumber: number }, { ...PERSON, identityNumber: '230398198102031020' })).toBe(0);
    expect(scoreOf({ ...PERSON, identityNumber: number }, PERSON)).toBe(100);
  });

  test('counts name and birth date, or name and address, as enough; the name alone is not', () => {
    const { name, birthDate, residenceAddress } = PERSON;
    const alike = (one: FieldValues, other: FieldValues) => isAlike(residents, likeness(residents, one, other));
    expect(alike({ name, birthDate }, { name, birthDate })).toBe(true);
    expect(alike({ name, residenceAddress }, { name, residenceAddress })).toBe(true);
    expect(alike({ name }, { name })).toBe(false);
    expect(alike({ birthDate, residenceAddress }, { birthDate, residenceAddress })).toBe(false);
    expect(alike({ ...PERSON, name: '王晓明' }, PERSON)).toBe(true);
    expect(alike({ ...PERSON, name: '李晓明', phone: null }, PERSON)).toBe(false);
  });

  test('says of each part what it found', () => {
    expect(likeness(residents, { ...PERSON, name: '王晓明', phone: null, birthDate: '1985-06-16' }, PERSON)).toEqual({
      score: 17 + 12 + 25,
      parts: [
        { field: 'name', finding: 'close', share: 17, of: 35 },
        { field: 'birthDate', finding: 'close', share: 12, of: 25 },
        { field: 'residenceAddress', finding: 'same', share: 25, of: 25 },
        { field: 'phone', finding: 'missing', share: 0, of: 15 },
      ],
    });
  });
});

describe('an address', () => {
  test.each([
    '四海小区3号楼2单元501室',
    '四海小区３号楼２单元５０１',
    '四海小区三栋二单元501',
    '四海小区3幢2单元501户',
    '四海小区 3#楼 2门 501室',
    '四海小区3-2-501',
    '四海小区03-02-501',
  ])('%s is written in one form', (written) => {
    expect(comparable('address', written)).toBe('四海小区3-2-501');
  });

  test.each([
    ['十号楼', '10'],
    ['小区二十一栋', '小区21'],
    ['小区一百零二号', '小区102'],
    ['小区一百一十室', '小区110'],
    ['小区三〇二室', '小区302'],
    ['三道街12号', '三道街12'],
  ])('%s is read as %s', (written, form) => {
    expect(comparable('address', written)).toBe(form);
  });
});

test('keys are shared by what is written differently, and hold nothing that is not given', () => {
  const shared = likenessKeys(residents, PERSON);
  expect(likenessKeys(residents, { ...PERSON, name: ' 王小明', residenceAddress: '四海小区三栋2-501' })).toEqual(shared);
  expect(likenessKeys(residents, { name: '王小明' })).toEqual([]);
  expect(likenessKeys(residents, {})).toEqual([]);
});

test('a number is one, whole or with its letter small', () => {
  expect(likenessKeys(residents, { identityNumber: '23039819810203101X' })).toEqual(
    likenessKeys(residents, { identityNumber: '23039819810203101x' }),
  );
});

test('a company is known without its legal form', () => {
  expect(comparable('title', '鸡西市四海商贸有限公司')).toBe(comparable('title', '鸡西市四海商贸（有限责任公司）'));
});
