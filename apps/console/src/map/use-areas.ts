import { levelOf, placeNameOf } from '@wangge/domain';
import { nameWithin } from '@wangge/look';
import { areaNames, boundaryLayer, fitTo } from '@wangge/map';
import { useCallback, useState } from 'react';
import { useBoundaries } from '../events/event-queries';
import { useGridDetail } from '../pictures/picture-queries';
import type { MapHandle } from '../ui/MapView';
import { windowOf } from '../ui/map-window';

const BELOW = { district: 'street', street: 'community', community: 'grid', grid: 'grid' } as const;

/** Outlines and names of the chosen node; the names tell what to keep clear of. */
export function useAreas(scope: string, onWindow: (bbox: string) => void) {
  const level = levelOf(scope) ?? 'district';
  const isLeaf = level === 'grid';
  const boundaries = useBoundaries(isLeaf ? scope.slice(0, 12) : scope, BELOW[level]).data;
  const path = useGridDetail(scope).data?.path;
  const community = path && (path.find((node) => node.level === 'community')?.name ?? '');
  const [names, setNames] = useState<ReturnType<typeof areaNames>>();
  const draw = useCallback(
    (map: MapHandle) => {
      if (!boundaries || community === undefined) return undefined;
      const areas = boundaryLayer(boundaries, {
        styleOf: ({ properties }) => ({ className: properties.code === scope ? 'map-found' : 'map-quiet', interactive: false }),
      }).addTo(map);
      const own = boundaries.features.find(({ properties }) => properties.code === scope);
      fitTo(map, isLeaf && own ? own : boundaries, { padding: 24 });
      const written = areaNames(boundaries, ({ properties }) => nameWithin(placeNameOf(properties.name), community));
      written.layer.addTo(map);
      setNames(written);
      const moved = () => onWindow(windowOf(map));
      moved();
      map.on('moveend', moved);
      return () => {
        map.off('moveend', moved);
        written.layer.remove();
        areas.remove();
      };
    },
    [boundaries, community, scope, isLeaf, onWindow],
  );
  return { draw, names };
}
