import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { FilingCondition, MatterClass } from '@wangge/contracts';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { parseAliases } from './aliases.js';
import { extensionsOf, parseCatalogue } from './catalogue.js';
import { matterOf2013 } from './code-2013.js';
import { conditionsOf, parseConditions } from './conditions.js';
import { parseLimit } from './limit.js';

const rowsOf = (name: string): unknown[] =>
  parse(readFileSync(`${__dirname}/../../../../apps/api/seed/standards/${name}.csv`, 'utf8'), { columns: true, bom: true });

const LimitColumns = z.object({ limit_text: z.string(), limit_type: z.string() });

const catalogue = parseCatalogue(rowsOf('catalogue'));
const aliases = parseAliases(rowsOf('class-aliases'));
const extensions = extensionsOf(aliases, catalogue);
const classes = new Map([...catalogue, ...extensions].map((matter) => [matter.code, matter]));
const { conditions, repeats, problems } = parseConditions(rowsOf('filing-conditions'), aliases);
const named = (code: string) => classes.get(code)?.name;

describe('the catalogue', () => {
  test('has the 250 matters of the standard and the local classes', () => {
    expect(catalogue).toHaveLength(250);
    expect(extensions).toHaveLength(23);
    expect(classes.size).toBe(273);
    for (const matter of classes.values()) expect(MatterClass.parse(matter)).toEqual(matter);
  });

  test('names local classes as such, numbered backwards from 999 without a hole', () => {
    for (const major of new Set(extensions.map(({ majorCode }) => majorCode))) {
      const codes = extensions.filter(({ majorCode }) => majorCode === major).map(({ code }) => Number(code.slice(2)));
      expect(codes).toEqual(codes.map((_, index) => 1000 - codes.length + index));
    }
    expect(extensions.every(({ name, origin }) => name.endsWith('（自定义）') && origin === 'extension')).toBe(true);
  });

  test('knows what a class was in 2013', () => {
    const alias = (code: string) => classes.get(code)?.alias2013;
    expect(['01001', '06010', '07001', '08012', '09010'].map(alias)).toEqual(['0101', '0110', '0201', '0312', '0410']);
    expect(['01069', '10001', '10002', '09013'].map(alias)).toEqual(['0506', '0507', '0508', '0602']);
    expect(['01060', '06039', '08013', '09011', '06997'].map(alias)).toEqual([null, null, null, null, null]);
    expect([named('10998'), alias('10998')]).toEqual(['燃气管道破裂（自定义）', '0502']);
  });
});

describe('the alias list', () => {
  test('places each of the 190 classes once, on classes that exist', () => {
    expect(new Set(aliases.map(({ kind, majorCode, minorCode }) => kind + majorCode + minorCode)).size).toBe(190);
    for (const { classCodes } of aliases) expect(classCodes.filter((code) => !classes.has(code))).toEqual([]);
  });

  test('follows the rule where the rule decides, and decides alone for local and dropped classes', () => {
    for (const alias of aliases) {
      const byRule = ['same', 'renamed', 'moved'].includes(alias.relation);
      expect([alias.name, matterOf2013(alias)]).toEqual([alias.name, byRule ? alias.classCodes.join() : null]);
    }
  });

  test('calls a class the same only when it has the same name', () => {
    for (const { relation, kind, name, classCodes } of aliases.filter(
      ({ relation }) => relation === 'same' || relation === 'renamed',
    )) {
      const same = named(classCodes.join()) === (kind === 'component' ? `${name}异常` : name);
      expect([name, relation]).toEqual([name, same ? 'same' : 'renamed']);
    }
  });
});

