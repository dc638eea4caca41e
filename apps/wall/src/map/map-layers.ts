import type { Board, Boundaries, Boundary, EventMarker } from '@wangge/contracts';
import { markerLook } from '@wangge/look';
import {
  boundaryLayer,
  eventMarkers,
  type Layer,
  type LoadBadges,
  type LoadScale,
  loadBadges,
  loadLayer,
  loadScale,
  type MarkerGroup,
  stepOf,
} from '@wangge/map';
import type { NodeDrawing } from '../board/live-board';
import type { Words } from '../language';
import { nameWithin } from '../short-name';

export interface MapContent {
  readonly board: Board;
  readonly drawing: NodeDrawing | undefined;
  readonly around: NodeDrawing | undefined;
  readonly nameOf: (classCode: string | null) => string;
  readonly t: Words;
  readonly go: (code: string) => void;
}

const BADGES = { disc: 54, text: 18 };

export const scaleOf = ({ areas }: Board): LoadScale => loadScale(areas.map(({ open }) => open));

/** What the map shows of a node, from the ground up. */
export function layersOf(content: MapContent): readonly Layer[] {
  const { board, drawing, around, go, t } = content;
  const byCode = new Map(board.areas.map((area) => [area.code, area]));
  const isSelf = ({ properties }: Boundary) => properties.code === board.scope;
  const features = drawing?.outlines.features ?? [];
  const children = features.filter((boundary) => !isSelf(boundary));
  const self = features.filter(isSelf);
  const siblings = (around?.outlines.features ?? []).filter(
    (other) => !isSelf(other) && other.properties.code.length === board.scope.length,
  );
  const scale = scaleOf(board);
  const badges = badgesOf(board, drawing, scale);
  const labelOf = ({ properties: { code, name } }: Boundary) => {
    const area = byCode.get(code);
    return area ? t('wall.go-to', { name, open: area.open, overdue: area.overdue }) : t('wall.go-to-plain', { name });
  };
  const select = ({ properties }: Boundary) => go(properties.code);
  return [
    // A unit grid has nothing below: it is filled itself.
    children.length > 0
      ? loadLayer(collection(children), scale, (code) => byCode.get(code), { onSelect: select, labelOf })
      : loadLayer(collection(self), scale, (code) => byCode.get(code)),
    // After the children, so that the keyboard meets those first.
    boundaryLayer(collection(siblings), { styleOf: () => ({ className: 'map-around' }), onSelect: select, labelOf }),
    boundaryLayer(collection(self), { styleOf: () => ({ className: 'map-outline', interactive: false }) }),
    badges.layer,
    eventMarkers(board.markers, { labelOf: (group) => markerLabel(group, content), clearOf: badges.taken }),
  ];
}

const collection = (features: readonly Boundary[]): Boundaries => ({ type: 'FeatureCollection', features: [...features] });

function badgesOf({ areas, name: whole }: Board, drawing: NodeDrawing | undefined, scale: LoadScale): LoadBadges {
  return loadBadges(
    areas.flatMap(({ code, name, open, overdue }) => {
      const point = drawing?.centers.get(code);
      return point ? [{ name: nameWithin(name, whole), open, overdue, point, step: stepOf(scale, open) }] : [];
    }),
    BADGES,
  );
}

function markerLabel({ marker, others }: MarkerGroup, { nameOf, t }: MapContent): string {
  const words = { state: t(wordOf(marker)), class: nameOf(marker.classCode) };
  return others.length ? t('wall.marker.group', { ...words, count: others.length }) : t('wall.marker', words);
}

const wordOf = ({ status, light }: EventMarker) => markerLook(status, light).word;
