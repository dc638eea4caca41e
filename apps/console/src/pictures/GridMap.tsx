import type { GridDetail } from '@wangge/contracts';
import { levelOf, placeNameOf } from '@wangge/domain';
import { nameWithin } from '@wangge/look';
import { boundaryLayer, fitTo } from '@wangge/map';
import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useBoundaries } from '../events/event-queries';
import { useTexts } from '../i18n/use-texts';
import { gridAddress } from '../registers/register-address';
import { nameAreas } from '../ui/area-names';
import { type MapHandle, MapView } from '../ui/MapView';

const BELOW = { district: 'street', street: 'community', community: 'grid', grid: 'grid' } as const;

/** The node's outline with what lies in it; a unit grid among its neighbours. An area leads to its own page. */
export function GridMap({ node }: { readonly node: GridDetail }) {
  const t = useTexts();
  const navigate = useNavigate();
  const level = levelOf(node.code) ?? 'grid';
  const isLeaf = level === 'grid';
  const boundaries = useBoundaries(isLeaf ? node.code.slice(0, 12) : node.code, BELOW[level]).data;
  const community = placeNameOf(node.path.find((above) => above.level === 'community')?.name ?? '');
  const draw = useCallback(
    (map: MapHandle) => {
      if (!boundaries) return undefined;
      const areas = boundaryLayer(boundaries, {
        styleOf: ({ properties }) => ({
          className: properties.code === node.code ? 'map-found' : 'map-quiet',
          interactive: properties.code !== node.code,
        }),
        onSelect: ({ properties }) => void navigate(gridAddress(properties.code)),
      }).addTo(map);
      const own = boundaries.features.find(({ properties }) => properties.code === node.code);
      fitTo(map, own ?? boundaries, { padding: 16, maxZoom: 17 });
      const stopNaming = nameAreas(map, areas, boundaries, ({ properties }) =>
        nameWithin(placeNameOf(properties.name), community),
      );
      return () => {
        stopNaming();
        areas.remove();
      };
    },
    [boundaries, node.code, community, navigate],
  );
  return (
    <section className="location" aria-labelledby="location-title">
      <h2 id="location-title">
        {t('console.grid.outline')}
        <span className="aside">
          <Link to={`/map?scope=${node.code}`}>{t('console.grid.on-map')}</Link>
        </span>
      </h2>
      <MapView className="event-map" label={t('console.registers.map')} draw={draw} />
    </section>
  );
}
