import { SupervisionLevel } from '@wangge/contracts';

/** The choice by which a level of supervision is called. */
export const levelWord = (level: number): SupervisionLevel => SupervisionLevel.options[level - 1] ?? 'level-1';
