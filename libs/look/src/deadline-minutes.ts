import type { CountedStep, DeadlineParts } from '@wangge/domain';

const MINUTE = 60_000;

/** The minutes of each step, as whole ones that add up to the limit, or to what was used of it. */
export function minutesOfSteps(parts: DeadlineParts): number[] {
  const said = parts.steps.map((step) => {
    if (step.kind === 'skipped') return 0;
    return step.kind === 'days' ? step.minutes : countedBetweenShown(step);
  });
  return addingUpTo(usedInTheEnd(parts) - Math.round(parts.carriedMinutes), said, parts.steps);
}

/** What will have been counted when the last step is over. What is left is cut and not rounded, so that nothing is promised. */
function usedInTheEnd({ end, limitMinutes, usedMinutes, remainingMinutes }: DeadlineParts): number {
  if (end.state === 'stopped' || usedMinutes > limitMinutes) return Math.floor(usedMinutes);
  return limitMinutes - (end.state === 'paused' ? Math.floor(remainingMinutes) : 0);
}

/** Between the times that a screen shows: "16:40" is shown for 16:40:37 as well. */
const countedBetweenShown = ({ from, to, breaks }: CountedStep): number =>
  sum([shownMinutes(from, to), ...breaks.map((pause) => -shownMinutes(pause.from, pause.to))]);

const shownMinutes = (from: string, to: string): number => minuteOf(to) - minuteOf(from);

const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / MINUTE);

/** A pause within a minute leaves one too many or too few; the longest stretch takes it, where it is felt least. */
function addingUpTo(total: number, minutes: readonly number[], steps: DeadlineParts['steps']): number[] {
  const stretches = minutes.filter((_, index) => steps[index]?.kind === 'counted');
  const longest = minutes.findIndex((each, index) => steps[index]?.kind === 'counted' && each === Math.max(...stretches));
  return minutes.map((each, index) => (index === longest ? each + total - sum(minutes) : each));
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
