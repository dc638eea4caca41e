import type { Clock } from '@wangge/contracts';
import { isExtended, type Stretch } from './deadline-blocks.js';
import { sum } from './deadline-minutes.js';
import { exactWords, holidayWords } from './deadline-words.js';
import { durationWords, monthDayWords, type Words, weekdayWords } from './formats.js';
import { localTime } from './local-time.js';

export interface Heads {
  readonly full: string;
  /** In the order of preference, where the full one has no room. */
  readonly shorter: readonly string[];
}

/** Room that words of the small size take, in pixels: Chinese signs are square, others about half as wide. */
export const textWidth = (text: string): number => sum([...text].map(signWidth));

function signWidth(sign: string): number {
  if (sign === ' ') return 4;
  return sign.charCodeAt(0) > 0x2e7f ? 12 : 7;
}

/** What stands in a block: how long it counts, or that it does not. */
export function labelOf(stretch: Stretch, clock: Clock, t: Words): string {
  const { kind, minutes, steps } = stretch;
  if (kind === 'rest') return t('strip.rest', { time: durationWords(minutes, t, clock.basis) });
  if (kind === 'over') return t('strip.over', { time: durationWords(minutes, t) });
  if (kind === 'skipped') return t(steps.some(isPause) ? 'strip.paused' : 'strip.not-counted');
  const isOneDay = steps.length === 1 && steps[0]?.kind === 'counted';
  const time = exactWords(minutes, isOneDay ? 'continuous' : clock.basis, t);
  return isExtended(stretch) ? t('strip.extended', { time }) : time;
}

const isPause = (step: Stretch['steps'][number]): boolean => step.kind === 'skipped' && step.reason === 'paused';

/** What stands above a block: its day or days, or why they do not count. */
export function headsOf(stretch: Stretch, t: Words): Heads {
  if (stretch.kind === 'skipped') return skippedHeads(stretch, t);
  if (stretch.kind !== 'counted') return { full: '', shorter: [] };
  const { from, to } = stretch;
  const [first, last] = [monthDayWords(from, t), monthDayWords(to, t)];
  if (localTime(from).dayNumber !== localTime(to).dayNumber)
    return { full: t('day.to', { from: first, to: last }), shorter: [`${first}–${last}`] };
  const weekday = weekdayWords(from, t);
  return { full: `${weekday} ${first}`, shorter: [first, weekday] };
}

function skippedHeads({ steps }: Stretch, t: Words): Heads {
  const names: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'skipped' || step.reason === 'paused') continue;
    const { reason, name, days } = step;
    if (reason === 'holiday') names.push(holidayWords(name ?? '', t));
    else if (reason === 'weekend') names.push(...days.map((day) => weekdayWords(`${day}T12:00:00+08:00`, t)));
    else names.push(t(`strip.${reason}`));
  }
  const [first = '', second] = names;
  return { full: names.join(' '), shorter: second === undefined ? [] : [`${first}…`] };
}
