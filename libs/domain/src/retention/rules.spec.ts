import { describe, expect, test } from '@jest/globals';
import { RetentionRuleName } from '@wangge/contracts';
import fc from 'fast-check';
import { dueBefore, isWithinBounds, keptDays, RETENTION_RULES, retentionRule } from './rules.js';

const rule = fc.constantFrom(...RetentionRuleName.options);
const DAY_MS = 86_400_000;

describe('rules of retention', () => {
  test('each keeps for a time within its own bounds, and says why', () => {
    for (const name of RetentionRuleName.options) {
      const { days, least, most, ground, what } = retentionRule(name);
      expect([name, isWithinBounds(name, days), least >= 1, least <= most]).toEqual([name, true, true, true]);
      for (const said of [ground, what]) expect(said.zh && said.en).toBeTruthy();
    }
  });

  test('never keep shorter than the least nor longer than the most, whatever was set', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: -5000, max: 50_000 }), (name, days) => {
        const now = new Date('2026-06-12T00:00:00Z');
        const kept = (now.getTime() - dueBefore(name, days, now).getTime()) / DAY_MS;
        expect(kept).toBe(keptDays(name, days));
        expect(isWithinBounds(name, kept)).toBe(true);
        if (isWithinBounds(name, days)) expect(kept).toBe(days);
      }),
    );
  });

  test('take no part of a day', () => {
    expect(isWithinBounds('imports', 7.5)).toBe(false);
    expect(isWithinBounds('imports', RETENTION_RULES.imports.most + 1)).toBe(false);
  });
});
