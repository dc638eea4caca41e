import type { KeyOf, SameKeys } from './translate.js';

const zh = {
  'phone.title': '网格通',
} as const;

const en: SameKeys<typeof zh> = {
  'phone.title': 'Grid worker',
};

export const phoneTexts = { zh, en } as const;
export type PhoneKey = KeyOf<typeof phoneTexts>;
