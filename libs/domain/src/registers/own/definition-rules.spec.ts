import { describe, expect, test } from '@jest/globals';
import { DefinitionRule, FieldKind, OwnDefinition, OwnField } from '@wangge/contracts';
import fc from 'fast-check';
import { REGISTERS } from '../catalogue.js';
import { isShownMasked } from '../definition.js';
import { definitionChanges, dataQuestions } from './definition-changes.js';
import { definitionFaults } from './definition-rules.js';
import { MASKS_OF, toRegister } from './own-register.js';
import { slotsOf } from './slots.js';
import { similarFields } from './similar-fields.js';

const NAME = 'own-fire-units';
const field = (name: string, more: object = {}) =>
  OwnField.parse({ name, kind: 'text', label: { zh: `字段${name}`, en: `Field ${name}` }, dataClass: 'L1', ...more });
const title = field('unitName', { required: true, search: 'prefix', inList: true });
const base = { element: 'organizations', label: { zh: '消防重点单位', en: 'Fire-safety key units' }, geometry: 'point' } as const;
const define = (...fields: OwnField[]): OwnDefinition => ({
  ...base,
  titleField: 'unitName',
  naturalKey: [],
  fields: [title, ...fields],
});
const others = REGISTERS;
const faults = (own: OwnDefinition, beside = others) =>
  definitionFaults(NAME, own, beside).map(({ path, rule }) => `${path}: ${rule}`);

describe('a definition', () => {
  test('that is whole has no fault, and is a register like any other', () => {
    const own = {
      ...define(
        field('code', { required: true, search: 'exact' }),
        field('kind', { kind: 'choice', choices: [{ code: 'school', label: { zh: '学校', en: 'School' } }], filter: true }),
        field('chief', { dataClass: 'L3', mask: 'name' }),
        field('phone', { kind: 'phone', dataClass: 'L4', search: 'exact' }),
        field('buildingId', { kind: 'reference', references: 'buildings', filter: true }),
        field('old', { retired: true }),
      ),
      naturalKey: ['code'],
    };
    expect(faults(own)).toEqual([]);
    const register = toRegister(NAME, own, { districtCode: '230302', version: 1, closed: false, slots: slotsOf(own, {}) });
    expect(register.fields.map(({ name }) => name)).toEqual(['unitName', 'code', 'kind', 'chief', 'phone', 'buildingId']);
    expect(register.fields[4]).toMatchObject({ column: 'f_phone', mask: 'phone', search: 'exact' });
    expect(register.storage?.slots).toEqual({ phone: 'key1', buildingId: 'ref1' });
  });

  test.each<[string, OwnDefinition, string]>([
    ['no field', { ...define(), fields: [], titleField: null }, ': too-few-fields'],
    ['61 fields', define(...Array.from({ length: 60 }, (_, at) => field(`more${at}`))), ': too-many-fields'],
    ['a label of another register', { ...define(), label: { zh: '房屋楼栋', en: 'Mine' } }, ': label-taken'],
    ['a name that addresses use', define(field('perPage')), 'perPage: field-name-reserved'],
    ['a name of the language', define(field('toString')), 'toString: field-name-reserved'],
    ['one name twice', define(field('unitname')), 'unitname: field-name-taken'],
    ['the name of a retired field', define(field('old', { retired: true }), field('OLD'.toLowerCase())), 'old: field-name-taken'],
    ['one label twice', define(field('other', { label: title.label })), 'other: field-label-taken'],
    ['a choice without choices', define(field('kind', { kind: 'choice' })), 'kind: choices-missing'],
    ['choices of a text', define(field('note', { choices: [] })), 'note: choices-misplaced'],
    [
      'a code twice',
      define(field('kind', { kind: 'choice', choices: ['a', 'a'].map((code) => ({ code, label: title.label })) })),
      'kind: choice-taken',
    ],
    ['a phone that is not sensitive', define(field('phone', { kind: 'phone', dataClass: 'L2' })), 'phone: class-too-low'],
    ['a mask of nothing personal', define(field('note', { mask: 'name' })), 'note: mask-misplaced'],
    ['a mask of another kind', define(field('day', { kind: 'date', dataClass: 'L3', mask: 'phone' })), 'day: mask-misplaced'],
    ['a filter on a masked value', define(field('day', { kind: 'date', dataClass: 'L3', filter: true })), 'day: masked-filter'],
    ['an order of masked values', define(field('day', { kind: 'date', dataClass: 'L3', sort: true })), 'day: masked-sort'],
    ['the beginning of a sensitive value', define(field('x1', { dataClass: 'L4', search: 'prefix' })), 'x1: sensitive-prefix'],
    ['a search for a number', define(field('n1', { kind: 'integer', search: 'exact' })), 'n1: search-misplaced'],
    ['a filter on a text', define(field('note', { filter: true })), 'note: filter-misplaced'],
    ['an order of long texts', define(field('note', { kind: 'long-text', sort: true })), 'note: sort-misplaced'],
    ['a longest number', define(field('n1', { kind: 'integer', most: 5 })), 'n1: most-misplaced'],
    ['a range the wrong way round', define(field('n1', { kind: 'integer', range: [5, 1] })), 'n1: range-misplaced'],
    ['a reference to nothing', define(field('at', { kind: 'reference' })), 'at: reference-missing'],
    ['a reference to no register', define(field('at', { kind: 'reference', references: 'own-none' })), 'at: reference-unknown'],
    ['a reference to itself', define(field('at', { kind: 'reference', references: NAME })), 'at: reference-circle'],
    [
      'a masked reference',
      define(field('at', { kind: 'reference', references: 'buildings', dataClass: 'L3' })),
      'at: reference-personal',
    ],
    ['no title', { ...define(), titleField: null }, ': title-missing'],
    ['a title that may be empty', { ...define(field('x1')), titleField: 'x1' }, 'x1: title-form'],
    ['a key that may be empty', { ...define(field('x1')), naturalKey: ['x1'] }, 'x1: key-optional'],
    ['a key of nothing', { ...define(), naturalKey: ['x1'] }, 'x1: key-unknown'],
    ['a retired key', { ...define(field('x1', { required: true, retired: true })), naturalKey: ['x1'] }, 'x1: key-unknown'],
    [
      'nine fields to search',
      define(...Array.from({ length: 9 }, (_, at) => field(`more${at}`, { search: 'exact' }))),
      ': too-many-searched',
    ],
    [
      'five references',
      define(...Array.from({ length: 5 }, (_, at) => field(`at${at}`, { kind: 'reference', references: 'buildings' }))),
      ': too-many-references',
    ],
  ])('with %s is refused', (_, own, fault) => {
    expect(faults(own)).toContain(fault);
  });

  test('that closes a circle of references is refused', () => {
    const other = define(field('back', { kind: 'reference', references: NAME }));
    const beside = [...others, toRegister('own-exits', other, { districtCode: '1', version: 1, closed: false, slots: {} })];
    expect(faults(define(field('exit', { kind: 'reference', references: 'own-exits' })), beside)).toContain(
      'exit: reference-circle',
    );
  });
});

