import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { StandardLists, StandardRow } from '@wangge/contracts';
import fc from 'fast-check';
import { calendarFrom, DEFAULT_SHIFTS, HolidayFile } from '../../time/working-calendar.js';
import { reckon } from '../../time/reckon.js';
import { bookOf } from './books.js';
import { calendarAt, calendarEdition, calendarLists } from './calendars.js';
import { checkBook } from './check-book.js';
import type { CheckContext } from './check-rules.js';
import { changesBetween } from './difference.js';
import { readLists } from './read-lists.js';
import { asStored } from './read-standard-cell.js';
import { type Responsibility, responsibleFor } from './responsibility.js';

const WATER = '01999999-0000-7000-8000-000000000001';
const ROADS = '01999999-0000-7000-8000-000000000002';
const context: CheckContext = {
  departments: [
    { id: WATER, name: '供排水公司', serves: '230302' },
    { id: ROADS, name: '市政处', serves: '230302004' },
  ],
  areas: [
    { code: '230302004', name: '东风街道' },
    { code: '230302001', name: '向阳街道' },
  ],
  classes: new Map([
    ['01001', { retired: false }],
    ['06010', { retired: false }],
    ['06011', { retired: true }],
  ]),
  conditions: new Map([['yc-1', '01001']]),
  before: {},
};
const said = (book: Parameters<typeof bookOf>[0], lists: StandardLists, more: Partial<CheckContext> = {}) =>
  checkBook(bookOf(book), lists, { ...context, ...more }).map(({ list, row, rule, about }) => [list, row, rule, about]);

const matter = (code: string, more: StandardRow = {}): StandardRow => ({ code, name: '暴露垃圾', majorName: '市容环境类', origin: 'standard', ...more });
const condition = (id: string, classCode: string, more: StandardRow = {}): StandardRow => ({
  id,
  classCode,
  filing: '有',
  closing: '无',
  limit: '4工作时',
  ...more,
});

describe('filing standards', () => {
  test('without a contradiction are passed', () => {
    expect(said('filing', { classes: [matter('06010')], conditions: [condition('a', '06010')] })).toEqual([]);
  });

  test.each<[string, StandardLists, unknown[][]]>([
    ['two conditions of one number', { classes: [matter('06010')], conditions: [condition('a', '06010'), condition('A', '06010', { filing: '多' })] }, [['conditions', 2, 'twice', '1']]],
    ['“1” beside “01”', { classes: [matter('06010')], conditions: [condition('01', '06010'), condition('1', '06010', { filing: '多' })] }, [['conditions', 2, 'twice', '1']]],
    ['a class without a condition', { classes: [matter('06010')], conditions: [] }, [['classes', 1, 'class-without-condition', '06010']]],
    ['a condition of no class', { classes: [], conditions: [condition('a', '06010')] }, [['conditions', 1, 'class-unknown', '06010']]],
    ['a limit nobody can read', { classes: [matter('06010')], conditions: [condition('a', '06010', { limit: '尽快' })] }, [['conditions', 1, 'limit-unreadable', '尽快']]],
    ['one condition with two limits', { classes: [matter('06010')], conditions: [condition('a', '06010'), condition('b', '06010', { limit: '2工作日' })] }, [['conditions', 2, 'condition-contradicts', '1']]],
    ['a code that lost its zero', { classes: [matter('6010')], conditions: [condition('a', '6010')] }, [
      ['classes', 1, 'zeros-lost', '6010'],
      ['conditions', 1, 'zeros-lost', '6010'],
    ]],
    ['a major class of two names', { classes: [matter('06010'), matter('06011', { majorName: '市容类' })], conditions: [condition('a', '06010'), condition('b', '06011')] }, [['classes', 2, 'major-two-names', '市容环境类']]],
    ['a column of no meaning', { classes: [matter('06010', { colour: '红' })], conditions: [condition('a', '06010')] }, [['classes', 1, 'column-unknown', 'colour']]],
  ])('say %s', (_, lists, findings) => expect(said('filing', lists)).toEqual(findings));

  test('keep a class that cases are filed under', () => {
    const before = { classes: [matter('06010')], conditions: [condition('a', '06010')] };
    expect(said('filing', { classes: [], conditions: [] }, { before })).toEqual([['classes', null, 'class-gone', '06010']]);
  });

  test('tell what is otherwise, row by row', () => {
    const before = { classes: [matter('06010'), matter('06011')], conditions: [] };
    const after = { classes: [matter('06010', { name: '垃圾' }), matter('06012')], conditions: [] };
    expect(changesBetween(bookOf('filing'), before, after).map(({ kind, after: now, before: was }) => [kind, now?.code ?? was?.code])).toEqual([
      ['changed', '06010'],
      ['added', '06012'],
      ['removed', '06011'],
    ]);
  });
});

