import type { TagKind, TagState } from '@wangge/contracts';
import { FIRST_DATE } from '../checks/calendar-date.js';
import type { ValueRule } from '../value-rules.js';

export interface TagDays {
  readonly since: string;
  /** The last day on which it holds. */
  readonly expiresOn: string;
}
export interface TagFault {
  readonly field: keyof TagDays;
  readonly rule: ValueRule;
}

/** Days are `YYYY-MM-DD`, whose order is that of time. */
export function tagState({ expiresOn, isEnded }: { readonly expiresOn: string; readonly isEnded: boolean }, today: string): TagState {
  if (isEnded) return 'ended';
  return expiresOn < today ? 'expired' : 'valid';
}

/** The last day until which a tag of this kind may be said to hold today. */
export const latestExpiry = ({ months }: Pick<TagKind, 'months'>, today: string): string => addMonths(today, months);

/** What is wrong with the days of a tag that is added or confirmed today; empty where nothing is. */
export function tagFaults(kind: Pick<TagKind, 'months'>, { since, expiresOn }: TagDays, today: string): TagFault[] {
  const faults: TagFault[] = [];
  if (since < FIRST_DATE || since > today) faults.push({ field: 'since', rule: 'date-out-of-range' });
  if (expiresOn < today || expiresOn > latestExpiry(kind, today)) faults.push({ field: 'expiresOn', rule: 'date-out-of-range' });
  return faults;
}

/** The same day of a later month, or its last day where it has no such day. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
