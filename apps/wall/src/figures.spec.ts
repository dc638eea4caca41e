import { describe, expect, test } from '@jest/globals';
import { changeOf, changeText, FIGURE_FORMS, numberText, percentText } from './figures';

describe('figures', () => {
  test('without a denominator are a dash, never zero', () => {
    expect(percentText(null)).toBe('–');
    expect(numberText(null)).toBe('–');
    expect(changeText(changeOf(null, 3, FIGURE_FORMS.open))).toBe('–');
    expect(percentText(0)).toBe('0.0');
  });

  test('show shares in per cent and lengths in hours', () => {
    expect(percentText(0.9251)).toBe('92.5');
    expect(numberText(324 * FIGURE_FORMS['handling-minutes'].factor, 1)).toBe('5.4');
    expect(numberText(12345)).toBe('12,345');
  });

  test('change by what a reader would subtract', () => {
    const rate = FIGURE_FORMS['on-time-rate'];
    expect(changeText(changeOf(0.92549, 0.92451, rate), 1)).toBe('±0');
    expect(changeText(changeOf(0.9255, 0.9244, rate), 1)).toBe('+0.2');
    expect(changeText(changeOf(17, 20, FIGURE_FORMS.overdue))).toBe('−3');
    expect(changeText(changeOf(1300, 100, FIGURE_FORMS.open))).toBe('+1,200');
  });
});
