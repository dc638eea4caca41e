import type { Point } from '@wangge/contracts';
import type { Layer, Map as LeafletMap } from 'leaflet';
import { arrange, type Box, moved, type Offset, offsetsAround, type Placeable } from './collision.js';
import { escapeHtml } from './escape-html.js';
import type { LoadStep } from './load-scale.js';
import { boxAt, Overlay, signAt } from './overlay.js';
import { textWidth } from './text-width.js';

export interface AreaBadge {
  readonly name: string;
  readonly point: Point;
  readonly open: number;
  readonly overdue: number;
  readonly step: LoadStep;
}

export interface BadgeSizes {
  /** Outer diameter of the disc. */
  readonly disc: number;
  /** Size of the name's letters. */
  readonly text: number;
}

export interface LoadBadges {
  readonly layer: Layer;
  /** The room that discs and names take at the present zoom; markers drawn later keep clear of it. */
  taken(): readonly Box[];
}

/** Each area's open events in a disc, the overdue share as a ring around it, the area's name beside it. */
export function loadBadges(areas: readonly AreaBadge[], sizes: BadgeSizes = { disc: 44, text: 14 }): LoadBadges {
  // The heaviest areas choose their place first.
  const ordered = [...areas].sort((a, b) => b.overdue - a.overdue || b.open - a.open);
  let taken: readonly Box[] = [];
  const layer = new Overlay((map) => {
    const discs = placeDiscs(map, ordered, sizes);
    const names = placeNames(map, discs, sizes);
    taken = [...discs, ...names].map(({ box }) => box);
    return [
      ...discs.map(({ area, offset }) => discSign(area, sizes, offset)),
      ...names.map(({ area, offset }) => nameSign(area, sizes, offset)),
    ];
  });
  return { layer, taken: () => taken };
}

interface Placed {
  readonly area: AreaBadge;
  readonly offset: Offset;
  readonly box: Box;
}

function keepPlaced(items: readonly { readonly area: AreaBadge; readonly item: Placeable }[], taken: readonly Box[]): Placed[] {
  const places = arrange(
    items.map(({ item }) => item),
    taken,
  );
  return items.flatMap(({ area, item }, index) => {
    const place = places[index];
    return place?.kind === 'placed' ? [{ area, offset: place.offset, box: moved(item, place.offset) }] : [];
  });
}

function placeDiscs(map: LeafletMap, areas: readonly AreaBadge[], { disc }: BadgeSizes): Placed[] {
  const offsets = offsetsAround(disc / 3, disc / 2);
  return keepPlaced(
    areas.map((area) => ({ area, item: { ...boxAt(map, area.point, disc, disc), offsets } })),
    [],
  );
}

/** A name stands above its disc, else below, right or left of it, else it is left out: the disc and the fill still speak. */
function placeNames(map: LeafletMap, discs: readonly Placed[], { disc, text }: BadgeSizes): Placed[] {
  const items = discs.map(({ area, offset: { dx, dy } }) => {
    const width = textWidth(area.name, text) + 8;
    const height = text * 1.3;
    // A pixel apart: numbers this large are not exact.
    const up = (disc + height) / 2 + 1;
    const aside = (disc + width) / 2 + 1;
    const offsets = [
      { dx, dy: dy - up },
      { dx, dy: dy + up },
      { dx: dx + aside, dy },
      { dx: dx - aside, dy },
    ];
    return { area, item: { ...boxAt(map, area.point, width, height), offsets } };
  });
  return keepPlaced(
    items,
    discs.map(({ box }) => box),
  );
}

const RADIUS = 23;
const AROUND = 2 * Math.PI * RADIUS;

/** The ring's share of its circle, in the units of the drawing. */
export function ringLength(open: number, overdue: number): number {
  return open === 0 ? 0 : Math.min(1, overdue / open) * AROUND;
}

function discSign({ point, open, overdue }: AreaBadge, { disc }: BadgeSizes, offset: Offset) {
  const share = ringLength(open, overdue);
  const ring = share
    ? `<circle class="map-ring-overdue" cx="27" cy="27" r="${RADIUS}" stroke-dasharray="${share.toFixed(1)} ${AROUND.toFixed(1)}" transform="rotate(-90 27 27)"/>`
    : '';
  const html = `<svg width="${disc}" height="${disc}" viewBox="0 0 54 54" aria-hidden="true"><circle class="map-disc" cx="27" cy="27" r="27"/><circle class="map-ring" cx="27" cy="27" r="${RADIUS}"/>${ring}<text class="map-count" x="27" y="34" text-anchor="middle">${open}</text></svg>`;
  return signAt({ point, html, className: 'map-badge', width: disc, height: disc, offset, rank: 2 });
}

function nameSign({ name, point, step }: AreaBadge, { text }: BadgeSizes, offset: Offset) {
  const html = `<span aria-hidden="true" style="font-size:${text}px">${escapeHtml(name)}</span>`;
  const width = textWidth(name, text) + 8;
  return signAt({ point, html, className: `map-name map-on-load-${step}`, width, height: text * 1.3, offset, rank: 2 });
}
