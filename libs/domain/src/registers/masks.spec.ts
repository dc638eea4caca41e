import { describe, expect, test } from '@jest/globals';
import { MaskKind } from '@wangge/contracts';
import fc from 'fast-check';
import { maskField, maskValue } from './masks.js';

describe('a mask', () => {
  test.each([
    ['name', '张', '*'],
    ['name', '张三', '张*'],
    ['name', '王小明', '王*明'],
    ['name', '欧阳小明', '欧**明'],
    ['name', '𠮷田', '𠮷*'],
    ['name', '李𠮷𠮷', '李*𠮷'],
    ['identity-number', '230302198506150021', '230302********0021'],
    ['identity-number', '11010519491231002X', '110105********002X'],
    ['identity-number', 'E12345678', '***'],
    ['phone', '13812341234', '138****1234'],
    ['phone', '04672345678', '046******78'],
    ['phone', '12345', '***'],
    ['address', '四海小区3号楼2单元501室', '四海小区3号楼***'],
    ['address', '长征街12号3号楼2单元', '长征街12号3号楼***'],
    ['address', 'A座1203', 'A座***'],
    ['address', '三号楼', '三号楼***'],
    ['address', '长征街12号301', '长征街***'],
    ['address', '西郊村5号', '西郊村***'],
    ['address', '西郊村东头王家', '西郊村***'],
    ['address', '12', '***'],
    ['address', '西郊村', '***'],
    ['address', '王家', '***'],
    ['date', '1985-06-15', '1985'],
    ['date', '19850615', '***'],
    ['all', '任何内容', '***'],
  ] as const)('%s of %s shows %s', (kind, value, shown) => {
    expect(maskValue(kind, value)).toBe(shown);
  });

  test('leaves nothing as nothing, and hides what is no text', () => {
    expect(maskValue('all', null)).toBeNull();
    expect(maskValue('name', 42)).toBe('***');
    expect(maskValue('date', false)).toBe('***');
  });

  test('never shows a value whole, and never half a character', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((value) => !value.includes('*'));
    fc.assert(
      fc.property(fc.constantFrom(...MaskKind.options), text, (kind, value) => {
        const shown = String(maskValue(kind, value));
        expect(shown).toContain(kind === 'date' && /^\d{4}-/.test(value) ? value.slice(0, 4) : '*');
        expect(shown).not.toBe(value);
        if (!/\p{Surrogate}/u.test(value)) expect(shown).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  test('is put on by a field’s class; one without a mask of its own is hidden whole', () => {
    expect(maskField({ dataClass: 'L1', mask: 'all' }, '四海')).toBe('四海');
    expect(maskField({ dataClass: 'L3', mask: 'name' }, '张三')).toBe('张*');
    expect(maskField({ dataClass: 'L4' }, '13812341234')).toBe('***');
  });
});
