import type { Board, Boundaries, Boundary, EventMarker, Point } from '@wangge/contracts';
import { markerLook } from '@wangge/look';
import {
  boundaryLayer,
  createMap,
  eventMarkers,
  fitTo,
  fitToPoints,
  keepFocus,
  labelPoint,
  type LoadBadges,
  loadBadges,
  loadLayer,
  loadScale,
  type LoadScale,
  type MarkerGroup,
  pulseAt,
  scaleBar,
  stepOf,
} from '@wangge/map';
import type { Layer, Map as LeafletMap } from 'leaflet';
import type { Words } from '../language';

export interface MapContent {
  readonly board: Board;
  readonly outlines: Boundaries | undefined;
  readonly around: Boundaries | undefined;
  readonly nameOf: (classCode: string | null) => string;
  readonly t: Words;
  readonly go: (code: string) => void;
}

/** Room for the ladder and the legend at the left, for the scale and the notes below. */
const PADDING = { left: 232, top: 12, right: 40, bottom: 16 };
const BADGES = { disc: 54, text: 18 };

export const scaleOf = ({ areas }: Board): LoadScale => loadScale(areas.map(({ open }) => open));

/** The wall's map: a picture of one node that is set by the program, clicked and tabbed through, never dragged. */
export class MapView {
  private readonly map: LeafletMap;
  private layers: readonly Layer[] = [];
  private shown: { readonly scope: string; readonly content: string } | undefined;

  constructor(
    private readonly element: HTMLElement,
    t: Words,
  ) {
    this.map = createMap(element, { label: t('wall.theme'), movable: false });
    scaleBar(this.map, { metres: t('wall.scale.metres'), kilometres: t('wall.scale.kilometres') });
  }

  remove(): void {
    this.map.remove();
  }

  /** Draws anew only what has changed, so that a quiet board leaves the map and the focus alone. */
  show(content: MapContent): void {
    const { board, outlines, t } = content;
    this.element.setAttribute('aria-label', t('wall.map', { name: board.name }));
    const key = JSON.stringify([board.scope, board.areas, board.markers, outlines?.features.length, t('wall.map')]);
    if (this.shown?.content === key) return;
    if (this.shown?.scope !== board.scope) this.fit(content);
    this.shown = { scope: board.scope, content: key };
    keepFocus(this.element, () => {
      for (const layer of this.layers) layer.remove();
      this.layers = layersOf(content);
      for (const layer of this.layers) layer.addTo(this.map);
    });
  }

  /** Where a point lies on the element, in its own pixels. */
  positionOf({ lat, lng }: Point): { readonly x: number; readonly y: number } {
    const { x, y } = this.map.latLngToContainerPoint([lat, lng]);
    return { x, y };
  }

  pulse(point: Point): () => void {
    return pulseAt(this.map, point, 'waiting');
  }

  private fit({ board, outlines }: MapContent): void {
    const whole = outlines?.features.find(({ properties }) => properties.code === board.scope);
    if (whole) fitTo(this.map, whole, { padding: PADDING });
    else fitToPoints(this.map, board.markers.map(({ point }) => point), { padding: PADDING });
  }
}

function layersOf(content: MapContent): readonly Layer[] {
  const { board, outlines, around, go, t } = content;
  const byCode = new Map(board.areas.map((area) => [area.code, area]));
  const children = (outlines?.features ?? []).filter(({ properties }) => properties.code !== board.scope);
  const self = (outlines?.features ?? []).filter(({ properties }) => properties.code === board.scope);
  const siblings = (around?.features ?? []).filter(({ properties }) => properties.code.length === board.scope.length && properties.code !== board.scope);
  const scale = scaleOf(board);
  const badges = badgesOf(children, board, scale);
  const labelOf = ({ properties: { code, name } }: Boundary) => {
    const area = byCode.get(code);
    return area ? t('wall.go-to', { name, open: area.open, overdue: area.overdue }) : t('wall.go-to-plain', { name });
  };
  const select = ({ properties }: Boundary) => go(properties.code);
  return [
    boundaryLayer(collection(siblings), { styleOf: () => ({ className: 'map-around' }), onSelect: select, labelOf }),
    ...(children.length === 0 ? [boundaryLayer(collection(self), { styleOf: () => ({ className: 'map-quiet', interactive: false }) })] : []),
    loadLayer(collection(children), scale, (code) => byCode.get(code), { onSelect: select, labelOf }),
    boundaryLayer(collection(self), { styleOf: () => ({ className: 'map-outline', interactive: false }) }),
    badges.layer,
    eventMarkers(board.markers, { labelOf: (group) => markerLabel(group, content), clearOf: badges.taken }),
  ];
}

const collection = (features: readonly Boundary[]): Boundaries => ({ type: 'FeatureCollection', features: [...features] });

function badgesOf(children: readonly Boundary[], { areas }: Board, scale: LoadScale): LoadBadges {
  const outlineOf = new Map(children.map((boundary) => [boundary.properties.code, boundary]));
  return loadBadges(
    areas.flatMap(({ code, name, open, overdue }) => {
      const outline = outlineOf.get(code);
      return outline ? [{ name, open, overdue, point: labelPoint(outline), step: stepOf(scale, open) }] : [];
    }),
    BADGES,
  );
}

function markerLabel({ marker, others }: MarkerGroup, { nameOf, t }: MapContent): string {
  const words = { state: t(wordOf(marker)), class: nameOf(marker.classCode) };
  return others.length ? t('wall.marker.group', { ...words, count: others.length }) : t('wall.marker', words);
}

const wordOf = ({ status, light }: EventMarker) => markerLook(status, light).word;