describe('a workbook of standards', () => {
  const header = ['条件编号 *', '类别代码 *', '立案条件', '结案条件', '处置时限'];
  const read = (...rows: (string | number | null)[][]) =>
    readLists(bookOf('filing'), [{ name: '任意名', rows: [['某市立案标准'], header, ...rows].map((cells, index) => ({ number: index + 1, cells })) }], context, false);

  test('is read by its titles, below a heading, without the blanks and line ends around a cell', () => {
    expect(read(['a-1\n', ' 06010 ', '有\n垃圾', '无', '4 小时'])).toEqual({
      lists: { conditions: [{ id: 'a-1', classCode: '06010', filing: '有 垃圾', closing: '无', limit: '4工作时' }] },
      faults: [],
    });
  });

  test('is returned with the row and reason of each cell that cannot be read, and nothing is guessed', () => {
    const { faults } = read(['a', 6010, '有', '无', '尽快'], ['b c', '06010', '有', '无', '1工作日']);
    expect(faults.map(({ row, column, rule, about }) => [row, column, rule, about])).toEqual([
      [3, 'classCode', 'zeros-lost', '6010'],
      [3, 'limit', 'limit-unreadable', '尽快'],
    ]);
  });

  test('misses a column that is needed', () => {
    const sheet = { name: 'x', rows: [{ number: 1, cells: ['条件编号', '类别代码', '立案条件', '处置时限'] }] };
    expect(readLists(bookOf('filing'), [sheet], context, false).faults).toEqual([expect.objectContaining({ rule: 'column-missing', column: 'closing' })]);
  });
});

test('a row that is typed is stored by the keys of what it names; what cannot be read stays for the check', () => {
  const [list] = bookOf('responsibility').lists;
  const typed = { classCode: ' 01 ', area: '东风街道', department: '供排水公司', ground: '', conditionId: '?' };
  expect(list && asStored(list, typed, context)).toEqual({ classCode: '01', area: '230302004', department: WATER, conditionId: '?' });
});

describe('calendars', () => {
  const notice = (year: number) => HolidayFile.parse(JSON.parse(readFileSync(`${__dirname}/../../../../../apps/api/seed/standards/holiday_${year}.json`, 'utf8')));
  const national = { effectiveOn: '', shifts: DEFAULT_SHIFTS, notices: [2024, 2025, 2026].map(notice) };
  const days = [{ day: '2027-01-01', kind: 'off', name: '元旦' }];
  const withNext = (effectiveOn: string, hours = [{ from: '08:00', to: '12:00' }, { from: '14:00', to: '18:00' }]) => {
    const lists = calendarLists(national);
    return calendarEdition({ hours, days: [...(lists.days ?? []), ...days] }, effectiveOn);
  };
  const fiveDays = (editions: Parameters<typeof calendarAt>[0], startAt: string) =>
    reckon({ basis: 'working', minutes: 2400, startAt, calendar: calendarAt(editions, startAt) });

  test('come out of their rows as they went in', () => {
    const again = calendarEdition(calendarLists(national), '');
    expect(calendarAt([again], '2026-06-01T00:00:00Z')).toEqual(calendarFrom(national.notices));
  });

  test('of a new year move a provisional deadline of a case that began before', () => {
    const startAt = '2026-12-28T09:00:00+08:00';
    expect(fiveDays([national], startAt)).toMatchObject({ provisional: true, dueAt: '2027-01-04T01:00:00.000Z' });
    expect(fiveDays([national, withNext('2026-12-29')], startAt)).toMatchObject({ provisional: false, dueAt: '2027-01-05T01:00:00.000Z' });
  });

  test('with other hours leave a case alone that began before their first day', () => {
    const shorter = withNext('2026-06-01', [{ from: '09:00', to: '12:00' }]);
    const due = fiveDays([national], '2026-05-29T09:00:00+08:00').dueAt;
    expect(fiveDays([national, shorter], '2026-05-29T09:00:00+08:00').dueAt).toBe(due);
    expect(fiveDays([national, shorter], '2026-06-01T09:00:00+08:00').dueAt > due).toBe(true);
  });

  test.each<[StandardLists, string]>([
    [{ hours: [], days: [] }, 'hours-missing'],
    [{ hours: [{ from: '08:00', to: '12:00' }, { from: '11:00', to: '18:00' }], days: [] }, 'hours-overlap'],
    [{ hours: [{ from: '12:00', to: '08:00' }], days: [] }, 'hours-overlap'],
  ])('without usable hours are refused: %j', (lists, rule) =>
    expect(said('calendar', lists).map(([, , each]) => each)).toContain(rule));

  test('do not forget a year', () => {
    expect(said('calendar', { hours: [{ from: '08:00', to: '12:00' }], days: [] }, { before: { days } })).toEqual([['days', null, 'year-gone', '2027']]);
  });
});

