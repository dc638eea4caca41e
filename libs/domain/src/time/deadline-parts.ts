import type { Clock, Segment } from '@wangge/contracts';
import { countedMinutes, historyOf } from './clock.js';
import { type DeadlineStep, stepsOf } from './deadline-steps.js';
import { groupDays } from './group-days.js';
import { type Light, lightAt } from './light.js';
import { MINUTE_MS, toInstant, toMillis } from './local-day.js';

/** Longer explanations say "14 working days, three weekends not counted" instead of week by week. */
const MOST_STEPS = 9;

/** Why a clock is due when it is due: the facts of the sentence, in order; the words are the screens'. */
export interface DeadlineParts {
  readonly basis: Clock['basis'];
  readonly startedAt: string;
  readonly limitMinutes: number;
  /** Counted before this clock began. */
  readonly carriedMinutes: number;
  /** Counted up to now; beyond the deadline it stays at the limit while the clock runs. */
  readonly usedMinutes: number;
  readonly remainingMinutes: number;
  readonly steps: readonly DeadlineStep[];
  readonly end: { readonly state: Clock['state']; readonly at: string };
  readonly yellowAt: string | null;
  readonly light: Light;
  readonly provisional: boolean;
}

export function deadlineParts(clock: Clock, now: string): DeadlineParts {
  const { basis, startedAt, limitMinutes, yellowAt, provisional, state } = clock;
  const at = state === 'running' ? now : clock.since;
  const carriedMinutes = Math.max(0, clock.usedMinutes - countedMinutes(historyOf(clock)));
  const usedMinutes = carriedMinutes + countedMinutes(until(at, clock.segments));
  const steps = stepsOf(clock.segments);
  const short = groupDays(steps, 'within-weeks');
  return {
    basis,
    startedAt,
    limitMinutes,
    carriedMinutes,
    usedMinutes,
    remainingMinutes: Math.max(0, limitMinutes - usedMinutes),
    steps: short.length > MOST_STEPS ? groupDays(steps, 'over-days-off') : short,
    end: { state, at: state === 'running' && clock.dueAt !== null ? clock.dueAt : clock.since },
    yellowAt,
    light: lightAt(at, clock),
    provisional,
  };
}

function until(at: string, segments: readonly Segment[]): Segment[] {
  const end = toMillis(at);
  return segments
    .filter(({ from }) => toMillis(from) < end)
    .map((piece) => {
      const to = Math.min(toMillis(piece.to), end);
      return { ...piece, to: toInstant(to), minutes: (to - toMillis(piece.from)) / MINUTE_MS };
    });
}
