import type { RecordGeometry, Shape } from '@wangge/contracts';
import { placeNameOf } from '@wangge/domain';
import { boundaryLayer, type DrawnKind, fitTo, fitToShape, shapeDrawer } from '@wangge/map';
import { useCallback, useRef, useState } from 'react';
import { useBoundaries } from '../../events/event-queries';
import { useTexts } from '../../i18n/use-texts';
import { rootOf, useMe } from '../../layout/use-me';
import { nameAreas } from '../../ui/area-names';
import { type MapHandle, MapView } from '../../ui/MapView';

interface ShapeSectionProps {
  readonly geometry: Exclude<RecordGeometry, 'none' | 'point'>;
  /** What is drawn so far, or stored. */
  readonly shape: Shape | undefined;
  readonly fault: string | undefined;
  readonly onDraw: (shape: Shape | undefined) => void;
}

const COMMUNITY = 12;
const KINDS: readonly DrawnKind[] = ['point', 'line', 'area'];

/** A line or an area, drawn corner by corner. Where a register takes any shape, its kind is chosen first. */
export function ShapeSection({ geometry, shape, fault, onDraw }: ShapeSectionProps) {
  const t = useTexts();
  const [kind, setKind] = useState<DrawnKind>(() => (geometry === 'any' ? kindOf(shape) : geometry));
  /** Each turn draws on an empty map. */
  const [turn, setTurn] = useState(0);
  const draw = useDrawing(kind, turn, shape, onDraw);
  const again = (next: DrawnKind) => {
    setKind(next);
    setTurn((before) => before + 1);
    onDraw(undefined);
  };
  return (
    <section className="report-map" aria-label={t('field.point')}>
      <MapView label={t('console.registers.draw-map')} draw={draw} />
      <div className="located" aria-live="polite">
        {geometry === 'any' && (
          <fieldset className="draw-kinds">
            <legend className="visually-hidden">{t(`console.registers.draw.${geometry}`)}</legend>
            {KINDS.map((each) => (
              <button key={each} type="button" className="button" aria-pressed={each === kind} onClick={() => again(each)}>
                {t(`console.registers.draw-${each}`)}
              </button>
            ))}
          </fieldset>
        )}
        {shape ? (
          <>
            <span>{t('console.registers.draw-vertices', { count: verticesOf(shape) })}</span>
            <button type="button" className="link" onClick={() => again(kind)}>
              {t('console.registers.draw-again')}
            </button>
          </>
        ) : (
          <span className={fault ? 'fault' : 'muted'}>{fault ?? t(`console.registers.draw.${geometry}`)}</span>
        )}
      </div>
    </section>
  );
}

function useDrawing(kind: DrawnKind, turn: number, shape: Shape | undefined, onDraw: (shape: Shape | undefined) => void) {
  const t = useTexts();
  const me = useMe();
  const communities = useBoundaries(me.districtCode, 'community').data;
  const root = rootOf(me).slice(0, COMMUNITY);
  const label = t('console.registers.pick-pin');
  const [at] = useState(shape);
  /** The map keeps its listener while the form around it is typed into. */
  const tell = useRef(onDraw);
  tell.current = onDraw;
  return useCallback(
    (map: MapHandle) => {
      if (!communities) return undefined;
      const areas = boundaryLayer(communities, { styleOf: () => ({ className: 'map-quiet', interactive: false }) }).addTo(map);
      const own = communities.features.filter(({ properties }) => properties.code.startsWith(root));
      if (turn === 0) {
        fitTo(map, own.length > 0 ? { ...communities, features: own } : communities);
        if (at) fitToShape(map, at);
      }
      const stopNaming = nameAreas(map, areas, communities, ({ properties }) => placeNameOf(properties.name));
      const stored = turn === 0 ? at : undefined;
      const drawer = shapeDrawer(map, { kind, at: stored, label, onDraw: (drawn) => tell.current(drawn) });
      return () => {
        drawer.remove();
        stopNaming();
        areas.remove();
      };
    },
    [communities, root, kind, turn, at, label],
  );
}

function kindOf(shape: Shape | undefined): DrawnKind {
  if (shape?.type === 'Point') return 'point';
  return shape?.type.endsWith('LineString') ? 'line' : 'area';
}

/** A ring says its first corner twice. */
function verticesOf(shape: Shape): number {
  switch (shape.type) {
    case 'Point':
      return 1;
    case 'LineString':
      return shape.coordinates.length;
    case 'MultiLineString':
      return shape.coordinates.flat().length;
    case 'Polygon':
      return shape.coordinates.reduce((sum, ring) => sum + ring.length - 1, 0);
    case 'MultiPolygon':
      return shape.coordinates.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  }
}
