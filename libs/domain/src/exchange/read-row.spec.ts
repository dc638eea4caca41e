import { describe, expect, test } from '@jest/globals';
import { findRegister, REGISTERS } from '../registers/catalogue.js';
import type { RegisterDefinition } from '../registers/definition.js';
import type { Cell } from './cell.js';
import { columnsOf, isReasonsTitle, readHeader, titleOfColumn } from './columns.js';
import { rowReader } from './read-row.js';

const definitionOf = (name: string): RegisterDefinition => {
  const definition = findRegister(name);
  if (!definition) throw new Error(name);
  return definition;
};
const RESIDENTS = definitionOf('residents');
const OPTIONS = { allowDemoDivision: false, today: '2026-06-12', is1904: false };

function read(definition: RegisterDefinition, titles: readonly string[], cells: readonly Cell[]) {
  const header = readHeader(definition, titles);
  if (!header) throw new Error('no header');
  return rowReader(definition, header.columns, OPTIONS)(cells);
}

describe('the titles of columns', () => {
  test.each(REGISTERS.map((register) => [register.name, register] as const))(
    'of %s are found again in both languages',
    (_, register) => {
      for (const language of ['zh', 'en'] as const) {
        const columns = columnsOf(register);
        const header = readHeader(
          register,
          columns.map((column) => `${titleOfColumn(register, column, language)} *`),
        );
        expect([...(header?.columns.values() ?? [])].map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
        expect(header).toMatchObject({ unknown: [], twice: [] });
      }
    },
  );

  test('that are the same for two fields name each by what it is called in the API', () => {
    const [first, second] = RESIDENTS.fields;
    if (!first || !second) throw new Error('no fields');
    const twins = { ...RESIDENTS, fields: [first, { ...second, label: first.label }] };
    const titles = columnsOf(twins).map((column) => titleOfColumn(twins, column, 'zh'));
    expect(new Set(titles).size).toBe(titles.length);
    expect(readHeader(twins, titles)?.columns.size).toBe(3);
  });

  test('may carry marks, and those that name nothing are told; the column of reasons is not', () => {
    const header = readHeader(RESIDENTS, ['错误原因', ' 姓 名（必填）', '星座', null, '性别*', '姓名']);
    expect([...(header?.columns ?? [])].map(([index, { name }]) => [index, name])).toEqual([
      [1, 'name'],
      [4, 'gender'],
    ]);
    expect(header).toMatchObject({ unknown: ['星座'], twice: ['姓名'] });
    expect(isReasonsTitle('What is wrong')).toBe(true);
    expect(readHeader(RESIDENTS, ['人口登记表', '人口登记表'])).toBeUndefined();
  });
});

describe('a row', () => {
  test('says what its cells say; blank ones say nothing', () => {
    const row = read(RESIDENTS, ['网格编码', '姓名', '性别', '所在家庭', '备注'], [230302004002001, ' 张三 ', '男', 'H-1', ' ']);
    expect(row).toEqual({
      values: { name: '张三', gender: '1' },
      references: { householdId: 'H-1' },
      point: null,
      shape: null,
      gridCode: '230302004002001',
      faults: [],
    });
  });

  test('tells everything that is wrong with it, by column', () => {
    const row = read(
      RESIDENTS,
      ['网格编码', '公民身份号码', '性别', '联系方式'],
      ['23030200400200', 2.3030219850615e17, '火星', '12'],
    );
    expect(row.faults).toEqual([
      { column: 'gridCode', rule: 'place-form' },
      { column: 'identityNumber', rule: 'identity-rounded' },
      { column: 'gender', rule: 'not-a-choice' },
      { column: 'phone', rule: 'phone-form' },
    ]);
  });

  test('takes a point whole or not at all', () => {
    const place = (lng: Cell, lat: Cell) => {
      const { point, faults } = read(definitionOf('buildings'), ['经度', '纬度', '楼栋名称'], [lng, lat, '一号楼']);
      return point ?? faults;
    };
    expect(place(130.97, '45.30°')).toEqual({ lng: 130.97, lat: 45.3 });
    expect(place(null, 45.3)).toEqual([{ column: 'lng', rule: 'place-half' }]);
    expect(place('东经130', 45.3)).toEqual([{ column: 'lng', rule: 'place-form' }]);
    expect(place(1309700, true)).toEqual([
      { column: 'lng', rule: 'place-form' },
      { column: 'lat', rule: 'place-form' },
    ]);
    expect(place(null, '')).toEqual([]);
  });

  test('never takes a unit grid whose digits a program made up', () => {
    const gridOf = (cell: Cell) => read(RESIDENTS, ['网格编码', '姓名'], [cell, '张三']).gridCode;
    expect([gridOf(230302004002001), gridOf('230302004002001 '), gridOf('２３０３０２００４００２００１')]).toEqual(
      Array.from({ length: 3 }, () => '230302004002001'),
    );
    expect([gridOf(230302004002), gridOf('230302-004'), gridOf(true), gridOf({ date: '2024-03-05' })]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