const anyField = fc
  .record({
    name: fc.constantFrom('a1', 'b1', 'c1', 'unitName', 'constructor', 'sort'),
    kind: fc.constantFrom(...FieldKind.options),
    dataClass: fc.constantFrom('L1', 'L2', 'L3', 'L4'),
    mask: fc.constantFrom(null, 'name', 'phone', 'all', 'date'),
    required: fc.boolean(),
    search: fc.constantFrom('prefix', 'exact', 'none'),
    filter: fc.boolean(),
    sort: fc.boolean(),
    retired: fc.boolean(),
    references: fc.constantFrom(null, 'buildings', NAME),
  })
  .map(({ name, ...more }) => field(name, more));
const tameField = fc
  .record({
    name: fc.constantFrom('d1', 'e1', 'f1', 'g1'),
    kind: fc.constantFrom('text', 'date', 'phone', 'integer', 'long-text'),
    dataClass: fc.constantFrom('L1', 'L3', 'L4'),
    filter: fc.boolean(),
  })
  .map(({ name, ...more }) => field(name, more));
const anyDefinition = fc.record({
  fields: fc.oneof(
    fc.array(anyField, { maxLength: 14 }),
    fc.uniqueArray(tameField, { maxLength: 4, selector: ({ name }) => name }).map((fields) => [title, ...fields]),
  ),
  titleField: fc.constantFrom(null, 'unitName', 'a1'),
  naturalKey: fc.uniqueArray(fc.constantFrom('a1', 'b1', 'unitName'), { maxLength: 2 }),
});

