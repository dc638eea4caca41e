import { expect, test } from '@jest/globals';
import { IndicatorKey } from '@wangge/contracts';
import type { Measure } from '../events/event-deltas.js';
import { evaluateIndicator, INDICATOR_KEYS, INDICATORS, indicatorsOf, measuresOfSide } from './indicators.js';

const from = (counts: Partial<Record<Measure, number>>, minutes = 0) => {
  const sum = (measures: readonly Measure[]) => ({
    count: measures.reduce((total, measure) => total + (counts[measure] ?? 0), 0),
    minutes,
  });
  return { during: sum, ever: sum };
};
const percent = (key: IndicatorKey, counts: Partial<Record<Measure, number>>) => {
  const { value } = evaluateIndicator(key, from(counts));
  return value === null ? null : Number((value * 100).toFixed(2));
};

/** The bulletin of 天门 for December 2016. */
const TIANMEN = {
  reported: 1054,
  filed: 996,
  'filed-from-workers': 953,
  'filed-from-public': 43,
  due: 972,
  // Nobody appealed, as far as is known.
  judged: 972,
  closed: 911,
  'closed-on-time': 737,
} as const;

test.each([
  ['filing-rate', 94.5],
  ['worker-report-rate', 95.68],
  ['public-report-rate', 4.32],
  ['closing-rate', 93.72],
  ['on-time-rate', 75.82],
] as const)('%s is what 天门 published: %d %%', (key, published) => {
  expect(percent(key, TIANMEN)).toBe(published);
});

test('and so are its closing rates of matters and of components', () => {
  expect(percent('closing-rate', { closed: 902, due: 956 })).toBe(94.35);
  expect(percent('closing-rate', { closed: 9, due: 16 })).toBe(56.25);
});

test('without a denominator there is no rate', () => {
  for (const key of INDICATOR_KEYS)
    if (INDICATORS[key].kind === 'share') expect(evaluateIndicator(key, from({})).value).toBeNull();
  expect(evaluateIndicator('handling-minutes', from({})).value).toBeNull();
});

test('a mean is of minutes for each case, a stock stands at the end', () => {
  expect(evaluateIndicator('handling-minutes', from({ handled: 4 }, 100))).toEqual({ value: 25, part: 100, whole: 4 });
  expect(evaluateIndicator('open', from({ 'in:filed': 2, 'in:handling': 3, 'overdue:handling': 1 })).value).toBe(5);
});

test('each key has a rule, and each side of it counts something', () => {
  expect([...INDICATOR_KEYS].sort()).toEqual([...IndicatorKey.options].sort());
  for (const key of INDICATOR_KEYS)
    for (const side of ['part', 'whole'] as const) expect(measuresOfSide(key, side).length).toBeGreaterThan(0);
  expect(indicatorsOf('department')).not.toContain('reported');
});
