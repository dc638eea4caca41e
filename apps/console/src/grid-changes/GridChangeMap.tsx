import type { Boundaries, GridPiece, GridProblem } from '@wangge/contracts';
import { nameWithin } from '@wangge/look';
import { boundaryLayer, fitTo } from '@wangge/map';
import { useCallback, useRef } from 'react';
import { useLocale } from 'react-admin';
import { localeOf } from '../i18n/i18n-provider';
import { useTexts } from '../i18n/use-texts';
import { nameAreas } from '../ui/area-names';
import { type MapHandle, MapView } from '../ui/MapView';
import { drawShape, editShape, markPlaces } from './drawing';
import { type GridWorking, toBoundary } from './use-grid-work';

interface GridChangeMapProps {
  readonly name: string;
  readonly boundaries: Boundaries | undefined;
  readonly working: GridWorking;
  readonly drawing: 'Line' | 'Polygon' | undefined;
  readonly onDrawn: () => void;
  readonly pieces: readonly GridPiece[] | undefined;
  readonly problems: readonly GridProblem[] | undefined;
}

/** How many colours pieces take in turn. */
const COLOURS = 4;

/** The grids as they are, the pieces as they would be, and above them the drawing with its corners. */
export function GridChangeMap({ name, boundaries, working, drawing, onDrawn, pieces, problems }: GridChangeMapProps) {
  const t = useTexts();
  const locale = localeOf(useLocale());
  const { codes, shown } = working.work;
  const latest = useRef({ working, onDrawn });
  latest.current = { working, onDrawn };
  const chosen = codes.join();
  const isDrawing = drawing !== undefined;

  const drawGrids = useCallback(
    (map: MapHandle) => {
      if (!boundaries) return undefined;
      const layer = boundaryLayer(boundaries, {
        styleOf: ({ id }) => ({ className: chosen.includes(id) ? 'map-found' : 'map-quiet', interactive: !isDrawing }),
        onSelect: ({ id }) => latest.current.working.toggle(id),
      }).addTo(map);
      const stopNaming = nameAreas(map, layer, boundaries, ({ properties }) => nameWithin(properties.name, name));
      return () => {
        stopNaming();
        layer.remove();
      };
    },
    [boundaries, chosen, isDrawing, name],
  );
  const drawAbove = useCallback(
    (map: MapHandle) => {
      const undo = [
        pieces && pieces.length > 0 ? showPieces(map, pieces) : undefined,
        markPlaces(
          map,
          (problems ?? []).flatMap(({ place }) => (place ? [place] : [])),
        ),
      ];
      return () => {
        for (const takeAway of undo) takeAway?.();
      };
    },
    [pieces, problems],
  );
  const draw = useCallback(
    (map: MapHandle) => {
      if (drawing) {
        return drawShape(map, drawing, locale, (shape) => {
          latest.current.working.draw(shape);
          latest.current.onDrawn();
        });
      }
      return shown && editShape(map, shown, (shape) => latest.current.working.edit(shape));
    },
    [drawing, shown, locale],
  );
  const all = useCallback(
    (map: MapHandle) => {
      const [ground, tool] = [drawGrids(map), draw(map)];
      return () => {
        tool?.();
        ground?.();
      };
    },
    [drawGrids, draw],
  );
  const fitted = useFittedOnce(boundaries, all);
  return (
    <MapView
      className="grid-change-map"
      label={t('console.grids.map', { community: name })}
      draw={fitted}
      drawAbove={drawAbove}
    />
  );
}

/** The view is set when the outlines come, and left to the user from then on. */
function useFittedOnce(boundaries: Boundaries | undefined, draw: (map: MapHandle) => (() => void) | undefined) {
  const fitted = useRef<MapHandle>(undefined);
  return useCallback(
    (map: MapHandle) => {
      if (boundaries && fitted.current !== map) {
        fitTo(map, boundaries, { padding: 24 });
        fitted.current = map;
      }
      return boundaries ? draw(map) : undefined;
    },
    [boundaries, draw],
  );
}

function showPieces(map: MapHandle, pieces: readonly GridPiece[]): () => void {
  const features = pieces.map(toBoundary);
  const layer = boundaryLayer(
    { type: 'FeatureCollection', features },
    {
      styleOf: ({ id }) => ({
        className: `grid-piece-${pieces.findIndex(({ code }) => code === id) % COLOURS}`,
        interactive: false,
      }),
    },
  ).addTo(map);
  layer.bringToBack();
  return () => layer.remove();
}
