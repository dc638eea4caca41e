import type { Clock } from '@wangge/contracts';
import { type DeadlineStep, deadlineParts } from '@wangge/domain';
import { durationWords, monthDayWords, type Words, weekdayWords } from './formats.js';
import { localTime } from './local-time.js';

/** One block of the strip below the deadline: what counts as long as it is, what does not in a narrow gap. */
export interface StripBlock {
  readonly kind: 'counted' | 'skipped' | 'rest' | 'over';
  /** Width, as a part of the whole strip. */
  readonly share: number;
  /** How much of it has passed, 0 to 1. */
  readonly passed: number;
  readonly label: string;
  readonly head: string;
  /** Times at its edges; empty where they say nothing new. */
  readonly start: string;
  readonly end: string;
}

const GAP = 0.14;
const LEAST = 0.15;
const NARROW = 0.24;

/** The strip of a clock: its steps in order, then what is left of a paused clock or how far a running one is over. */
export function deadlineStrip(clock: Clock, now: Date, t: Words): StripBlock[] {
  const parts = deadlineParts(clock, now.toISOString());
  const at = clock.state === 'running' ? now.getTime() : Date.parse(clock.since);
  const steps = parts.steps.filter(isShown).map((step) => blockOf(step, clock, at, t));
  return widths([...steps, ...tail(clock, parts.remainingMinutes, now, t)]);
}

type Draft = Omit<StripBlock, 'share'> & { readonly weight: number; readonly shortHead: string };

/** A night between two days of work shows in the heads of the days. */
const isShown = (step: DeadlineStep): boolean => step.kind !== 'skipped' || step.reason !== 'night';

function blockOf(step: DeadlineStep, clock: Clock, at: number, t: Words): Draft {
  const [from, to] = [Date.parse(step.from), Date.parse(step.to)];
  const passed = Math.min(1, Math.max(0, (at - from) / (to - from)));
  const edges = { passed, start: localTime(step.from).clock, end: localTime(step.to).clock };
  if (step.kind === 'skipped') {
    const label = t(step.reason === 'paused' ? 'strip.paused' : 'strip.not-counted');
    const head = skippedHead(step, t);
    return { ...edges, start: '', end: '', kind: 'skipped', weight: 0, label, head, shortHead: head };
  }
  const shortHead = weekdayWords(step.from, t);
  const head = `${shortHead} ${monthDayWords(step.from, t)}`;
  return { ...edges, kind: 'counted', weight: step.minutes, label: durationWords(step.minutes, t, clock.basis), head, shortHead };
}

function skippedHead({ name, reason, days }: Extract<DeadlineStep, { kind: 'skipped' }>, t: Words): string {
  if (name) return name;
  return reason === 'weekend' ? days.map((day) => weekdayWords(`${day}T12:00:00+08:00`, t)).join(' ') : '';
}

function tail(clock: Clock, remainingMinutes: number, now: Date, t: Words): Draft[] {
  const empty = { passed: 0, head: '', shortHead: '', start: '', end: '' };
  if (clock.state === 'paused' && remainingMinutes > 0) {
    const label = t('strip.rest', { time: durationWords(remainingMinutes, t, clock.basis) });
    return [{ ...empty, kind: 'rest', weight: remainingMinutes, label }];
  }
  const over = clock.state === 'running' && clock.dueAt !== null ? (now.getTime() - Date.parse(clock.dueAt)) / 60_000 : 0;
  if (over <= 0) return [];
  const label = t('strip.over', { time: durationWords(over, t) });
  return [{ ...empty, kind: 'over', passed: 1, weight: over, label }];
}

/** Gaps have a fixed width; the rest is divided by length, and nothing gets too narrow for its words. */
function widths(drafts: readonly Draft[]): StripBlock[] {
  const gaps = drafts.filter(({ kind }) => kind === 'skipped').length;
  const gap = Math.min(GAP, 0.4 / Math.max(1, gaps));
  const counted = drafts.reduce((sum, { kind, weight }) => (kind === 'counted' ? sum + weight : sum), 0);
  /** What is left or over must not squeeze what was counted into nothing. */
  const weights = drafts.map(({ kind, weight }) => (kind === 'counted' ? weight : Math.min(weight, counted || weight)));
  const total = weights.reduce((a, b) => a + b, 0) || 1;
  const wanted = drafts.map(({ kind }, index) =>
    kind === 'skipped' ? gap : Math.max(LEAST, ((1 - gaps * gap) * (weights[index] ?? 0)) / total),
  );
  const sum = wanted.reduce((a, b) => a + b, 0);
  return drafts.map((draft, index) => fitted(draft, (wanted[index] ?? 0) / sum, index === drafts.length - 1));
}

/** A narrow block says one of its times and the weekday only. */
function fitted({ weight: _, shortHead, ...block }: Draft, share: number, isLast: boolean): StripBlock {
  if (share >= NARROW) return { ...block, share };
  return { ...block, share, head: shortHead, ...(isLast ? { start: '' } : { end: '' }) };
}
