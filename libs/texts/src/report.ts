import type { KeyOf, SameKeys } from './translate.js';

const zh = {
  'report.title': '居民随手拍',
} as const;

const en: SameKeys<typeof zh> = {
  'report.title': 'Report a problem',
};

export const reportTexts = { zh, en } as const;
export type ReportKey = KeyOf<typeof reportTexts>;
