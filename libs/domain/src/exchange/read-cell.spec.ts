import { describe, expect, test } from '@jest/globals';
import type { FieldKind } from '@wangge/contracts';
import fc from 'fast-check';
import { REGISTERS } from '../registers/catalogue.js';
import type { FieldDefinition } from '../registers/definition.js';
import { choices, label } from '../registers/dictionaries/choices.js';
import { type Cell, cellText } from './cell.js';
import { readCell } from './read-cell.js';

const WORDS = label('项', 'Item');
const field = (kind: FieldKind): FieldDefinition => ({ name: 'item', kind, label: WORDS, dataClass: 'L1' });
const read = (kind: FieldKind, cell: Cell, is1904 = false) => {
  const reading = readCell(field(kind), cell, is1904);
  return 'rule' in reading ? reading.rule : reading.value;
};

describe('a cell', () => {
  test.each<[FieldKind, Cell, unknown]>([
    ['text', '　张三 \u200b', '张三'],
    ['text', 12, '12'],
    ['text', 230302004002001, '230302004002001'],
    ['text', 2.3030219850615e17, 'digits-lost'],
    ['text', '1E+5', '1E+5'],
    ['integer', '1,234', 1234],
    ['integer', '12,34', 'wrong-kind'],
    ['integer', ' １２ ', 12],
    ['number', 1.5, 1.5],
    ['number', '三', 'wrong-kind'],
    ['boolean', true, true],
    ['boolean', '是', true],
    ['boolean', 'No', false],
    ['boolean', '也许', 'wrong-kind'],
    ['phone', 13800001234, '13800001234'],
    ['identity-number', 230302198506150000, 'identity-rounded'],
    ['identity-number', '2.30302E+17', 'identity-rounded'],
    ['identity-number', 230302850615002, '230302850615002'],
    ['component-code', 23030201003000000, 'digits-lost'],
    ['reference', "'H-001", 'H-001'],
    ['date', { date: '2024-03-05' }, '2024-03-05'],
    ['date', '2024/3/5', '2024-03-05'],
    ['date', '2024.3.5', '2024-03-05'],
    ['date', '2024年3月5日', '2024-03-05'],
    ['date', '２０２４－０３－０５', '2024-03-05'],
    ['date', '20240305', '2024-03-05'],
    ['date', 20240305, '2024-03-05'],
    ['date', '2024-03-05 00:00:00', '2024-03-05'],
    ['date', 45356, '2024-03-05'],
    ['date', '2024/2/30', 'not-a-date'],
    ['date', '24/3/5', 'not-a-date'],
    ['date', '2024/3', 'not-a-date'],
    ['date', 12, 'not-a-date'],
    ['text', { error: '#N/A' }, 'cell-error'],
    ['integer', { formula: '3' }, 'cell-formula'],
    ['text', '   ', null],
  ])('of %s that holds %j says %j', (kind, cell, said) => expect(read(kind, cell)).toBe(said));

  test('counts its days from 1904 where the workbook does', () => expect(read('date', 43894, true)).toBe('2024-03-05'));

  test('that is blank says nothing, whatever the field', () => {
    for (const { fields } of REGISTERS)
      for (const each of fields) for (const cell of [null, '', ' \u3000']) expect(readCell(each, cell)).toEqual({ value: null });
  });

  test('is never read in a way that throws, nor as a number with lost digits', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.string().map((date) => ({ date })),
    );
    const fields = REGISTERS.flatMap((register) => register.fields);
    fc.assert(
      fc.property(fc.constantFrom(...fields), cell, (each, given) => {
        const reading = readCell(each, given);
        const isCode = !['integer', 'number', 'date', 'boolean', 'choice'].includes(each.kind);
        if (isCode && typeof given === 'number' && Math.abs(given) >= 1e15) expect(reading).toHaveProperty('rule');
        expect(typeof cellText(given)).toBe('string');
      }),
    );
  });
});

describe('a choice', () => {
  const STATES: FieldDefinition = {
    ...field('choice'),
    choices: choices(['01', '在用', 'In use'], ['02', '停用', 'Out of use'], ['10', '其他', 'Other']),
  };
  const chosen = (cell: Cell) => {
    const reading = readCell(STATES, cell);
    return 'rule' in reading ? reading.rule : reading.value;
  };

  test('is known by its words in either language, its code, or both', () => {
    for (const said of ['在用', ' 在 用 ', 'in USE', '01', '０１', '01 在用', '01 In use'])
      expect([said, chosen(said)]).toEqual([said, '01']);
    expect(chosen('没有这个')).toBe('not-a-choice');
  });

  test('whose code lost its zeros is mended where it can be but one', () => {
    expect([chosen(1), chosen('1'), chosen(10)]).toEqual(['01', '01', '10']);
    const twice = { ...STATES, choices: choices(['1', '一', 'One'], ['01', '零一', 'Zero one'], ['001', '零零一', 'Zeros']) };
    expect(readCell(twice, 1)).toEqual({ value: '1' });
    const unclear = { ...STATES, choices: choices(['01', '零一', 'Zero one'], ['001', '零零一', 'Zeros']) };
    expect(readCell(unclear, 1)).toEqual({ rule: 'choice-ambiguous' });
  });

  test('may be several in one cell', () => {
    const several = { ...STATES, kind: 'choices' as const };
    expect(readCell(several, '停用、In use')).toEqual({ value: '02,01' });
    expect(readCell(several, '停用；没有')).toEqual({ rule: 'not-a-choice' });
  });

  test('of every register is found again by what the template offers', () => {
    for (const { fields } of REGISTERS)
      for (const each of fields)
        for (const { code, label: words } of each.choices ?? [])
          for (const said of [code, words.zh, words.en])
            expect([each.name, readCell(each, said)]).toEqual([each.name, { value: code }]);
  });
});

describe('an instant', () => {
  const at = (cell: Cell) => readCell({ ...field('instant') }, cell);

  test('is read as local time, however it was written', () => {
    for (const cell of ['2024-03-05 08:30', '2024/3/5 8:30', '2024年3月5日 8时30', '2024-03-05T00:30:00Z', 45356 + 8.5 / 24])
      expect([cell, at(cell)]).toEqual([cell, { value: '2024-03-05T00:30:00.000Z' }]);
  });

  test('without a time is none', () => {
    for (const cell of ['2024-03-05', '08:30', '2024-02-30 08:30', 'x'])
      expect([cell, at(cell)]).toEqual([cell, { rule: 'not-an-instant' }]);
  });
});
