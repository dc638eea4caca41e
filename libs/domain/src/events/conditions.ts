import type { ErrorCode } from '@wangge/contracts';
import { isOnTime } from './event-deltas.js';
import type { EventState } from './event-state.js';

/** After so many returns the desk decides who has to take it. Source: 运城. */
export const MAX_RETURNS = 2;
export const MAX_SUSPENSIONS = 1;

/** Re-opening and appeal are possible so long after closing, and filing away only then. Chosen here (DOMAIN: `[P]`). */
const AFTER_CLOSING_MS = 7 * 24 * 3_600_000;

const DISTRICT_DIGITS = 6;
const COMMUNITY_DIGITS = 12;

/** What an action of the table may ask of an event beside its state, by name. */
export const CONDITIONS = {
  /** There is a level above the desk that has it. */
  'desk-above': ({ deskCode }) => deskCode.length > DISTRICT_DIGITS,
  'desk-below': ({ deskCode }) => deskCode.length < COMMUNITY_DIGITS,
  /** A department has sent it back and nobody has it since. */
  returned: ({ lastDepartmentId }) => lastDepartmentId !== null,
  'returns-left': ({ returnCount }) => returnCount < MAX_RETURNS,
  'returns-spent': ({ returnCount }) => returnCount >= MAX_RETURNS,
  'not-suspended-before': ({ suspendCount }) => suspendCount < MAX_SUSPENSIONS,
  /** The reporter objects to a refusal once. */
  'no-objection-before': ({ objectionCount }) => objectionCount === 0,
  'reopen-in-time': isRecentlyClosed,
  'appeal-in-time': isRecentlyClosed,
  'handled-late': (event) => !isOnTime(event),
  'archive-in-time': (event, at) => !isRecentlyClosed(event, at),
  'no-appeal-pending': ({ appeal }) => appeal?.state !== 'lodged' && appeal?.state !== 'reviewed',
} as const satisfies Record<string, (event: EventState, at: string) => boolean>;

function isRecentlyClosed({ closedAt }: EventState, at: string): boolean {
  return closedAt !== null && Date.parse(at) - Date.parse(closedAt) <= AFTER_CLOSING_MS;
}

export type ConditionName = keyof typeof CONDITIONS;

/** What is said where a condition fails; else that the step is not possible now. */
export const CONDITION_ERRORS: Readonly<Partial<Record<ConditionName, ErrorCode>>> = {
  'returns-left': 'event.returned-too-often',
  'reopen-in-time': 'event.reopen-late',
  'appeal-in-time': 'event.appeal-late',
  'handled-late': 'event.not-late',
  'archive-in-time': 'event.archive-early',
  'no-appeal-pending': 'event.archive-early',
};
