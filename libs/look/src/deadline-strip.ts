import type { Clock } from '@wangge/contracts';
import { isExtended, passedBy, type Stretch, stretchesOf } from './deadline-blocks.js';
import { type Heads, headsOf, labelOf, textWidth } from './deadline-labels.js';
import type { Words } from './formats.js';
import { localTime } from './local-time.js';

/** One block of the strip below the deadline: what counts as long as it is, what does not in a narrow gap. */
export interface StripBlock {
  readonly kind: Stretch['kind'];
  /** Time that an extension has added. */
  readonly extended: boolean;
  /** Width, as a part of the whole strip. */
  readonly share: number;
  /** How much of it has passed, 0 to 1. */
  readonly passed: number;
  /** Where in it the present is, and where the deadline; null when elsewhere. */
  readonly now: number | null;
  readonly due: number | null;
  /** From where on it was worked after the deadline; null when it was not. */
  readonly lateFrom: number | null;
  readonly label: string;
  /** Where the label's middle is, 0 to 1: beside the present where there is room. */
  readonly labelAt: number;
  readonly head: string;
  /** Times at its edges; empty where they say nothing new. */
  readonly start: string;
  readonly end: string;
}

/** What the words are fitted to, in pixels: the narrowest card that shows a strip, and the space between blocks. */
const WIDTH = 400;
const SPACE = 8;
const GAP = 0.14;
const LEAST = 0.15;

export function deadlineStrip(clock: Clock, now: Date, t: Words): StripBlock[] {
  const stretches = stretchesOf(clock, now);
  const shares = sharesOf(stretches);
  const room = WIDTH - SPACE * (stretches.length - 1);
  const said = new Set<string>();
  return stretches.map((stretch, index) => {
    const share = shares[index] ?? 0;
    const pixels = share * room;
    const marks = marksOf(stretch, clock, now);
    return {
      kind: stretch.kind,
      extended: isExtended(stretch),
      share,
      ...marks,
      ...fittingLabel(labelOf(stretch, clock, t), pixels, marks.now),
      head: fittingHead(headsOf(stretch, t), pixels, said),
      ...timesOf(stretch, pixels, index === 0, clock),
    };
  });
}

/** Gaps have a fixed width; the rest is divided by length, and nothing gets too narrow for its words. */
function sharesOf(stretches: readonly Stretch[]): number[] {
  const gaps = stretches.filter(({ kind }) => kind === 'skipped').length;
  const gap = Math.min(GAP, 0.4 / Math.max(1, gaps));
  const counted = stretches.reduce((sum, { kind, minutes }) => (kind === 'counted' ? sum + minutes : sum), 0);
  // What is left or over must not squeeze what was counted into nothing.
  const weights = stretches.map(({ kind, minutes }) => (kind === 'counted' ? minutes : Math.min(minutes, counted || minutes)));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const wanted = stretches.map(({ kind }, index) =>
    kind === 'skipped' ? gap : Math.max(LEAST, ((1 - gaps * gap) * (weights[index] ?? 0)) / total),
  );
  const sum = wanted.reduce((all, each) => all + each, 0);
  return wanted.map((each) => each / sum);
}

function marksOf(stretch: Stretch, clock: Clock, now: Date): Pick<StripBlock, 'passed' | 'now' | 'due' | 'lateFrom'> {
  const at = clock.state === 'running' ? now.toISOString() : clock.since;
  const { dueAt } = clock;
  const isCounted = stretch.kind === 'counted';
  const passed = stretch.kind === 'rest' ? 0 : passedBy(at, stretch, clock);
  const isPresent =
    clock.state === 'running' && (isCounted || stretch.kind === 'skipped') && stretch.from <= at && at <= stretch.to;
  const until = isCounted && dueAt !== null && dueAt <= stretch.to ? passedBy(dueAt, stretch, clock) : null;
  return {
    passed,
    now: isPresent ? passed : null,
    due: dueAt !== null && stretch.from < dueAt ? until : null,
    lateFrom: until !== null && until < passed ? until : null,
  };
}

function fittingLabel(label: string, pixels: number, now: number | null): Pick<StripBlock, 'label' | 'labelAt'> {
  const width = textWidth(label);
  if (width > pixels) return { label: '', labelAt: 0.5 };
  const [before, after] = [now ?? 0, 1 - (now ?? 0)];
  const isRoomBeside = Math.max(before, after) * pixels >= width + SPACE;
  return { label, labelAt: !isRoomBeside ? 0.5 : before > after ? before / 2 : 1 - after / 2 };
}

/** The longest head that fits; a day that was named already is not named again. */
function fittingHead({ full, shorter }: Heads, pixels: number, said: Set<string>): string {
  if (said.has(full)) return '';
  const head = [full, ...shorter].find((text) => textWidth(text) <= pixels && !said.has(text)) ?? '';
  said.add(full).add(head);
  return head;
}

/** A narrow block says one of its times: when it began if it is the first, else when it ends if that is the deadline. */
function timesOf({ kind, from, to, steps }: Stretch, pixels: number, isFirst: boolean, clock: Clock) {
  const [start, end] = [localTime(from).clock, localTime(to).clock];
  if (kind === 'skipped') return { start: isFirst ? start : '', end: '' };
  const isOneDay = steps.length === 1 && steps[0]?.kind === 'counted';
  const isLast = to === clock.dueAt || to === clock.since;
  if (kind !== 'counted' || !(isOneDay || isFirst || isLast)) return { start: '', end: '' };
  if (textWidth(start) + textWidth(end) + SPACE <= pixels) return { start, end };
  return isLast && !isFirst ? { start: '', end } : { start, end: '' };
}
