import type { EventStatus, Light } from '@wangge/contracts';
import { lightAt, statusRule } from '@wangge/domain';
import { durationWords, type Words } from './formats.js';
import { type Look, lightLook } from './status-look.js';

/** What of an event is needed to say how much time it has; a row of a list and a whole event both have it. */
export interface Deadline {
  readonly dueAt: string | null;
  readonly yellowAt: string | null;
  readonly reportedAt: string;
  readonly light: Light;
  /** Tells a stage's limit, which never stops, from the handling one, which began about when the event was reported. */
  readonly status?: EventStatus;
}

export interface TimeLeft {
  /** "剩 3时52分", "超 26分", "停". */
  readonly text: string;
  readonly light: Light;
  readonly look: Look<`light.${Light}`>;
  /** Used part of the limit, 0 to 1; null where no limit runs. */
  readonly share: number | null;
}

/** The colour now: the server's answer grows old while it is on the screen. */
export function lightNow(deadline: Deadline, now: Date): Light {
  return deadline.dueAt === null ? deadline.light : lightAt(now.toISOString(), deadline);
}

/** Time left on the wall clock, with the words, the colour and the bar of a list's row. */
export function timeLeft(deadline: Deadline, now: Date, t: Words): TimeLeft {
  const light = lightNow(deadline, now);
  return { text: leftText(deadline.dueAt, light, now, t), light, look: lightLook(light), share: usedShare(deadline, now) };
}

function leftText(dueAt: string | null, light: Light, now: Date, t: Words): string {
  if (dueAt === null) return t(light === 'paused' ? 'left.stopped' : 'left.none');
  const minutes = (Date.parse(dueAt) - now.getTime()) / 60_000;
  return t(minutes < 0 ? 'left.over' : 'left.rest', { time: durationWords(minutes, t) });
}

/** Yellow marks 80 % of the limit, so the share is known without asking for the whole clock. */
function usedShare({ dueAt, yellowAt, reportedAt, status }: Deadline, now: Date): number | null {
  if (dueAt === null || yellowAt === null) return null;
  const [due, yellow, at] = [Date.parse(dueAt), Date.parse(yellowAt), now.getTime()];
  if (at >= due) return 1;
  if (at >= yellow) return 0.8 + 0.2 * portion(yellow, at, due);
  const isStage = status === undefined || statusRule(status).stage !== null;
  const start = isStage ? Math.max(Date.parse(reportedAt), due - 5 * (due - yellow)) : Date.parse(reportedAt);
  return 0.8 * portion(start, at, yellow);
}

const portion = (from: number, at: number, to: number) => (to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 1);
