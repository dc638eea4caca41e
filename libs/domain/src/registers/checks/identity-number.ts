import { FIRST_DATE, isCalendarDate } from './calendar-date.js';
import { type Checked, plain } from './checked.js';
import { type DivisionOptions, isDivision } from './division.js';

/** GB 11643: 17 digits (division 6, birth date 8, serial 3) and a check character. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

export type IdentityNumberRule = 'identity-form' | 'identity-division' | 'identity-date' | 'identity-check-digit';

export interface IdentityNumberOptions extends DivisionOptions {
  /** The local day, `YYYY-MM-DD`: nobody is born later. */
  readonly today: string;
}

/** The check character that belongs to the first 17 digits. */
export function identityCheckCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** The birth date within an identity number, `YYYY-MM-DD`. */
export const birthDateOf = (identityNumber: string): string =>
  `${identityNumber.slice(6, 10)}-${identityNumber.slice(10, 12)}-${identityNumber.slice(12, 14)}`;

export function checkIdentityNumber(text: string, options: IdentityNumberOptions): Checked<IdentityNumberRule> {
  const value = plain(text).toUpperCase();
  if (!/^\d{17}[\dX]$/.test(value)) return { rule: 'identity-form' };
  if (value.at(-1) !== identityCheckCharacter(value)) return { rule: 'identity-check-digit' };
  if (!isDivision(value.slice(0, 6), options)) return { rule: 'identity-division' };
  const birthDate = birthDateOf(value);
  const isPossible = isCalendarDate(birthDate) && birthDate >= FIRST_DATE && birthDate <= options.today;
  return isPossible ? { value } : { rule: 'identity-date' };
}
