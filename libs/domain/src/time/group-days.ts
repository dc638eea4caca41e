import type { CountedStep, DaysStep, DeadlineStep, SkippedStep } from './deadline-steps.js';

type Step = CountedStep | SkippedStep;
/** Whether a group ends at the weekend or goes on over weekends and holidays. */
type Reach = 'within-weeks' | 'over-days-off';

/** Groups whole working days that follow each other: those between a night or a day off and the next. */
export function groupDays(steps: readonly Step[], reach: Reach): DeadlineStep[] {
  const grouped: DeadlineStep[] = [];
  for (let index = 0; index < steps.length; ) {
    const group = steps.slice(index, endOfGroup(steps, index, reach));
    const days = group.filter((step) => step.kind === 'counted');
    const whole = daysStep(days, group);
    const step = steps[index];
    if (whole) grouped.push(whole);
    else if (step) grouped.push(step);
    index += whole ? group.length : 1;
  }
  return grouped;
}

/** The index behind the last whole day of the group that begins here. */
function endOfGroup(steps: readonly Step[], start: number, reach: Reach): number {
  let end = start;
  for (let index = start; index < steps.length; index += 1) {
    const step = steps[index];
    if (step?.kind === 'counted' && step.extended !== extensionOf(steps[start])) break;
    if (isWholeDay(steps, index)) end = index + 1;
    else if (index === start || !isPassed(steps[index], reach)) break;
  }
  return end;
}

const extensionOf = (step: Step | undefined): true | undefined => (step?.kind === 'counted' ? step.extended : undefined);

const isWholeDay = (steps: readonly Step[], index: number): boolean =>
  steps[index]?.kind === 'counted' && isPassed(steps[index - 1], 'over-days-off') && isPassed(steps[index + 1], 'over-days-off');

function isPassed(step: Step | undefined, reach: Reach): boolean {
  if (step?.kind !== 'skipped') return false;
  return step.reason === 'night' || (reach === 'over-days-off' && (step.reason === 'weekend' || step.reason === 'holiday'));
}

/** One day alone is said with its times. */
function daysStep(days: readonly CountedStep[], group: readonly Step[]): DaysStep | null {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.length < 2) return null;
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
  return { kind: 'days', from: first.from, to: last.to, days: days.length, minutes, ...(first.extended && { extended: first.extended }), skipped: daysOff(group) };
}

function daysOff(group: readonly Step[]): DaysStep['skipped'] {
  const found = new Map<string, DaysStep['skipped'][number]>();
  for (const step of group) {
    if (step.kind !== 'skipped' || (step.reason !== 'weekend' && step.reason !== 'holiday')) continue;
    const { reason, name } = step;
    const key = name ?? reason;
    const days = (found.get(key)?.days ?? 0) + step.days.length;
    found.set(key, { reason, ...(name !== undefined && { name }), days });
  }
  return [...found.values()];
}
