import type { Boundaries, Boundary } from '@wangge/contracts';
import * as L from 'leaflet';
import { toFeature, toGeoJson } from './fit.js';
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
  const pointed = new PointedArea(group, options);
  for (const boundary of boundaries.features) group.addLayer(areaOf(boundary, options, pointed));
  return group;
}

/** The area under the pointer or with the focus: its outline is drawn again on top, where no neighbour covers it. */
class PointedArea {
  private readonly outline = L.geoJSON(undefined, {
    interactive: false,
    style: { className: 'map-area map-pointed', fill: false },
  });

  constructor(
    private readonly group: L.FeatureGroup,
    private readonly options: BoundaryLayerOptions,
  ) {}

  show(boundary: Boundary | undefined): void {
    this.outline.clearLayers();
    if (boundary) this.outline.addData(toFeature(boundary));
    this.group.removeLayer(this.outline);
    if (boundary) this.group.addLayer(this.outline);
    this.options.onHover?.(boundary);
  }
}

function areaOf(boundary: Boundary, { styleOf, onSelect, labelOf }: BoundaryLayerOptions, pointed: PointedArea): L.GeoJSON {
  const { className, interactive } = styleOf(boundary);
  const selectable = (interactive ?? true) && onSelect !== undefined;
  const area = L.geoJSON(toGeoJson(boundary), {
    interactive: selectable,
    style: { className: `map-area ${className}` },
  });
  if (!selectable) return area;
  area.on('click', () => onSelect(boundary));
  area.on('mouseover', () => pointed.show(boundary));
  area.on('mouseout', () => pointed.show(undefined));
  area.eachLayer((path) => {
    path.on('add', () => {
      const element = path instanceof L.Path ? path.getElement() : undefined;
      const { code, name } = boundary.properties;
      if (!element) return;
      asButton(element, code, labelOf?.(boundary) ?? name, () => onSelect(boundary));
      element.addEventListener('focus', () => pointed.show(boundary));
      element.addEventListener('blur', () => pointed.show(undefined));
    });
  });
  return area;
}
