import type { Segment } from '@wangge/contracts';
import { dateOfDay, dayOf, startOfDay, toMillis } from './local-day.js';

/** Time that counts within one local day; `breaks` are the lunch breaks it goes over. */
export interface CountedStep {
  readonly kind: 'counted';
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly breaks: readonly { readonly from: string; readonly to: string }[];
  /** In the time that an extension has added. */
  readonly extended?: true;
}

export interface SkippedStep {
  readonly kind: 'skipped';
  readonly reason: Exclude<Segment['kind'], 'counted'>;
  /** The holiday's name. */
  readonly name?: string;
  readonly from: string;
  readonly to: string;
  /** Local dates that are skipped whole, e.g. Saturday and Sunday; empty for a night or a lunch break. */
  readonly days: readonly string[];
  /** It begins as work ends for the day ("下班暂停"). */
  readonly afterWork: boolean;
}

/** Whole working days in a row. `skipped` names what lies between them, nights aside. */
export interface DaysStep {
  readonly kind: 'days';
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly minutes: number;
  readonly extended?: true;
  readonly skipped: readonly { readonly reason: 'weekend' | 'holiday'; readonly name?: string; readonly days: number }[];
}

export type DeadlineStep = CountedStep | SkippedStep | DaysStep;

/** Segments as steps: a day's counted stretches become one when only lunch lies between them. */
export function stepsOf(segments: readonly Segment[]): (CountedStep | SkippedStep)[] {
  const steps: (CountedStep | SkippedStep)[] = [];
  segments.forEach((piece, index) => {
    const last = steps.at(-1);
    const next = segments[index + 1];
    if (piece.kind === 'counted') {
      const { from, to, minutes, extended } = piece;
      if (last?.kind === 'counted' && last.extended === extended) steps[steps.length - 1] = joined(last, piece);
      else steps.push({ kind: 'counted', from, to, minutes, breaks: [], ...(extended && { extended }) });
    } else if (piece.kind === 'lunch' && last?.kind === 'counted' && isSameTime(last, next)) {
      const { from, to } = piece;
      steps[steps.length - 1] = { ...last, to, breaks: [...last.breaks, { from, to }] };
    } else {
      steps.push(skipped(piece, piece.kind, last?.kind === 'counted', next?.kind === 'counted'));
    }
  });
  return steps;
}

/** What follows counts as well, and no extension begins between. */
const isSameTime = (step: CountedStep, next: Segment | undefined): boolean =>
  next?.kind === 'counted' && next.extended === step.extended;

const joined = (step: CountedStep, { to, minutes }: Segment): CountedStep => ({ ...step, to, minutes: step.minutes + minutes });

function skipped(
  { from, to, name }: Segment,
  reason: SkippedStep['reason'],
  afterCounted: boolean,
  beforeCounted: boolean,
): SkippedStep {
  const [begin, end] = [toMillis(from), toMillis(to)];
  const days: string[] = [];
  for (let day = dayOf(begin); isDayOff(reason) && startOfDay(day) < end; day += 1) {
    const workedFirst = afterCounted && startOfDay(day) < begin;
    const workedThen = beforeCounted && startOfDay(day + 1) > end;
    if (!workedFirst && !workedThen) days.push(dateOfDay(day));
  }
  const afterWork = afterCounted && (reason === 'night' || isDayOff(reason));
  return { kind: 'skipped', reason, ...(name !== undefined && { name }), from, to, days, afterWork };
}

const isDayOff = (reason: SkippedStep['reason']): reason is 'weekend' | 'holiday' => reason === 'weekend' || reason === 'holiday';
