import type { EventMarker } from '@wangge/contracts';
import { type Mark, markerLook } from '@wangge/look';
import { arrange, AT_HOME, type Box, type Offset, offsetsAround } from './collision.js';

/** From the most to the least pressing: of several marks on one spot the first is drawn. */
export const MARKS_BY_URGENCY = [
  'overdue',
  'soon',
  'waiting',
  'progress',
  'suspended',
  'done',
] as const satisfies readonly Mark[];

function urgencyOf({ status, light }: EventMarker): number {
  return MARKS_BY_URGENCY.indexOf(markerLook(status, light).mark);
}

/** A marker, and the less urgent ones near it that it stands for. */
export interface MarkerGroup {
  readonly marker: EventMarker;
  readonly others: readonly EventMarker[];
}

export interface PlacedGroup {
  readonly group: MarkerGroup;
  readonly offset: Offset;
}

/** Who is drawn where, and who is counted by whom. The most urgent choose first, of equals the newest. */
export function groupMarkers(
  markers: readonly EventMarker[],
  boxOf: (marker: EventMarker) => Box,
  taken: readonly Box[] = [],
): PlacedGroup[] {
  const ordered = markers
    .map((marker) => ({ marker, urgency: urgencyOf(marker) }))
    .sort((a, b) => a.urgency - b.urgency || (a.marker.id < b.marker.id ? 1 : -1))
    .map(({ marker }) => marker);
  const places = arrange(
    ordered.map((marker) => {
      const box = boxOf(marker);
      return { ...box, offsets: offsetsAround(box.width / 2, box.width) };
    }),
    taken,
  );
  const groups = new Map<number, { marker: EventMarker; others: EventMarker[]; offset: Offset }>();
  places.forEach((place, index) => {
    const marker = ordered[index];
    if (!marker) return;
    const host = place.kind === 'crowded' && place.by !== undefined ? groups.get(place.by) : undefined;
    if (host) host.others.push(marker);
    else groups.set(index, { marker, others: [], offset: place.kind === 'placed' ? place.offset : AT_HOME });
  });
  return [...groups.values()].map(({ marker, others, offset }) => ({ group: { marker, others }, offset }));
}
