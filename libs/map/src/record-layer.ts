import type { Point } from '@wangge/contracts';
import type { Layer, Map as LeafletMap } from 'leaflet';
import Supercluster from 'supercluster';
import { arrange, AT_HOME, type Box, offsetsAround } from './collision.js';
import { escapeHtml } from './escape-html.js';
import { asButton } from './keyboard.js';
import { boxAt, Overlay, signAt } from './overlay.js';
import { textWidth } from './text-width.js';

/** Something at a spot: a record, or the number of them in an area. */
export interface Spot {
  readonly key: string;
  readonly point: Point;
  readonly name: string;
  /** How many it stands for. */
  readonly total: number;
}
export interface SpotLayer {
  /** One sign that tells the layer beside its colour. */
  readonly sign: string;
  /** 1 to 8: a colour of the theme. */
  readonly tone: number;
  readonly spots: readonly Spot[];
  /** Those close to each other are drawn as one; numbers of areas stay what they are. */
  readonly isClustered: boolean;
}
/** What is drawn as one mark. */
export interface SpotGroup {
  readonly layer: SpotLayer;
  readonly point: Point;
  readonly total: number;
  /** As many as a reader looks through. */
  readonly spots: readonly Spot[];
}
export interface RecordLayersOptions {
  readonly labelOf: (group: SpotGroup) => string;
  readonly onSelect: (group: SpotGroup) => void;
  /** Boxes to keep clear of, as of the present zoom. */
  readonly clearOf?: () => readonly Box[];
}

const RADIUS = 48;
const MOST_LISTED = 50;
/** Where houses can be told apart, names are written. */
const NAMES_FROM_ZOOM = 16.5;
const LETTER = 12;
const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

/** Several layers of records on one map, in clusters that depend on the zoom; none is drawn over another where there is room. */
export function recordLayers(layers: readonly SpotLayer[], options: RecordLayersOptions): Layer {
  const indexes = layers.map((layer) => ({ layer, index: layer.isClustered ? indexOf(layer) : undefined }));
  return new Overlay((map) => {
    const groups = indexes.flatMap(({ layer, index }) => (index ? clustersOf(layer, index, map.getZoom()) : alone(layer)));
    groups.sort((a, b) => b.total - a.total);
    return draw(map, groups, options);
  });
}

type Index = Supercluster<{ readonly at: number }>;

function indexOf({ spots }: SpotLayer): Index {
  const index: Index = new Supercluster({ radius: RADIUS, maxZoom: 18 });
  return index.load(
    spots.map(({ point: { lng, lat } }, at) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { at },
    })),
  );
}

function clustersOf(layer: SpotLayer, index: Index, zoom: number): SpotGroup[] {
  const spotAt = (at: number): readonly Spot[] => layer.spots.slice(at, at + 1);
  return index.getClusters(WORLD, Math.round(zoom)).map(({ geometry, properties }) => {
    const [lng = 0, lat = 0] = geometry.coordinates;
    if (!('cluster_id' in properties)) return { layer, point: { lng, lat }, total: 1, spots: spotAt(properties.at) };
    const leaves = index.getLeaves(properties.cluster_id, MOST_LISTED);
    const spots = leaves.flatMap((leaf) => spotAt(leaf.properties.at));
    return { layer, point: { lng, lat }, total: properties.point_count, spots };
  });
}

const alone = (layer: SpotLayer): SpotGroup[] =>
  layer.spots.map((spot) => ({ layer, point: spot.point, total: spot.total, spots: [spot] }));

/** Wider for more digits, so that every number is read. */
const sizeOf = ({ total }: SpotGroup) => (total === 1 ? 20 : 24 + 5 * String(total).length);

function draw(map: LeafletMap, groups: readonly SpotGroup[], options: RecordLayersOptions): Layer[] {
  const clear = options.clearOf?.() ?? [];
  const boxes = groups.map((group) => boxAt(map, group.point, sizeOf(group), sizeOf(group)));
  const places = arrange(
    boxes.map((box) => ({ ...box, offsets: offsetsAround(box.width / 2, box.width, box.width * 1.5, box.width * 2.2) })),
    clear,
  );
  const offsets = places.map((place) => (place.kind === 'placed' ? place.offset : AT_HOME));
  const taken = boxes.map((box, index) => ({
    ...box,
    x: box.x + (offsets[index]?.dx ?? 0),
    y: box.y + (offsets[index]?.dy ?? 0),
  }));
  const marks = groups.map((group, index) => markOf(group, offsets[index] ?? AT_HOME, options));
  return map.getZoom() < NAMES_FROM_ZOOM ? marks : [...marks, ...namesOf(map, groups, taken, clear)];
}

function markOf(group: SpotGroup, offset: { readonly dx: number; readonly dy: number }, options: RecordLayersOptions): Layer {
  const { layer, point, total, spots } = group;
  const size = sizeOf(group);
  const html = total === 1 ? escapeHtml(layer.sign) : `<b>${total}</b><i>${escapeHtml(layer.sign)}</i>`;
  const mark = signAt({
    point,
    html,
    className: `map-record map-tone-${layer.tone}${total === 1 ? '' : ' map-record-many'}`,
    width: size,
    height: size,
    offset,
    interactive: true,
    rank: total === 1 ? 1 : 2,
  });
  mark.on('click', () => options.onSelect(group));
  mark.on('add', () => {
    const element = mark.getElement();
    if (!element) return;
    const label = options.labelOf(group);
    element.title = label;
    asButton(element, `${layer.sign} ${spots[0]?.key ?? ''} ${total}`, label, () => options.onSelect(group));
  });
  return mark;
}

/** Beside single marks, where there is room; what has none is told when the mark is pointed at. */
function namesOf(map: LeafletMap, groups: readonly SpotGroup[], marks: readonly Box[], clear: readonly Box[]): Layer[] {
  const named = groups.flatMap((group, index) => {
    const [name, mark] = [group.total === 1 ? group.spots[0]?.name : undefined, marks[index]];
    return name && mark ? [{ group, name, width: textWidth(name, LETTER) + 6, mark }] : [];
  });
  const places = arrange(
    named.map(({ group, width, mark }) => {
      const home = boxAt(map, group.point, width, LETTER * 1.4);
      const down = mark.y - home.y + mark.height / 2 + home.height / 2 + 1;
      return { ...home, offsets: [{ dx: mark.x - home.x, dy: down }] };
    }),
    [...marks, ...clear],
  );
  return named.flatMap(({ group, name, width }, index) => {
    const place = places[index];
    if (place?.kind !== 'placed') return [];
    const html = `<span aria-hidden="true">${escapeHtml(name)}</span>`;
    const sign = { point: group.point, html, className: 'map-record-name', width, height: LETTER * 1.4 };
    return [signAt({ ...sign, offset: place.offset })];
  });
}
