import { type Checked, plain } from './checked.js';
import { type DivisionOptions, isDivision } from './division.js';

/** GB 32100: authority and kind 2, division 6, organization 9, and a check character. No I, O, S, V or Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const FORM = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/;

export type CreditCodeRule = 'credit-code-form' | 'credit-code-division' | 'credit-code-check-digit';

/** The check character that belongs to the first 17. */
export function creditCodeCheckCharacter(text: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * CHARACTERS.indexOf(text.charAt(index)), 0);
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

export function checkCreditCode(text: string, options: DivisionOptions = {}): Checked<CreditCodeRule> {
  const value = plain(text).toUpperCase();
  if (!FORM.test(value)) return { rule: 'credit-code-form' };
  if (value.at(-1) !== creditCodeCheckCharacter(value)) return { rule: 'credit-code-check-digit' };
  // 100000 stands for the whole country: bodies that are registered with the state itself.
  const division = value.slice(2, 8);
  return division === '100000' || isDivision(division, options) ? { value } : { rule: 'credit-code-division' };
}
