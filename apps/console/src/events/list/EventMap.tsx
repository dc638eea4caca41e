import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { eventsApi } from '@wangge/contracts';
import { levelOf, placeNameOf } from '@wangge/domain';
import { areaNames, boundaryLayer, eventMarkers, fitTo } from '@wangge/map';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { client } from '../../data/client';
import { type EventFilter, toServer } from '../../data/event-filter';
import { useTexts } from '../../i18n/use-texts';
import { rootOf, useMe } from '../../layout/use-me';
import { type MapHandle, MapView } from '../../ui/MapView';
import { windowOf } from '../../ui/map-window';
import { markerLabel } from '../../ui/marker-label';
import { ErrorNotice, Notice } from '../../ui/Notice';
import { useBoundaries } from '../event-queries';

const BELOW = { district: 'street', street: 'community', community: 'grid', grid: 'grid' } as const;

/** The same rows as markers on the outlines of the chosen node; the window is read again as the map moves. */
export function EventMap({ filter }: { readonly filter: EventFilter }) {
  const t = useTexts();
  const navigate = useNavigate();
  const root = rootOf(useMe());
  const scope = filter.scope ?? root;
  const level = levelOf(scope);
  const boundaries = useBoundaries(level === 'grid' ? scope.slice(0, 12) : scope, level && BELOW[level]).data;
  const [bbox, setBbox] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['events', 'map', filter, bbox],
    queryFn: () => client.call(eventsApi.map, { query: { ...toServer(filter), bbox } }),
    placeholderData: keepPreviousData,
    enabled: bbox !== undefined,
  });
  const markers = data?.items;
  const [names, setNames] = useState<ReturnType<typeof areaNames>>();

  const drawAreas = useCallback(
    (map: MapHandle) => {
      if (!boundaries) return undefined;
      const areas = boundaryLayer(boundaries, {
        styleOf: ({ properties }) => ({ className: properties.code === scope ? 'map-found' : 'map-quiet', interactive: false }),
      }).addTo(map);
      const own = boundaries.features.find(({ properties }) => properties.code === scope);
      fitTo(map, level === 'grid' && own ? own : boundaries, { padding: 24 });
      const written = areaNames(boundaries, ({ properties }) => placeNameOf(properties.name));
      written.layer.addTo(map);
      setNames(written);
      const moved = () => setBbox(windowOf(map));
      moved();
      map.on('moveend', moved);
      return () => {
        map.off('moveend', moved);
        written.layer.remove();
        areas.remove();
      };
    },
    [boundaries, scope, level],
  );
  const drawMarkers = useCallback(
    (map: MapHandle) => {
      if (!markers || !boundaries) return undefined;
      const layer = eventMarkers(markers, {
        labelOf: (group) => markerLabel(group, t),
        onSelect: ({ marker }) => navigate(`/events/${marker.id}/show`),
        clearOf: () => names?.taken() ?? [],
      }).addTo(map);
      return () => layer.remove();
    },
    [markers, boundaries, names, navigate, t],
  );

  return (
    <div className="list-map">
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && !data.complete && <Notice kind="info">{t('console.map.incomplete', { count: data.items.length })}</Notice>}
      <MapView label={t('console.map.of-list')} draw={drawAreas} drawAbove={drawMarkers} />
    </div>
  );
}
