import { describe, expect, test } from '@jest/globals';
import type { CollectionQuestion, FieldValues } from '@wangge/contracts';
import fc from 'fast-check';
import { findRegister, REGISTERS } from '../registers/catalogue.js';
import { missingFields, type ResolvedColumn, resolveColumn, targetsOf } from './columns.js';
import { parseAnswers } from './questions.js';
import { labelLikeness, resemblingFields } from './resembling-fields.js';

const registers = { find: findRegister };
const RESIDENTS = findRegister('residents');
if (!RESIDENTS) throw new Error('no residents');
const column = (key: string, ask = true): ResolvedColumn | undefined => resolveColumn(registers, RESIDENTS, { key, ask });
const places = (label: string, near?: string) =>
  resemblingFields(label, REGISTERS, near).map(({ register, field }) => `${register.name}.${field.name}`);

describe('a new question', () => {
  test.each([
    ['手机号', 'residents.phone'],
    ['您的手机号码是多少？', 'residents.phone'],
    ['居民联系电话', 'residents.phone'],
    ['是否独居', 'residents.livesAlone'],
    ['文化程度', 'residents.education'],
    ['现住地址', 'residents.residenceAddress'],
    ['户籍地址', 'residents.registeredAddress'],
    ['Date of birth', 'residents.birthDate'],
  ])('“%s” resembles a field that is there', (label, place) => {
    expect(places(label, 'residents')).toContain(place);
  });

  test.each(['备注', '是否愿意参加广场舞比赛', '冬季取暖方式', '宠物数量', 'Favourite colour', '？！'])(
    '“%s” resembles nothing',
    (label) => expect(places(label, 'residents')).toEqual([]),
  );

  test('is told of the register at hand first', () => {
    expect(places('联系方式', 'residents')[0]).toBe('residents.phone');
    expect(places('联系方式', 'volunteers')[0]).toMatch(/^volunteers\./);
  });
});

describe('likeness of labels', () => {
  const labels = fc.oneof(
    fc.constantFrom(...REGISTERS.flatMap(({ fields }) => fields.flatMap(({ label }) => [label.zh, label.en]))),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );

  test('is the same from either side, and between nothing and the same', () => {
    fc.assert(
      fc.property(labels, labels, (one, other) => {
        const score = labelLikeness(one, other);
        expect(score).toBeCloseTo(labelLikeness(other, one), 10);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('does not hang on spaces, marks and units', () => {
    fc.assert(
      fc.property(labels, labels, (one, other) => {
        expect(labelLikeness(` ${one}：（元）`, other)).toBe(labelLikeness(one, other));
      }),
    );
  });
});

describe('a column', () => {
  test('is found along references', () => {
    expect(column('phone')).toMatchObject({ ask: true, path: [], field: { name: 'phone' } });
    const built = column('householdId.buildingId.builtYear');
    expect(built).toMatchObject({ register: { name: 'buildings' }, path: [{ field: { name: 'householdId' } }, { register: { name: 'buildings' } }] });
  });

  test.each(['nothing', 'phone.name', 'householdId.nothing', 'householdId.phone.name', 'constructor'])(
    'that is not there is not found: %s',
    (key) => expect(column(key)).toBeUndefined(),
  );

  test('of the system’s own is shown and not asked for', () => {
    const subject = REGISTERS.find(({ flow }) => flow);
    if (!subject?.flow) throw new Error('no register with a flow');
    expect(resolveColumn(registers, subject, { key: subject.flow.field, ask: true })).toMatchObject({ ask: false });
  });

  test('belongs to the records it stands on, the subject first', () => {
    const columns = ['householdId.tenure', 'phone', 'buildingId.builtYear', 'householdId.room'].flatMap((key) => column(key) ?? []);
    expect(targetsOf(RESIDENTS, columns).map(({ way, asked, references }) => [way, asked, references])).toEqual([
      ['', ['phone'], ['householdId', 'buildingId']],
      ['householdId', ['tenure', 'room'], []],
      ['buildingId', ['builtYear'], []],
    ]);
  });

  test('far away leads over what lies between, though nothing is asked there', () => {
    const columns = ['householdId.buildingId.builtYear'].flatMap((key) => column(key) ?? []);
    expect(targetsOf(RESIDENTS, columns).map(({ way, from, asked }) => [way, from?.way, asked])).toEqual([
      ['', undefined, []],
      ['householdId', '', []],
      ['householdId.buildingId', 'householdId', ['builtYear']],
    ]);
  });
});

describe('what is missing', () => {
  test('is what is empty and asked of such a record', () => {
    const asked = ['phone', 'permitNumber', 'gender', 'nothing'];
    expect(missingFields(RESIDENTS, asked, { residentKind: 'registered', gender: '1' })).toEqual(['phone']);
    expect(missingFields(RESIDENTS, asked, { residentKind: 'floating', phone: '138****0000' })).toEqual(['permitNumber', 'gender']);
  });

  test('never grows by filling something in that decides nothing', () => {
    const names = RESIDENTS.fields.map(({ name }) => name);
    const values = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('x', null), { maxKeys: 20 });
    fc.assert(
      fc.property(values, fc.constantFrom(...names.filter((name) => name !== 'residentKind')), (given: FieldValues, name) => {
        const before = missingFields(RESIDENTS, names, given);
        expect(missingFields(RESIDENTS, names, { ...given, [name]: 'x' })).toEqual(before.filter((each) => each !== name));
      }),
    );
  });
});

describe('answers', () => {
  const questions: readonly CollectionQuestion[] = [
    { label: '取暖方式', kind: 'choice', choices: ['集中供热', '自烧煤'] },
    { label: '宠物数量', kind: 'integer', choices: null },
    { label: '诉求', kind: 'text', choices: null },
    { label: '方便上门的日子', kind: 'date', choices: null },
  ];
  const parse = (answers: FieldValues) => parseAnswers(questions, answers, { today: '2026-06-12', allowDemoDivision: false });

  test('are held to the kinds of their questions', () => {
    expect(parse({ q1: '自烧煤', q2: 2, q3: ' 修 路 ', q4: '2026-09-01' })).toEqual({
      values: { q1: '自烧煤', q2: 2, q3: '修 路', q4: '2026-09-01' },
    });
    expect(parse({ q1: '太阳能' })).toEqual({ faults: [{ path: 'q1', rule: 'not-a-choice' }] });
    expect(parse({ q9: 1 })).toEqual({ faults: [{ path: 'q9', rule: 'unknown-field' }] });
  });

  test('hold no number of a person', () => {
    expect(parse({ q3: '13812345678' })).toEqual({ faults: [{ path: 'q3', rule: 'personal-number' }] });
  });
});
