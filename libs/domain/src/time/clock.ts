import type { Clock, ClockBasis, ClockName, Segment } from '@wangge/contracts';
import { MINUTE_MS, toInstant, toMillis } from './local-day.js';
import { elapsedMinutes, instantAfter, segment, segmentsBetween, YELLOW_SHARE } from './reckon.js';
import { isProvisional, type WorkingCalendar } from './working-calendar.js';

export interface ClockStart {
  readonly name: ClockName;
  readonly basis: ClockBasis;
  readonly limitMinutes: number;
  readonly at: string;
  readonly calendar: WorkingCalendar;
  /** Already counted before, for a clock that goes on with the rest of an earlier one. */
  readonly usedMinutes?: number;
}

export function startClock({ name, basis, limitMinutes, at, calendar, usedMinutes = 0 }: ClockStart): Clock {
  const since = toInstant(toMillis(at));
  const times = { startedAt: since, since, dueAt: null, yellowAt: null };
  return reckoned(
    { name, basis, limitMinutes, usedMinutes, state: 'running', ...times, segments: [], provisional: false },
    [],
    calendar,
  );
}

/** Stops counting for a while; a clock that does not run stays as it is. */
export const pauseClock = (clock: Clock, at: string, calendar: WorkingCalendar): Clock => halt(clock, 'paused', at, calendar);

/** Ends the clock. Work that is sent back goes on with `resumeClock`. */
export const stopClock = (clock: Clock, at: string, calendar: WorkingCalendar): Clock => halt(clock, 'stopped', at, calendar);

/** Goes on with the rest of the limit; the time since the pause or the stop does not count. */
export function resumeClock(clock: Clock, at: string, calendar: WorkingCalendar): Clock {
  if (clock.state === 'running') return clock;
  const since = notBefore(at, clock.since);
  return reckoned({ ...clock, state: 'running', since }, [...clock.segments, ...pauseUntil(clock, since)], calendar);
}

/** Gives the clock another limit, as when an extension is granted. */
export const limitClock = (clock: Clock, limitMinutes: number, calendar: WorkingCalendar): Clock =>
  reckoned({ ...clock, limitMinutes }, historyOf(clock), calendar);

/** Adds to the limit; the segments tell the time that was added from the original one. */
export const extendClock = (clock: Clock, minutes: number, calendar: WorkingCalendar): Clock =>
  limitClock({ ...clock, extendedMinutes: (clock.extendedMinutes ?? 0) + minutes }, clock.limitMinutes + minutes, calendar);

/** Counts everything again, past runs as well, when a calendar was published or corrected. */
export function recalculate(clock: Clock, calendar: WorkingCalendar): Clock {
  const before = historyOf(clock);
  const carried = clock.usedMinutes - countedMinutes(before);
  const history = spansOf(before).flatMap(({ paused, from, to }) =>
    paused
      ? [segment({ from: toMillis(from), to: toMillis(to) }, { kind: 'paused' })]
      : segmentsBetween(clock.basis, toMillis(from), toMillis(to), calendar),
  );
  return reckoned({ ...clock, usedMinutes: carried + countedMinutes(history) }, history, calendar);
}

export function usedMinutesAt(clock: Clock, at: string, calendar: WorkingCalendar): number {
  if (clock.state !== 'running') return clock.usedMinutes;
  return clock.usedMinutes + elapsedMinutes(clock.basis, clock.since, at, calendar);
}

/** What lies before the present run; of a clock that does not run, everything. */
export const historyOf = ({ state, since, segments }: Clock): Segment[] =>
  state === 'running' ? segments.filter(({ from }) => toMillis(from) < toMillis(since)) : segments;

export const countedMinutes = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { kind, minutes }) => (kind === 'counted' ? sum + minutes : sum), 0);

