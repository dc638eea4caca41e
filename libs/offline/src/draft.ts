import type { PhotoDeclaration, Point } from '@wangge/contracts';

export interface DraftPhoto {
  readonly declaration: PhotoDeclaration;
  readonly thumbnail: string;
}

/** Where a draft lies: by the satellites, or where the worker put it. */
export interface DraftPlace {
  readonly point: Point;
  /** Metres; null where the worker put it. */
  readonly accuracy: number | null;
}

/** What somebody is writing: a report (`key` is `report`) or a step on an event (`key` is the event's id). */
export interface Draft {
  readonly accountId: string;
  readonly key: string;
  /** The id the command will have; photos are kept under it. */
  readonly id: string;
  /** When its first word or photo came. */
  readonly startedAt: string;
  readonly words: Readonly<Record<string, string>>;
  readonly place: DraftPlace | null;
  readonly photos: readonly DraftPhoto[];
}

export function emptyDraft(accountId: string, key: string, id: string, now: Date): Draft {
  return { accountId, key, id, startedAt: now.toISOString(), words: {}, place: null, photos: [] };
}

/** Whether throwing it away would lose anything. A position alone is found again. */
export function hasContent({ words, photos }: Draft): boolean {
  return photos.length > 0 || Object.values(words).some((text) => text.trim() !== '');
}