describe('whatever is defined', () => {
  test('no personal value is without a mask of its kind, and what is published never lets one be sorted or filtered', () => {
    let whole = 0;
    fc.assert(
      fc.property(anyDefinition, (some) => {
        const own: OwnDefinition = { ...base, ...some };
        const slots = slotsOf(own, {});
        const register = toRegister(NAME, own, { districtCode: '230302', version: 1, closed: false, slots });
        for (const each of register.fields) expect(isShownMasked(each)).toBe(each.mask !== undefined);
        expect(new Set(Object.values(slots)).size).toBe(Object.keys(slots).length);
        if (definitionFaults(NAME, own, others).length > 0) return;
        whole += 1;
        for (const each of register.fields.filter(isShownMasked)) {
          expect([each.filter, each.sort]).toEqual([false, false]);
          expect(MASKS_OF[each.kind]).toContain(each.mask);
        }
        expect(new Set(register.fields.map(({ column }) => column)).size).toBe(register.fields.length);
      }),
      { numRuns: 3000 },
    );
    expect(whole).toBeGreaterThan(0);
  });

  test('a field keeps its indexed column for as long as it is looked for', () => {
    fc.assert(
      fc.property(anyDefinition, anyDefinition, (one, two) => {
        const [before, after] = [
          slotsOf({ ...base, ...one }, {}),
          slotsOf({ ...base, ...two }, slotsOf({ ...base, ...one }, {})),
        ];
        for (const [name, slot] of Object.entries(after)) {
          const old = Object.hasOwn(before, name) ? before[name] : undefined;
          if (old !== undefined && old.slice(0, 3) === slot.slice(0, 3)) expect([name, slot]).toEqual([name, old]);
        }
        expect(new Set(Object.values(after)).size).toBe(Object.keys(after).length);
      }),
    );
  });
});

describe('a new version', () => {
  const phone = field('phone', { kind: 'phone', dataClass: 'L4' });
  const ask = (before: OwnDefinition, after: OwnDefinition) =>
    dataQuestions(before, after).map(({ ask: what, field: of, rule }) => `${of}: ${what} → ${rule}`);

  test('asks the records about what would be lost, shown or missing, and about nothing else', () => {
    const states = (...codes: string[]) =>
      field('state', { kind: 'choice', choices: codes.map((code) => ({ code, label: { zh: code, en: code } })) });
    expect(ask(define(phone), define())).toEqual(['phone: has-data → drop-with-data']);
    expect(ask(define(phone), define({ ...phone, name: 'mobile' }))).toEqual(['phone: has-data → drop-with-data']);
    expect(ask(define(field('n1')), define(field('n1', { kind: 'integer' })))).toEqual(['n1: has-data → kind-with-data']);
    expect(ask(define(field('n1', { dataClass: 'L3' })), define(field('n1')))).toEqual(['n1: has-data → class-lowered']);
    expect(ask(define(field('n1')), define(field('n1', { dataClass: 'L4' })))).toEqual(['n1: has-data → encrypt-with-data']);
    expect(ask(define(phone), define({ ...phone, search: 'exact' }))).toEqual(['phone: has-data → search-with-data']);
    expect(ask(define(), define(field('n1', { required: true })))).toEqual(['n1: has-gaps → required-with-gaps']);
    expect(ask(define(states('a', 'b')), define(states('b', 'c')))).toEqual(['state: holds → choice-in-use']);
    expect(ask(define(), { ...define(), geometry: 'none' })).toEqual([': has-records → geometry-with-records']);
    expect(ask(define(phone), define({ ...phone, retired: true }))).toEqual([]);
    expect(
      ask(define(field('n1')), define(field('n1', { label: { zh: '新名', en: 'New' }, dataClass: 'L3', filter: true }))),
    ).toEqual([]);
  });

  test('says what it changes', () => {
    const after = define({ ...phone, retired: true }, field('code', { label: { zh: '编号', en: 'Code' } }));
    const said = definitionChanges(define(phone, field('code'), field('gone')), after);
    expect(said.map(({ kind, field: of, part }) => [kind, of, part])).toEqual([
      ['retired', 'phone', null],
      ['changed', 'code', 'label'],
      ['dropped', 'gone', null],
    ]);
    expect(definitionChanges(undefined, define(phone)).map(({ kind }) => kind)).toEqual(['added', 'added']);
  });
});

test('a field that is there already is found by what it means', () => {
  const found = (label: string) =>
    similarFields(label, REGISTERS).map(({ register, field: { name } }) => `${register.name}.${name}`);
  expect(found('联系电话')).toEqual(expect.arrayContaining(['residents.phone']));
  expect(found('身份证号（18位）')).toContain('residents.identityNumber');
  expect(found('floors')).toContain('buildings.floors');
  expect(found('备注')).toEqual([]);
  expect(found('灭火器数量')).toEqual([]);
});

test('every rule is one that something breaks', () => {
  expect(new Set(DefinitionRule.options).size).toBe(DefinitionRule.options.length);
});