describe('responsibilities', () => {
  const row = (more: Partial<Responsibility>): Responsibility => ({ classCode: '01', conditionId: '', area: '', department: WATER, ground: '三定', ...more });
  const asked = { classCode: '01001', conditionId: 'yc-1', gridCode: '230302004002001' };

  test('prefer the condition to the class, the class to the major class, and the smaller area', () => {
    const rows = [row({ ground: 'major' }), row({ classCode: '01001', ground: 'class' }), row({ classCode: '01001', area: '230302004', ground: 'area' })];
    expect(responsibleFor(rows, asked)?.ground).toBe('area');
    expect(responsibleFor([...rows, row({ conditionId: 'yc-1', ground: 'condition' })], asked)?.ground).toBe('condition');
    expect(responsibleFor(rows, { ...asked, gridCode: '230302001001001' })?.ground).toBe('class');
    expect(responsibleFor(rows, { ...asked, classCode: '06010' })).toBeUndefined();
  });

  test('do not depend on the order of the rows, and name only who was listed for the place', () => {
    const one = fc.record({
      classCode: fc.constantFrom('01', '01001', '06'),
      conditionId: fc.constantFrom('', 'yc-1'),
      area: fc.constantFrom('', '230302004', '230302004002', '230302001'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (each) => JSON.stringify(each), maxLength: 12 }), fc.nat(), (keys, turn) => {
        const rows = keys.map((key, index) => row({ ...key, ground: String(index) }));
        const turned = [...rows.slice(turn % (rows.length + 1)), ...rows.slice(0, turn % (rows.length + 1))];
        const found = responsibleFor(rows, asked);
        expect(responsibleFor([...turned].reverse(), asked)).toEqual(found);
        if (found) expect([asked.classCode.startsWith(found.classCode), asked.gridCode.startsWith(found.area)]).toEqual([true, true]);
      }),
    );
  });

  test('are held against what there is', () => {
    const text = { classCode: '01001', department: WATER, ground: '三定' };
    expect(
      said('responsibility', {
        responsibilities: [
          text,
          { ...text, department: ROADS },
          { ...text, classCode: '77' },
          { ...text, classCode: '06010', conditionId: 'yc-1' },
          { ...text, conditionId: 'yc-9' },
          { ...text, area: '230302099' },
          { ...text, area: '230302001', department: ROADS },
          { ...text, area: '230302004', department: '01999999-0000-7000-8000-00000000dead' },
        ],
      }).map(([, at, rule]) => [at, rule]),
    ).toEqual([
      [2, 'twice'],
      [6, 'area-unknown'],
      [8, 'department-unknown'],
      [3, 'class-unknown'],
      [4, 'condition-other-class'],
      [5, 'condition-unknown'],
      [7, 'department-elsewhere'],
    ]);
  });
});
