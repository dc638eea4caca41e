import { useQuery } from '@tanstack/react-query';
import { type EventView, eventsApi, type Point } from '@wangge/contracts';
import { OPEN_STATUSES } from '@wangge/domain';
import { markerLook, nameWithin } from '@wangge/look';
import { boundaryLayer, eventMarkers, fitTo, pulseAt } from '@wangge/map';
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { nameAreas } from '../../ui/area-names';
import { type MapHandle, MapView } from '../../ui/MapView';
import { markerLabel } from '../../ui/marker-label';
import { useBoundaries } from '../event-queries';

/** The unit grid with its neighbours, this event in a ring, and the other open ones around it. */
export function LocationSection({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { id, chain, names, point, status, light } = event;
  const boundaries = useBoundaries(chain.communityCode, 'grid').data;
  const around = useAround(point);

  const draw = useCallback(
    (map: MapHandle) => {
      if (!boundaries) return undefined;
      const own = boundaries.features.find(({ properties }) => properties.code === chain.gridCode);
      const areas = boundaryLayer(boundaries, {
        styleOf: ({ properties }) => ({
          className: properties.code === chain.gridCode ? 'map-found' : 'map-quiet',
          interactive: false,
        }),
      }).addTo(map);
      fitTo(map, own ?? boundaries, { padding: 16, maxZoom: 18 });
      const stopNaming = nameAreas(map, areas, boundaries, ({ properties }) => nameWithin(properties.name, names.community));
      const removeRing = pulseAt(map, point, markerLook(status, light).mark);
      return () => {
        stopNaming();
        areas.remove();
        removeRing();
      };
    },
    [boundaries, chain.gridCode, names.community, point, status, light],
  );
  const drawAround = useCallback(
    (map: MapHandle) => {
      const others = around?.filter((marker) => marker.id !== id);
      if (!others || !boundaries) return undefined;
      const markers = eventMarkers(others, {
        labelOf: (group) => markerLabel(group, t),
        onSelect: ({ marker }) => navigate(`/events/${marker.id}/show`),
        size: 18,
      }).addTo(map);
      return () => markers.remove();
    },
    [around, boundaries, id, navigate, t],
  );

  return (
    <section className="location" aria-labelledby="location-title">
      <h2 id="location-title">{t('field.point')}</h2>
      <MapView className="event-map" label={t('console.map.of-event')} draw={draw} drawAbove={drawAround} />
    </section>
  );
}

/** About 150 m on each side. */
const REACH = 0.0015;

function useAround({ lng, lat }: Point) {
  const wide = REACH / Math.cos((lat * Math.PI) / 180);
  const bbox = [lng - wide, lat - REACH, lng + wide, lat + REACH].map((degrees) => degrees.toFixed(6)).join(',');
  const { data } = useQuery({
    queryKey: ['events', 'around', bbox],
    queryFn: () => client.call(eventsApi.map, { query: { bbox, status: OPEN_STATUSES } }),
  });
  return data?.items;
}
