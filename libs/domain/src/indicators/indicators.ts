import type { IndicatorKey } from '@wangge/contracts';
import type { Measure } from '../events/event-deltas.js';
import { OPEN_STATUSES } from '../events/event-statuses.js';
import { type Sum, shareOf } from './figures.js';

/** Whose figures an indicator may be asked for. A department has no reports of its own, and nobody's check is its own. */
export type IndicatorSubject = 'area' | 'department';

export type IndicatorRule = { readonly of: readonly IndicatorSubject[] } & (
  | { readonly kind: 'flow'; readonly measures: readonly Measure[] }
  /** What stands at the end of the period. */
  | { readonly kind: 'stock'; readonly measures: readonly Measure[] }
  /** Part and whole; none where the whole is zero. */
  | { readonly kind: 'share'; readonly part: readonly Measure[]; readonly whole: readonly Measure[] }
  /** Minutes for each case. */
  | { readonly kind: 'mean'; readonly measures: readonly Measure[] }
);

const BOTH: readonly IndicatorSubject[] = ['area', 'department'];
const AREA: readonly IndicatorSubject[] = ['area'];
const share = (of: readonly IndicatorSubject[], part: Measure, whole: Measure): IndicatorRule => ({
  of,
  kind: 'share',
  part: [part],
  whole: [whole],
});
const flow = (of: readonly IndicatorSubject[], ...measures: Measure[]): IndicatorRule => ({ of, kind: 'flow', measures });
const inHand = (kind: 'in' | 'overdue'): IndicatorRule => ({
  of: BOTH,
  kind: 'stock',
  measures: OPEN_STATUSES.map((status): Measure => `${kind}:${status}`),
});

/**
 * The indicators as data: what is counted, and what it is divided by (DOMAIN: indicators; the formulas that 天门 2016-12
 * published are reproduced by the spec). 结案率 and 按期结案率 are both of 应结案, the latter without
 * what an appeal excused, 返工率 likewise of 应结案; 回退率 and 挂账率 of 派遣.
 */
export const INDICATORS: Readonly<Record<IndicatorKey, IndicatorRule>> = {
  reported: flow(AREA, 'reported'),
  filed: flow(AREA, 'filed'),
  'filing-rate': share(AREA, 'filed', 'reported'),
  'on-time-filing-rate': share(AREA, 'filed-on-time', 'filed'),
  'worker-report-rate': share(AREA, 'filed-from-workers', 'filed'),
  'public-report-rate': share(AREA, 'filed-from-public', 'filed'),
  dispatched: flow(BOTH, 'dispatched'),
  'dispatch-accuracy': share(BOTH, 'accepted', 'dispatched'),
  'return-rate': share(BOTH, 'returned', 'dispatched'),
  'suspension-rate': share(BOTH, 'suspended', 'dispatched'),
  handled: flow(BOTH, 'handled'),
  'on-time-handling-rate': share(BOTH, 'handled-on-time', 'handling-due'),
  'handling-minutes': { of: BOTH, kind: 'mean', measures: ['handled'] },
  due: flow(BOTH, 'due'),
  closed: flow(BOTH, 'closed'),
  'closing-rate': share(BOTH, 'closed', 'due'),
  'on-time-rate': share(BOTH, 'closed-on-time', 'judged'),
  'rework-rate': share(BOTH, 'rework', 'due'),
  'on-time-verification-rate': share(AREA, 'verified-on-time', 'verify-sent'),
  'on-time-check-rate': share(AREA, 'checked-on-time', 'check-sent'),
  'satisfaction-rate': share(BOTH, 'satisfied', 'rated'),
  open: inHand('in'),
  overdue: inHand('overdue'),
};

export const INDICATOR_KEYS = Object.keys(INDICATORS) as IndicatorKey[];

export const indicatorsOf = (subject: IndicatorSubject): IndicatorKey[] =>
  INDICATOR_KEYS.filter((key) => INDICATORS[key].of.includes(subject));

/** The measures a side of an indicator counts: what its number opens to. */
export function measuresOfSide(key: IndicatorKey, side: 'part' | 'whole'): readonly Measure[] {
  const rule = INDICATORS[key];
  if (rule.kind !== 'share') return rule.measures;
  return side === 'part' ? rule.part : rule.whole;
}

export interface IndicatorValue {
  /** Null where the denominator is zero, shown as "–". */
  readonly value: number | null;
  readonly part: number;
  readonly whole: number | null;
}

/** `during` sums the period, `ever` all until its end. */
export function evaluateIndicator(
  key: IndicatorKey,
  {
    during,
    ever,
  }: { readonly during: (measures: readonly Measure[]) => Sum; readonly ever: (measures: readonly Measure[]) => Sum },
): IndicatorValue {
  const rule = INDICATORS[key];
  switch (rule.kind) {
    case 'flow':
      return counted(during(rule.measures).count);
    case 'stock':
      return counted(ever(rule.measures).count);
    case 'share': {
      const [part, whole] = [during(rule.part).count, during(rule.whole).count];
      return { value: shareOf(part, whole), part, whole };
    }
    case 'mean': {
      const { count, minutes } = during(rule.measures);
      return { value: count > 0 ? minutes / count : null, part: minutes, whole: count };
    }
  }
}

const counted = (count: number): IndicatorValue => ({ value: count, part: count, whole: null });
