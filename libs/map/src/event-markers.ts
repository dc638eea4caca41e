import type { EventMarker } from '@wangge/contracts';
import { markerLook, markSvg } from '@wangge/look';
import type { Layer } from 'leaflet';
import type { Box, Offset } from './collision.js';
import { groupMarkers, type MarkerGroup } from './event-groups.js';
import { asButton } from './keyboard.js';
import { boxAt, Overlay, signAt } from './overlay.js';

export interface EventMarkerOptions {
  /** What assistive technology calls a marker: its state in a word, its class, how many it stands for. */
  readonly labelOf: (group: MarkerGroup) => string;
  readonly onSelect?: (group: MarkerGroup) => void;
  /** Boxes to keep clear of, as of the present zoom: `taken` of the load badges. */
  readonly clearOf?: () => readonly Box[];
  /** Diameter of the disc under a mark. */
  readonly size?: number;
}

const SIZE = 22;

/** Events as status marks. The most urgent choose their place first; what finds no room is counted by its neighbour. */
export function eventMarkers(markers: readonly EventMarker[], options: EventMarkerOptions): Layer {
  const size = options.size ?? SIZE;
  return new Overlay((map) =>
    groupMarkers(markers, ({ point }) => boxAt(map, point, size, size), options.clearOf?.() ?? []).map(({ group, offset }) =>
      markerSign(group, offset, size, options),
    ),
  );
}

function markerSign(group: MarkerGroup, offset: Offset, size: number, { labelOf, onSelect }: EventMarkerOptions): Layer {
  const { marker, others } = group;
  const { mark } = markerLook(marker.status, marker.light);
  const more = others.length ? `<b class="map-more">${others.length + 1}</b>` : '';
  const sign = signAt({
    point: marker.point,
    html: markSvg(mark, Math.round(size * 0.6)) + more,
    className: `map-event map-mark-${mark}`,
    width: size,
    height: size,
    offset,
    interactive: onSelect !== undefined,
    // The number of a group stands out of its disc: neighbours must not hide it.
    rank: others.length > 0 ? 2 : 1,
  });
  sign.on('click', () => onSelect?.(group));
  sign.on('add', () => {
    const element = sign.getElement();
    if (!element) return;
    const label = labelOf(group);
    element.title = label;
    if (onSelect) asButton(element, marker.id, label, () => onSelect(group));
    else {
      element.setAttribute('role', 'img');
      element.setAttribute('aria-label', label);
    }
  });
  return sign;
}
