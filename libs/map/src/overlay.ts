import type { Point } from '@wangge/contracts';
import * as L from 'leaflet';
import type { Box, Offset } from './collision.js';
import { keepFocus } from './keyboard.js';

/** Layers whose arrangement depends on the zoom: drawn when added, and again at every new zoom. */
export class Overlay extends L.LayerGroup {
  constructor(private readonly draw: (map: L.Map) => readonly L.Layer[]) {
    super();
  }

  override onAdd(map: L.Map): this {
    super.onAdd(map);
    map.on('zoomend', this.redraw, this);
    map.whenReady(this.redraw, this);
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off('zoomend', this.redraw, this);
    return super.onRemove(map);
  }

  private redraw(): void {
    const map = this._map;
    if (!map) return;
    keepFocus(map.getContainer(), () => {
      this.clearLayers();
      for (const layer of this.draw(map)) this.addLayer(layer);
    });
  }
}

/** Where a point lies on the plane of the present zoom, in pixels that do not change when the map is moved. */
export function onPlane(map: L.Map, { lat, lng }: Point): { x: number; y: number } {
  const { x, y } = map.project(L.latLng(lat, lng));
  return { x, y };
}

export interface Sign {
  readonly point: Point;
  readonly html: string;
  readonly className: string;
  readonly width: number;
  readonly height: number;
  readonly offset: Offset;
  readonly interactive?: boolean;
  /** Higher ones are drawn above. */
  readonly rank?: number;
}

/** A piece of HTML of known size, its middle at a point moved by an offset. */
export function signAt({ point, html, className, width, height, offset, interactive, rank }: Sign): L.Marker {
  const icon = L.divIcon({
    html,
    className,
    iconSize: [width, height],
    iconAnchor: [width / 2 - offset.dx, height / 2 - offset.dy],
  });
  return L.marker([point.lat, point.lng], {
    icon,
    interactive: interactive ?? false,
    keyboard: false,
    zIndexOffset: (rank ?? 0) * 1000,
  });
}

export function boxAt(map: L.Map, point: Point, width: number, height: number): Box {
  return { ...onPlane(map, point), width, height };
}
