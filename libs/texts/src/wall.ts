import type { KeyOf, SameKeys } from './translate.js';

const zh = {
  'wall.title': '治理大屏',
} as const;

const en: SameKeys<typeof zh> = {
  'wall.title': 'Data wall',
};

export const wallTexts = { zh, en } as const;
export type WallKey = KeyOf<typeof wallTexts>;
