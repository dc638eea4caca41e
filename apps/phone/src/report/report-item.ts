import { type Draft, newItem, type OutboxItem } from '@wangge/offline';

export type ReportFault = 'text' | 'place';

const TITLE_LETTERS = 24;

/** What is still missing before a report can be sent. */
export function reportFault({ words, place }: Draft, className: string | undefined): ReportFault | undefined {
  if ((words.text ?? '').trim() === '' && !className) return 'text';
  return place ? undefined : 'place';
}

/** The outbox item of a finished draft; where nothing was written, the class speaks for itself. */
export function reportItem(draft: Draft, className: string | undefined, now: Date): OutboxItem | undefined {
  const { id, accountId, words, place, photos, startedAt } = draft;
  const description = (words.text ?? '').trim() || className;
  if (!description || !place) return undefined;
  const urgent = words.urgency === 'urgent';
  const spot = (words.place ?? '').trim();
  const body = {
    id,
    description,
    point: place.point,
    ...(spot ? { place: spot } : {}),
    ...(className ? { classCode: words.classCode } : {}),
    urgency: urgent ? ('urgent' as const) : ('normal' as const),
    occurredAt: photos[0]?.declaration.takenAt ?? startedAt,
    photos: photos.map(({ declaration }) => declaration),
  };
  return newItem({
    id,
    accountId,
    command: { kind: 'report', body },
    title: className ?? description.slice(0, TITLE_LETTERS),
    urgent,
    thumbnail: photos[0]?.thumbnail ?? null,
    createdAt: now.toISOString(),
  });
}
