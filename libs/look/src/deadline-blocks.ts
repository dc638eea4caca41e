import type { Clock } from '@wangge/contracts';
import { type DeadlineParts, type DeadlineStep, deadlineParts } from '@wangge/domain';
import { minutesOfSteps } from './deadline-minutes.js';

/** A stretch of a clock as the strip shows it, before it has words and a width. */
export interface Stretch {
  readonly kind: 'counted' | 'skipped' | 'rest' | 'over';
  readonly from: string;
  readonly to: string;
  /** What its length goes by; nothing where nothing counts. */
  readonly minutes: number;
  readonly steps: readonly DeadlineStep[];
}

/** More blocks than this are too narrow for their words. */
const MOST = 7;

export const isExtended = ({ steps }: Stretch): boolean =>
  steps.some((step) => step.kind !== 'skipped') && steps.every((step) => step.kind === 'skipped' || step.extended === true);

/** The steps in order, then what is left of a paused clock or how far a running one is over. */
export function stretchesOf(clock: Clock, now: Date): Stretch[] {
  const parts = deadlineParts(clock, now.toISOString());
  const minutes = minutesOfSteps(parts);
  const stretches: Stretch[] = [];
  parts.steps.forEach((step, index) => {
    const last = stretches.at(-1);
    if (!isShown(step, index)) return;
    const stretch = stretchOf(step, minutes[index] ?? 0);
    if (last && isOff(step) && last.steps.every(isOff)) stretches[stretches.length - 1] = joined([last, stretch]);
    else stretches.push(stretch);
  });
  return [...shortened(stretches, MOST - 1), ...tailOf(clock, parts, now)];
}

/** Later nights show as the next day's head. */
const isShown = (step: DeadlineStep, index: number): boolean =>
  step.kind !== 'skipped' || index === 0 || (step.reason !== 'night' && step.reason !== 'lunch');

const isOff = (step: DeadlineStep): boolean => step.kind === 'skipped' && step.reason !== 'paused';

const stretchOf = (step: DeadlineStep, minutes: number): Stretch => ({
  kind: step.kind === 'skipped' ? 'skipped' : 'counted',
  from: step.from,
  to: step.to,
  minutes,
  steps: [step],
});

/** The middle of a long story becomes one block: how it began and how it ends are what is asked for. */
function shortened(stretches: readonly Stretch[], most: number): Stretch[] {
  if (stretches.length <= most) return [...stretches];
  const end = stretches.length - most + 2;
  return [...stretches.slice(0, 1), joined(stretches.slice(1, end)), ...stretches.slice(end)];
}

function joined(stretches: readonly Stretch[]): Stretch {
  const minutes = stretches.reduce((sum, stretch) => sum + stretch.minutes, 0);
  const [from = '', to = ''] = [stretches[0]?.from, stretches.at(-1)?.to];
  return { kind: minutes > 0 ? 'counted' : 'skipped', from, to, minutes, steps: stretches.flatMap(({ steps }) => steps) };
}

function tailOf(clock: Clock, { remainingMinutes }: DeadlineParts, now: Date): Stretch[] {
  const at = now.toISOString();
  if (clock.state === 'paused') {
    const rest: Stretch = { kind: 'rest', from: clock.since, to: at, minutes: remainingMinutes, steps: [] };
    return remainingMinutes > 0 ? [rest] : [];
  }
  if (clock.state !== 'running' || clock.dueAt === null) return [];
  const over = (now.getTime() - Date.parse(clock.dueAt)) / 60_000;
  return over > 0 ? [{ kind: 'over', from: clock.dueAt, to: at, minutes: over, steps: [] }] : [];
}

/** How much of a stretch lies before an instant, 0 to 1, by what counts in it. */
export function passedBy(instant: string, { kind, from, to }: Stretch, clock: Clock): number {
  const counts = clock.segments.filter((piece) => piece.kind === 'counted' && piece.from >= from && piece.to <= to);
  const pieces = kind === 'counted' ? counts : [{ from, to }];
  const until = Date.parse(instant);
  let [passed, whole] = [0, 0];
  for (const piece of pieces) {
    const [begin, end] = [Date.parse(piece.from), Date.parse(piece.to)];
    passed += Math.min(Math.max(0, until - begin), end - begin);
    whole += end - begin;
  }
  return whole === 0 ? 0 : passed / whole;
}
