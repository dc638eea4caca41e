import { placeNameOf } from '@wangge/domain';
import type { Point } from '@wangge/contracts';
import { createMap, fitTo, fitToPoints, keepFocus, type Layer, type LeafletMap, pulseAt, scaleBar } from '@wangge/map';
import type { Words } from '../language';
import { layersOf, type MapContent } from './map-layers';

/** Room for the ladder and the legend at the left, for the scale and the notes below. */
const PADDING = { left: 232, top: 12, right: 40, bottom: 16 };

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
    const { board, drawing, t } = content;
    this.element.setAttribute('aria-label', t('wall.map', { name: placeNameOf(board.name) }));
    const key = JSON.stringify([board.scope, board.areas, board.markers, drawing?.outlines.features.length, t('wall.map')]);
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

  private fit({ board, drawing }: MapContent): void {
    const whole = drawing?.outlines.features.find(({ properties }) => properties.code === board.scope);
    const points = board.markers.map(({ point }) => point);
    if (whole) fitTo(this.map, whole, { padding: PADDING });
    else fitToPoints(this.map, points, { padding: PADDING });
  }
}
