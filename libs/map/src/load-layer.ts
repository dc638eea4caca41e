import type { Boundaries } from '@wangge/contracts';
import type { FeatureGroup } from 'leaflet';
import { boundaryLayer, type BoundaryLayerOptions } from './boundary-layer.js';
import { type LoadScale, stepOf } from './load-scale.js';

export interface AreaCount {
  readonly open: number;
  readonly overdue: number;
}

/** Areas filled by their load in five steps of one hue; what has no count keeps the quiet ground. */
export function loadLayer(
  boundaries: Boundaries,
  scale: LoadScale,
  countOf: (code: string) => AreaCount | undefined,
  options: Omit<BoundaryLayerOptions, 'styleOf'> = {},
): FeatureGroup {
  return boundaryLayer(boundaries, {
    ...options,
    styleOf: ({ properties }) => {
      const count = countOf(properties.code);
      return { className: count ? `map-load-${stepOf(scale, count.open)}` : 'map-quiet' };
    },
  });
}
