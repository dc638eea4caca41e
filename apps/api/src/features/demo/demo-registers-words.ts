import type { Point } from '@wangge/contracts';
import { creditCodeCheckCharacter, DEMO_DIVISION, identityCheckCharacter } from '@wangge/domain';
import type { Random } from '../grid/index.js';
import { pick } from './demo-steps.js';

/**
 * Nobody of the demo exists, and it shows: people are called by one of the ten stems and words of the landscape, their
 * numbers carry a division no place has, and their phones begin with 104. No subscriber's number begins with 10: the
 * range is the operators' for short service numbers, and 104 is none of those, so that nobody is ever rung up.
 */
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');
const SYLLABLES = Array.from('云山川禾石竹松梅泉星河雨晴岚舟桥林溪田谷');
const DEMO_PHONE = '104';

export const familyName = (random: Random): string => pick(random, STEMS);

export const givenName = (random: Random): string =>
  random() < 0.3 ? pick(random, SYLLABLES) : pick(random, SYLLABLES) + pick(random, SYLLABLES);

export const personName = (random: Random): string => familyName(random) + givenName(random);

/** Two syllables, for an estate or a shop. */
export const placeWord = (random: Random): string => pick(random, SYLLABLES) + pick(random, SYLLABLES);

export const between = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

export const demoPhone = (random: Random): string => DEMO_PHONE + digits(random, 8);

export type Gender = '1' | '2';

/** The number itself says on which day its holder was born: the one asked for, or another of that year. */
export interface IdentityNumberSource {
  next(random: Random, birthDate: string, gender: Gender): string;
}

/** Gives out identity numbers, each once. */
export class IdentityNumbers implements IdentityNumberSource {
  private readonly given = new Set<string>();

  next(random: Random, birthDate: string, gender: Gender): string {
    for (;;) {
      const serial = between(random, 0, 499) * 2 + (gender === '1' ? 1 : 0);
      const number = numberOf(birthDate.replaceAll('-', ''), serial);
      if (this.given.has(number)) continue;
      this.given.add(number);
      return number;
    }
  }
}

/** `YYYYMMDD` and the serial of the day: odd for men. */
export function numberOf(day: string, serial: number): string {
  const first = DEMO_DIVISION + day + String(serial).padStart(3, '0');
  return first + identityCheckCharacter(first);
}

export const birthDateIn = (number: string): string => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** A company's (91) or a trader's (92) code; the nine characters of the organization begin with MA as new ones do. */
export function demoCreditCode(random: Random, kind: '91' | '92' | '12' | '52'): string {
  const first = `${kind}${DEMO_DIVISION}MA${digits(random, 7)}`;
  return first + creditCodeCheckCharacter(first);
}

/** A day so many years before another, in a random month. */
export function birthDate(random: Random, today: string, age: number): string {
  const year = Number(today.slice(0, 4)) - age - 1;
  return `${year}-${two(between(random, 1, 12))}-${two(between(random, 1, 28))}`;
}

/** A day of the last years, before the other. */
export function dayBefore(random: Random, today: string, years: number): string {
  const days = between(random, 1, years * 365);
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** A day of the coming years. */
export function dayAfter(random: Random, today: string, years: number): string {
  const days = between(random, 1, years * 365);
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** An instant so many minutes before the demo begins, to the minute. */
export const instantBefore = ({ start }: { readonly start: string }, minutes: number): string =>
  new Date(Math.floor(Date.parse(start) / 60_000 - minutes) * 60_000).toISOString();

export const roundPoint = ({ lng, lat }: Point): Point => ({
  lng: Math.round(lng * 1e7) / 1e7,
  lat: Math.round(lat * 1e7) / 1e7,
});

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => between(random, 0, 9)).join('');
const two = (part: number): string => String(part).padStart(2, '0');