function halt(clock: Clock, state: 'paused' | 'stopped', at: string, calendar: WorkingCalendar): Clock {
  if (clock.state === state || clock.state === 'stopped') return clock;
  const since = notBefore(at, clock.since);
  const run =
    clock.state === 'running'
      ? segmentsBetween(clock.basis, toMillis(clock.since), toMillis(since), calendar)
      : pauseUntil(clock, since);
  const usedMinutes = clock.usedMinutes + countedMinutes(run);
  return reckoned({ ...clock, state, since, usedMinutes }, [...historyOf(clock), ...run], calendar);
}

/** Sets deadline and segments of a clock from its past. A paused clock has no deadline; a stopped one keeps the one it had. */
function reckoned(clock: Clock, history: readonly Segment[], calendar: WorkingCalendar): Clock {
  const momentOf = (minutes: number): number =>
    reachedAt(clock, history, minutes) ?? instantAfter(clock.basis, toMillis(clock.since), minutes - clock.usedMinutes, calendar);
  const since = toMillis(clock.since);
  const due = momentOf(clock.limitMinutes);
  const paused = clock.state === 'paused';
  const run = clock.state === 'running' && due > since ? segmentsBetween(clock.basis, since, due, calendar) : [];
  const end = paused ? since : Math.max(since, due);
  const all = [...history, ...run];
  return {
    ...clock,
    dueAt: paused ? null : toInstant(due),
    yellowAt: paused ? null : toInstant(momentOf(clock.limitMinutes * YELLOW_SHARE)),
    segments: clock.extendedMinutes ? markExtended(all, clock.limitMinutes - clock.extendedMinutes - carriedBefore(clock, history)) : all,
    provisional: clock.basis === 'working' && isProvisional(toMillis(clock.startedAt), end, calendar),
  };
}

const carriedBefore = (clock: Clock, history: readonly Segment[]): number => clock.usedMinutes - countedMinutes(history);

/** Splits the counted time where the original limit is used up; what counts beyond it is marked. */
function markExtended(segments: readonly Segment[], originalMinutes: number): Segment[] {
  let rest = millis(originalMinutes);
  return segments.flatMap((piece): Segment[] => {
    if (piece.kind !== 'counted') return [piece];
    const length = millis(piece.minutes);
    const within = Math.min(Math.max(0, rest), length);
    rest -= length;
    const from = toMillis(piece.from);
    const [original, added] = [
      segment({ from, to: from + within }, { kind: 'counted' }),
      { ...segment({ from: from + within, to: from + length }, { kind: 'counted' }), extended: true as const },
    ];
    return within === length ? [original] : within === 0 ? [added] : [original, added];
  });
}

/** When in the past so many minutes were used, or null when they are not used yet. */
function reachedAt(clock: Clock, history: readonly Segment[], minutes: number): number | null {
  const wanted = millis(minutes);
  if (millis(clock.usedMinutes) < wanted) return null;
  let used = millis(clock.usedMinutes - countedMinutes(history));
  if (used >= wanted) return toMillis(clock.startedAt);
  for (const { kind, from, minutes: length } of history) {
    if (kind !== 'counted') continue;
    if (used + millis(length) >= wanted) return toMillis(from) + wanted - used;
    used += millis(length);
  }
  return toMillis(clock.since);
}

function pauseUntil({ since }: Clock, at: string): Segment[] {
  const stretch = { from: toMillis(since), to: toMillis(at) };
  return stretch.from < stretch.to ? [segment(stretch, { kind: 'paused' })] : [];
}

/** Runs and pauses, in turn. */
function spansOf(segments: readonly Segment[]): { paused: boolean; from: string; to: string }[] {
  const spans: { paused: boolean; from: string; to: string }[] = [];
  for (const { kind, from, to } of segments) {
    const last = spans.at(-1);
    if (last && last.paused === (kind === 'paused')) last.to = to;
    else spans.push({ paused: kind === 'paused', from, to });
  }
  return spans;
}

const millis = (minutes: number): number => Math.round(minutes * MINUTE_MS);

/** Machines disagree about the time: a later step never lies before an earlier one. */
const notBefore = (at: string, earliest: string): string => toInstant(Math.max(toMillis(at), toMillis(earliest)));
