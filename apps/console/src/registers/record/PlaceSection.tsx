import type { FoundPlace, RecordDetail } from '@wangge/contracts';
import { nameWithin } from '@wangge/look';
import { boundaryLayer, fitTo, fitToShape, pulseAt, shapeLayer } from '@wangge/map';
import { useCallback } from 'react';
import { Link } from 'react-router-dom';
import { useBoundaries } from '../../events/event-queries';
import { useTexts } from '../../i18n/use-texts';
import { nameAreas } from '../../ui/area-names';
import { type MapHandle, MapView } from '../../ui/MapView';
import { recordAddress } from '../register-address';

/** The unit grid with its neighbours, and the spot, line or area where the register knows one. */
interface PlaceSectionProps {
  readonly record: RecordDetail;
  /** The record's own spot, or that of its building. */
  readonly place: FoundPlace | null;
}

export function PlaceSection({ record: { chain, names, point: own, shape }, place }: PlaceSectionProps) {
  const t = useTexts();
  const point = own ?? place?.point ?? null;
  const boundaries = useBoundaries(chain.communityCode, 'grid').data;
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
      const drawn = shape ? shapeLayer(shape).addTo(map) : undefined;
      if (shape) fitToShape(map, shape);
      const removeSpot = point && !shape ? pulseAt(map, point, 'done') : undefined;
      return () => {
        stopNaming();
        areas.remove();
        drawn?.remove();
        removeSpot?.();
      };
    },
    [boundaries, chain.gridCode, names.community, point, shape],
  );
  return (
    <section className="location" aria-labelledby="location-title">
      <h2 id="location-title">{t('console.registers.place')}</h2>
      <MapView className="event-map" label={t('console.registers.map')} draw={draw} />
      {place?.of && (
        <p className="muted">
          {t('console.picture.place-of')} <Link to={recordAddress(place.of.register, place.of.id)}>{place.of.title}</Link>
        </p>
      )}
    </section>
  );
}
