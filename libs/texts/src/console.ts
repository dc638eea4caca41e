import type { KeyOf, SameKeys } from './translate.js';

const zh = {
  'console.title': '业务平台',
} as const;

const en: SameKeys<typeof zh> = {
  'console.title': 'Console',
};

export const consoleTexts = { zh, en } as const;
export type ConsoleKey = KeyOf<typeof consoleTexts>;
