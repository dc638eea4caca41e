import { useQuery } from '@tanstack/react-query';
import { gridsApi, type Point } from '@wangge/contracts';
import { placeNameOf } from '@wangge/domain';
import { boundaryLayer, fitTo, outlineHighlight, pointPicker } from '@wangge/map';
import { useCallback, useRef, useState } from 'react';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { rootOf, useMe } from '../../layout/use-me';
import { nameAreas } from '../../ui/area-names';
import { type MapHandle, MapView } from '../../ui/MapView';
import { ErrorNotice } from '../../ui/Notice';
import { PlacePath } from '../../ui/PlacePath';
import { useBoundaries } from '../event-queries';

interface PointSectionProps {
  readonly point: Point | undefined;
  readonly fault: string | undefined;
  readonly onPick: (point: Point) => void;
  /** What the spot is of: an event unless said otherwise. */
  readonly words?: PointWords;
}

interface PointWords {
  readonly map: string;
  readonly pin: string;
  readonly pick: string;
}

/** As near as where a building can be told from the next. */
const CLOSE = 17;
/** Digits of a community's code, the outlines that are drawn. */
const COMMUNITY = 12;

/** A click puts the pin; the server says which unit grid it fell into before anything is sent. */
export function PointSection({ point, fault, onPick, words }: PointSectionProps) {
  const t = useTexts();
  const [at] = useState(point);
  const me = useMe();
  const { districtCode } = me;
  const root = rootOf(me).slice(0, COMMUNITY);
  const streets = useBoundaries(districtCode, 'community').data;
  const located = useLocated(point);
  const label = words?.pin ?? t('console.map.pin');
  /** The map keeps its listener while the form around it is typed into. */
  const pick = useRef(onPick);
  pick.current = onPick;

  const draw = useCallback(
    (map: MapHandle) => {
      if (!streets) return undefined;
      const areas = boundaryLayer(streets, { styleOf: () => ({ className: 'map-quiet', interactive: false }) }).addTo(map);
      const own = streets.features.filter(({ properties }) => properties.code.startsWith(root));
      fitTo(map, own.length > 0 ? { ...streets, features: own } : streets);
      if (at) map.setView([at.lat, at.lng], CLOSE, { animate: false });
      const stopNaming = nameAreas(map, areas, streets, ({ properties }) => placeNameOf(properties.name));
      const picker = pointPicker(map, { label, onPick: (picked) => pick.current(picked), ...(at && { at }) });
      return () => {
        stopNaming();
        picker.remove();
        areas.remove();
      };
    },
    [streets, label, at, root],
  );
  const grid = useBoundaries(located.data?.chain.communityCode ?? '', 'grid', located.data !== undefined).data?.features.find(
    ({ properties }) => properties.code === located.data?.chain.gridCode,
  );
  const drawGrid = useCallback(
    (map: MapHandle) => {
      const highlight = outlineHighlight(map);
      highlight.show(grid);
      return () => highlight.show(undefined);
    },
    [grid],
  );
  return (
    <section className="report-map" aria-label={t('field.point')}>
      <MapView label={words?.map ?? t('console.map.to-report')} draw={draw} drawAbove={drawGrid} />
      <div className="located" aria-live="polite">
        {!point && <span className={fault ? 'fault' : 'muted'}>{fault ?? words?.pick ?? t('console.map.pick')}</span>}
        {located.error && <ErrorNotice error={located.error} />}
        {located.data && (
          <>
            <PlacePath names={located.data.names} />
            <span className="muted">{t(`located.${located.data.how}`, { distance: Math.round(located.data.distance) })}</span>
          </>
        )}
      </div>
    </section>
  );
}

function useLocated(point: Point | undefined) {
  return useQuery({
    queryKey: ['locate', point],
    queryFn: () => client.call(gridsApi.locate, { query: { lng: point?.lng ?? 0, lat: point?.lat ?? 0 } }),
    enabled: point !== undefined,
  });
}