describe('the filing conditions', () => {
  test('are all 519 placed; one lies on two classes, twenty repeat another', () => {
    expect(problems).toEqual([]);
    const rows = new Set([...conditions.map(({ id }) => Number(id.slice(3, 7))), ...repeats.map(({ row }) => row)]);
    expect(rows.size).toBe(519);
    expect(new Set(conditions.map(({ id }) => id)).size).toBe(conditions.length);
    expect({ listed: conditions.length, repeats: repeats.length }).toEqual({ listed: 500, repeats: 20 });
    for (const condition of conditions) expect(FilingCondition.parse(condition)).toEqual(condition);
  });

  test('have the limits of the standard', () => {
    const count = new Map<string, number>();
    for (const row of rowsOf('filing-conditions')) {
      const { limit_text, limit_type } = LimitColumns.parse(row);
      const text = parseLimit(limit_text, limit_type)?.text ?? limit_text;
      count.set(text, (count.get(text) ?? 0) + 1);
    }
    expect(Object.fromEntries(count)).toEqual({
      ...{
        '1工作日': 143,
        '5工作日': 86,
        '3工作日': 84,
        '2工作日': 82,
        '7工作日': 9,
        '15工作日': 5,
        '10工作日': 2,
        '4工作日': 1,
      },
      ...{
        '4工作时': 39,
        '2工作时': 22,
        '2紧急工作时': 32,
        '1紧急工作时': 6,
        '4紧急工作时': 4,
        '2紧急工作日': 3,
        '1紧急工作日': 1,
      },
    });
    expect(conditions.every(({ limit }) => limit.text.includes('紧急') === (limit.basis === 'continuous'))).toBe(true);
  });

  test('keep the short limits of emergencies', () => {
    const urgent = extensions.filter(({ majorCode, alias2013 }) => majorCode === '10' && alias2013?.startsWith('05'));
    expect(urgent.map(({ name }) => name.replace('（自定义）', ''))).toEqual([
      '道路积水',
      '路面塌陷',
      '热力管道破裂',
      '排水管道堵塞、破裂',
      '燃气管道破裂',
      '供水管道破裂',
    ]);
    for (const { code } of urgent)
      expect(conditionsOf(code, conditions).some(({ limit }) => limit.basis === 'continuous')).toBe(true);
  });

  test('leave 98 of the 250 matters to the condition of the district, which every class has', () => {
    const without = [...classes.keys()].filter((code) => conditionsOf(code, conditions).length === 1);
    expect(without.every((code) => classes.get(code)?.origin === 'standard')).toBe(true);
    expect(without).toHaveLength(98);
    expect(conditionsOf('01005', conditions)).toEqual([
      expect.objectContaining({
        id: 'general-01005',
        fromStandard: false,
        limit: { text: '5工作日', basis: 'working', minutes: 2400 },
      }),
    ]);
  });

  test('read as they should', () => {
    expect(conditionsOf('01001', conditions).map(({ id, filing, limit }) => [id, filing, limit.text])).toEqual([
      ['yc-0001', '缺失、移位、开裂，存在安全隐患的', '2紧急工作时'],
      ['yc-0002', '破损超过 25 cm²', '4工作时'],
      ['yc-0003', '弹跳产生声响，翻盖明显影响安全', '2工作日'],
      ['yc-0004', '井盖周边路面 150 cm×150 cm 范围内出现深陷、凸起或破损，井框与路面高低差大于 2 cm', '5工作日'],
      ['general-01001', '其他情形（标准未列明）', '5工作日'],
    ]);
    expect(conditions.find(({ id }) => id === 'yc-0228')?.filing).toBe('人行道：拱起、沉陷');
    expect(conditions.filter(({ id }) => id.startsWith('yc-0135')).map(({ classCode }) => named(classCode))).toEqual([
      '盲道缺损',
      '无障碍坡道破损',
    ]);
  });

  test('that cannot be placed are reported with their row', () => {
    const row = {
      kind: 'event',
      major_code: '01',
      minor_code: '10',
      minor_name: 'x',
      filing_condition: 'x',
      closing_condition: 'x',
      limit_text: '尽快',
    };
    const bad = parseConditions([row, { ...row, minor_code: '77' }, { kind: 'event' }], aliases);
    expect(bad.problems.map((problem) => [problem.row, problem.problem])).toEqual([
      [1, 'limit'],
      [2, 'class'],
      [3, 'shape'],
    ]);
    expect(bad.conditions).toEqual([]);
  });
});
