import { eventPageEn, eventPageZh } from './console/event-page-texts.js';
import { listEn, listZh } from './console/list-texts.js';
import { shellEn, shellZh } from './console/shell-texts.js';
import type { KeyOf } from './translate.js';

/** What only the console says. */
export const consoleTexts = {
  zh: { ...shellZh, ...listZh, ...eventPageZh },
  en: { ...shellEn, ...listEn, ...eventPageEn },
} as const;
export type ConsoleKey = KeyOf<typeof consoleTexts>;
