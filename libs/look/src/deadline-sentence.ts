import type { Clock } from '@wangge/contracts';
import { type DeadlineParts, deadlineParts } from '@wangge/domain';
import { DeadlineSpeaker } from './deadline-speaker.js';
import type { Words } from './formats.js';
import { localTime } from './local-time.js';

/** A piece of a sentence; the strong ones are what the eye should find first. */
export interface SentencePiece {
  readonly text: string;
  readonly strong: boolean;
}

/** Why a clock is due when it is, in words made from its segments: "周五 16:40 立案起算，到 18:00 计 1时20分，下班暂停；…" */
export function deadlineSentence(clock: Clock, now: Date, t: Words): SentencePiece[] {
  const parts = deadlineParts(clock, now.toISOString());
  const speaker = new DeadlineSpeaker(clock, parts, now, t);
  const clauses = [...speaker.before(), ...parts.steps.flatMap((step, index) => speaker.step(step, index))];
  const ends = endsWithLastStep(parts);
  const body = clauses.length === 0 ? '' : `${clauses.join(t('why.semicolon'))}${t(ends ? 'why.comma' : 'why.semicolon')}`;
  return [
    { text: capitalized(body), strong: false },
    { text: body === '' ? capitalized(speaker.end()) : speaker.end(), strong: true },
    { text: t('why.full-stop'), strong: false },
    ...provisional(parts, t),
  ].filter(({ text }) => text !== '');
}

/** The same as plain text, for screen readers, printing and the phone. */
export const deadlineText = (clock: Clock, now: Date, t: Words): string =>
  deadlineSentence(clock, now, t)
    .map(({ text }) => text)
    .join('');

function endsWithLastStep({ steps, end }: DeadlineParts): boolean {
  const last = steps.at(-1);
  return last !== undefined && last.kind !== 'skipped' && last.to === end.at;
}

function provisional(parts: DeadlineParts, t: Words): SentencePiece[] {
  if (!parts.provisional) return [];
  const { year } = localTime(parts.end.at);
  return [{ text: ` ${t('why.provisional', { year })}${t('why.full-stop')}`, strong: false }];
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
