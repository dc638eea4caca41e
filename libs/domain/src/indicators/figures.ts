import type { EventStatus, Figure, FigureKey } from '@wangge/contracts';
import type { Measure } from '../events/event-deltas.js';
import { OPEN_STATUSES } from '../events/event-statuses.js';
import { dateOfDay, type DayNumber } from '../time/local-day.js';

/** What the counters hold of some measures over some time. */
export interface Sum {
  readonly count: number;
  readonly minutes: number;
}

type FigureRule =
  /** What happened in a time. */
  | { readonly kind: 'flow'; readonly measures: readonly Measure[] }
  /** What stands at an instant: the sum of all that ever came and went. */
  | { readonly kind: 'stock'; readonly measures: readonly Measure[] }
  | { readonly kind: 'share'; readonly part: Measure; readonly whole: Measure }
  | { readonly kind: 'mean'; readonly measure: Measure };

const inHand = (kind: 'in' | 'overdue'): Measure[] => OPEN_STATUSES.map((status: EventStatus): Measure => `${kind}:${status}`);

/** Each key figure by its measures. 按期结案率 is closed on time / due to be closed (应结案), not / closed; what an appeal excused is left out. */
export const FIGURES = {
  reported: { kind: 'flow', measures: ['reported'] },
  closed: { kind: 'flow', measures: ['closed'] },
  open: { kind: 'stock', measures: inHand('in') },
  overdue: { kind: 'stock', measures: inHand('overdue') },
  'on-time-rate': { kind: 'share', part: 'closed-on-time', whole: 'judged' },
  'handling-minutes': { kind: 'mean', measure: 'handled' },
} as const satisfies Record<FigureKey, FigureRule>;

export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];

const ruleOf = (key: FigureKey): FigureRule => FIGURES[key];

/** The measures a figure needs, by how they are summed. */
export function measuresOf(keys: readonly FigureKey[]): { readonly flows: Measure[]; readonly stocks: Measure[] } {
  const flows = keys.map(ruleOf).flatMap((rule): readonly Measure[] => {
    if (rule.kind === 'flow') return rule.measures;
    if (rule.kind === 'share') return [rule.part, rule.whole];
    return rule.kind === 'mean' ? [rule.measure] : [];
  });
  const stocks = keys.map(ruleOf).flatMap((rule) => (rule.kind === 'stock' ? rule.measures : []));
  return { flows: [...new Set(flows)], stocks: [...new Set(stocks)] };
}

/** Where sums come from: what happened in the time asked about, and all that happened until its end. */
export interface Sums {
  readonly during: (measures: readonly Measure[]) => Sum;
  readonly ever: (measures: readonly Measure[]) => Sum;
}

/** A figure; null where its denominator is zero. */
export function evaluateFigure(key: FigureKey, { during, ever }: Sums): number | null {
  const rule = ruleOf(key);
  switch (rule.kind) {
    case 'flow':
      return Math.round(during(rule.measures).count);
    case 'stock':
      return Math.round(ever(rule.measures).count);
    case 'share':
      return shareOf(during([rule.part]).count, during([rule.whole]).count);
    case 'mean': {
      const { count, minutes } = during([rule.measure]);
      return count > 0 ? minutes / count : null;
    }
  }
}

/** Corrections for re-opened cases may fall into a later month than the case, hence the bounds. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : null;
}

/** A measure's sum of a day, and the part of it until the time of day it is now. */
export interface DayTally extends Sum {
  readonly measure: string;
  /** A local day. What lies before the first day asked for stands on the day before it. */
  readonly day: string;
  readonly soFar: Sum;
}

const TREND_DAYS = 14;
const COMPARED = { yesterday: 1, lastWeek: 7 } as const;

/** The first day whose tallies `figureOf` reads: months are summed from their first day on. */
export const firstDayRead = (today: DayNumber): string => monthStart(dateOfDay(today - TREND_DAYS + 1));

export const monthStart = (day: string): string => `${day.slice(0, 8)}01`;

/**
 * A key figure of the board. Today's flows are of the day so far; stocks stand now; rates and means are of the month
 * so far. Yesterday and a week before are the same figure as it was at this time of day, in the month of that day;
 * of the hour that is running, its share. The trend is the figure at the end of each day, today's as it stands.
 */
export function figureOf(key: FigureKey, tallies: readonly DayTally[], today: DayNumber): Figure {
  const at = (day: DayNumber, until: 'end' | 'now') => evaluateFigure(key, sumsAt(tallies, key, dateOfDay(day), until));
  return {
    key,
    value: at(today, 'end'),
    yesterday: at(today - COMPARED.yesterday, 'now'),
    lastWeek: at(today - COMPARED.lastWeek, 'now'),
    trend: Array.from({ length: TREND_DAYS }, (_, index) => at(today - TREND_DAYS + 1 + index, 'end')),
  };
}

function sumsAt(tallies: readonly DayTally[], key: FigureKey, day: string, until: 'end' | 'now'): Sums {
  const from = ruleOf(key).kind === 'flow' ? day : monthStart(day);
  return {
    during: (measures) => sumOfTallies(tallies, measures, from, day, until),
    ever: (measures) => sumOfTallies(tallies, measures, '', day, until),
  };
}

/** From the beginning of a day to the end of another, or to the present time of day on it. */
export function sumOfTallies(
  tallies: readonly DayTally[],
  measures: readonly string[],
  from: string,
  day: string,
  until: 'end' | 'now' = 'end',
): Sum {
  let [count, minutes] = [0, 0];
  for (const tally of tallies) {
    if (tally.day < from || tally.day > day || !measures.includes(tally.measure)) continue;
    const part = tally.day === day && until === 'now' ? tally.soFar : tally;
    count += part.count;
    minutes += part.minutes;
  }
  return { count, minutes };
}
