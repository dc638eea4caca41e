import type { Label } from '@wangge/contracts';
import type { Choice } from '../definition.js';

export const label = (zh: string, en: string): Label => ({ zh, en });

/** A dictionary from rows of code, Chinese and English. */
export const choices = (...rows: readonly (readonly [code: string, zh: string, en: string])[]): readonly Choice[] =>
  rows.map(([code, zh, en]) => ({ code, label: label(zh, en) }));
