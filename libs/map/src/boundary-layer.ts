import type { Boundaries, Boundary } from '@wangge/contracts';
import * as L from 'leaflet';
import { toGeoJson } from './fit.js';
import { asButton } from './keyboard.js';

export interface BoundaryStyle {
  /** Classes of map.css (`map-load-3`, `map-outline`, `map-quiet`) or of the screen. */
  readonly className: string;
  readonly interactive?: boolean;
}

export interface BoundaryLayerOptions {
  readonly styleOf: (boundary: Boundary) => BoundaryStyle;
  readonly onSelect?: (boundary: Boundary) => void;
  readonly onHover?: (boundary: Boundary | undefined) => void;
  /** What assistive technology calls an area; its name unless said otherwise. */
  readonly labelOf?: (boundary: Boundary) => string;
}

/** Outlines that can be clicked and reached with the keyboard. Colours come from classes, so a theme is a style sheet. */
export function boundaryLayer(boundaries: Boundaries, options: BoundaryLayerOptions): L.FeatureGroup {
  const group = L.featureGroup();
  for (const boundary of boundaries.features) group.addLayer(areaOf(boundary, options));
  return group;
}

function areaOf(boundary: Boundary, { styleOf, onSelect, onHover, labelOf }: BoundaryLayerOptions): L.GeoJSON {
  const { className, interactive } = styleOf(boundary);
  const selectable = (interactive ?? true) && onSelect !== undefined;
  const area = L.geoJSON(toGeoJson(boundary), {
    interactive: selectable,
    style: { className: `map-area ${className}` },
  });
  if (!selectable) return area;
  area.on('click', () => onSelect(boundary));
  area.on('mouseover', () => onHover?.(boundary));
  area.on('mouseout', () => onHover?.(undefined));
  area.eachLayer((path) => {
    path.on('add', () => {
      const element = path instanceof L.Path ? path.getElement() : undefined;
      const { code, name } = boundary.properties;
      if (element) asButton(element, code, labelOf?.(boundary) ?? name, () => onSelect(boundary));
    });
  });
  return area;
}
