import { describe, expect, test } from '@jest/globals';
import { LOAD_STEPS, loadScale, stepLabel, stepOf } from './load-scale.js';

describe('the five steps of load', () => {
  test('have round bounds that cover what is there', () => {
    const scale = loadScale([38, 35, 17, 62, 29, 40, 28, 24, 28]);
    expect(scale.bounds).toEqual([20, 30, 40, 50]);
    expect(stepOf(scale, 17)).toBe(1);
    expect(stepOf(scale, 20)).toBe(1);
    expect(stepOf(scale, 21)).toBe(2);
    expect(stepOf(scale, 62)).toBe(5);
  });

  test('stay whole numbers where few events are open', () => {
    const scale = loadScale([0, 1, 3]);
    expect(scale.bounds).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((load) => stepOf(scale, load))).toEqual([1, 2, 3, 4]);
  });

  test('exist even when nothing or everything is alike', () => {
    expect(stepOf(loadScale([]), 0)).toBe(1);
    expect(stepOf(loadScale([7, 7, 7]), 7)).toBe(1);
  });

  test('never decrease with the load, up to large cities', () => {
    for (const most of [4, 19, 62, 137, 1234, 98765]) {
      const scale = loadScale([0, most]);
      const steps = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((share) => stepOf(scale, Math.round(most * share)));
      expect(steps).toEqual([...steps].sort());
      expect(scale.bounds[3] + 2 * (scale.bounds[1] - scale.bounds[0])).toBeGreaterThanOrEqual(most);
    }
  });

  test('are labelled by their bounds', () => {
    const scale = loadScale([17, 62]);
    expect(LOAD_STEPS.map((step) => stepLabel(scale, step))).toEqual(['≤20', '≤30', '≤40', '≤50', '>50']);
    expect(stepLabel(loadScale([0, 3]), 1)).toBe('0');
  });
});
