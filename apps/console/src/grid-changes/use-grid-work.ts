import {
  type Boundaries,
  type Boundary,
  type GridChangeDecision,
  type GridChangeDraft,
  type GridChangeKind,
  type GridPiece,
  MultiPolygonShape,
  PolygonShape,
} from '@wangge/contracts';
import { gridNameOf } from '@wangge/domain';
import { useState } from 'react';
import type { Drawn } from './drawing';

/** What somebody is about to do to the grids of a community. */
export interface GridWork {
  readonly kind: GridChangeKind;
  readonly codes: readonly string[];
  /** The line or area that cuts, or the new outline. */
  readonly drawn: Drawn | undefined;
  /** What was put on the map to be edited there; dragging its corners leaves it alone. */
  readonly shown: Drawn | undefined;
  readonly name: string;
  /** Names typed for the pieces, by position. */
  readonly names: readonly string[];
  readonly follows: boolean;
  readonly defaultPiece: number;
  readonly decisions: readonly GridChangeDecision[];
}

const NOTHING = {
  codes: [],
  drawn: undefined,
  shown: undefined,
  name: '',
  names: [],
  follows: true,
  defaultPiece: 0,
  decisions: [],
} as const satisfies Omit<GridWork, 'kind'>;

export function useGridWork(boundaries: Boundaries | undefined, chosen: string | undefined) {
  const [work, setWork] = useState<GridWork>({ kind: 'split', ...NOTHING, codes: chosen === undefined ? [] : [chosen] });
  const change = (next: Partial<GridWork>) => setWork((before) => ({ ...before, ...next }));
  /** Another grid or another way begins anew; what was decided was decided of other pieces. A redrawn grid begins as it is. */
  const begin = (kind: GridChangeKind, codes: readonly string[] = []) => {
    const shape = kind === 'redraw' ? outlineOf(boundaries, codes[0]) : undefined;
    setWork({ kind, ...NOTHING, codes, drawn: shape, shown: shape });
  };
  const toggle = (code: string) => {
    if (work.kind !== 'merge') return begin(work.kind, [code]);
    const codes = work.codes.includes(code) ? work.codes.filter((each) => each !== code) : [...work.codes, code];
    return begin('merge', codes);
  };
  const draw = (drawn: Drawn | undefined) => change({ drawn, shown: drawn, decisions: [], defaultPiece: 0 });
  const edit = (drawn: Drawn) => change({ drawn, decisions: [], defaultPiece: 0 });
  return { work, change, begin, toggle, draw, edit };
}

export type GridWorking = ReturnType<typeof useGridWork>;

/** The draft as the server takes it; undefined while something is missing. */
export function draftOf(work: GridWork, names: readonly string[] = []): GridChangeDraft | undefined {
  const { kind, codes, drawn } = work;
  const [code] = codes;
  if (code === undefined) return undefined;
  if (kind === 'rename') return work.name.trim() === '' ? undefined : { kind, code, name: work.name.trim() };
  if (kind === 'merge') return codes.length < 2 ? undefined : { kind, codes: [...codes], names: [...names] };
  if (!drawn) return undefined;
  if (kind === 'split') return drawn.type === 'MultiPolygon' ? undefined : { kind, code, cut: drawn, names: [...names] };
  return drawn.type === 'LineString' ? undefined : { kind, code, outline: drawn, neighbours: work.follows ? 'follow' : 'stay' };
}

/** What every piece is to be called: as typed, or as it is called by itself. */
export function namesOf(work: GridWork, community: string, pieces: readonly GridPiece[]): string[] {
  return pieces.map(({ code }, at) => work.names[at]?.trim() || gridNameOf(community, code));
}

/** A piece as the map draws outlines. */
export const toBoundary = ({ code, name, outline }: GridPiece): Boundary => ({
  type: 'Feature',
  id: code,
  properties: { code, name, level: 'grid', fictional: false },
  geometry: outline,
});

function outlineOf(boundaries: Boundaries | undefined, code: string | undefined): Drawn | undefined {
  const geometry = boundaries?.features.find(({ id }) => id === code)?.geometry;
  const polygon = PolygonShape.safeParse(geometry);
  if (polygon.success) return polygon.data;
  const several = MultiPolygonShape.safeParse(geometry);
  return several.success ? several.data : undefined;
}
