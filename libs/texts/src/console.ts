import { collectionEn, collectionZh } from './console/collection-texts.js';
import { attachmentEn, attachmentZh } from './console/attachment-texts.js';
import { duplicateEn, duplicateZh } from './console/duplicate-texts.js';
import { designerEn, designerZh } from './console/designer-texts.js';
import { eventPageEn, eventPageZh } from './console/event-page-texts.js';
import { exportEn, exportZh } from './console/export-texts.js';
import { indicatorEn, indicatorZh } from './console/indicator-texts.js';
import { gridChangeEn, gridChangeZh } from './console/grid-change-texts.js';
import { importEn, importZh } from './console/import-texts.js';
import { listEn, listZh } from './console/list-texts.js';
import { moveEn, moveZh } from './console/move-texts.js';
import { pictureEn, pictureZh } from './console/picture-texts.js';
import { registerEn, registerZh } from './console/register-texts.js';
import { auditTexts } from './audit.js';
import { retentionEn, retentionZh } from './console/retention-texts.js';
import { trailEn, trailZh } from './console/trail-texts.js';
import { shellEn, shellZh } from './console/shell-texts.js';
import { standardPageEn, standardPageZh } from './console/standard-texts.js';
import { tagEn, tagZh } from './console/tag-texts.js';
import type { KeyOf } from './translate.js';

/** What only the console says. */
export const consoleTexts = {
  zh: {
    ...shellZh,
    ...listZh,
    ...eventPageZh,
    ...registerZh,
    ...duplicateZh,
    ...moveZh,
    ...gridChangeZh,
    ...importZh,
    ...designerZh,
    ...indicatorZh,
    ...pictureZh,
    ...exportZh,
    ...standardPageZh,
    ...trailZh,
    ...retentionZh,
    ...auditTexts.zh,
    ...collectionZh,
    ...attachmentZh,
    ...tagZh,
  },
  en: {
    ...shellEn,
    ...listEn,
    ...eventPageEn,
    ...registerEn,
    ...duplicateEn,
    ...moveEn,
    ...gridChangeEn,
    ...importEn,
    ...designerEn,
    ...indicatorEn,
    ...pictureEn,
    ...exportEn,
    ...standardPageEn,
    ...trailEn,
    ...retentionEn,
    ...auditTexts.en,
    ...collectionEn,
    ...attachmentEn,
    ...tagEn,
  },
} as const;
export type ConsoleKey = KeyOf<typeof consoleTexts>;
