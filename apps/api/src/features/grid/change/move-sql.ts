import type { Statement } from '../../../platform/database/index.js';
import type { GridMove } from './participant.js';

/** Geometry makes a statement look dearer than compiling it would be: that took seconds where it runs in milliseconds. */
export const WITHOUT_JIT = {
  name: 'grid-changes.without-jit',
  text: `select set_config('jit', 'off', true)`,
} as const satisfies Statement;

/**
 * What every participant's statement begins with: the pieces, what was decided by hand, and the grids that are looked
 * at, as `piece`, `decision`, `fallback` and `$3`.
 */
export const MOVE_TABLES = `
  piece as materialized (
    select code, outline::geometry as geom from jsonb_to_recordset($1::jsonb) as p (code text, outline text)),
  decision as materialized (
    select kind, id, code from jsonb_to_recordset($2::jsonb) as d (kind text, id uuid, code text)),
  fallback as materialized (select key as from_code, value as code from jsonb_each_text($4::jsonb))`;

/** The values of `$1` to `$4`: pieces, decisions, the grids that are looked at, and where what nothing places goes. */
export function moveValues({ pieces, decisions, codes, defaults }: GridMove): readonly unknown[] {
  const outlines = pieces.map(({ code, outline }) => ({ code, outline }));
  return [JSON.stringify(outlines), JSON.stringify(decisions), codes, JSON.stringify(defaults)];
}

/** The piece a point lies in: on a border the lower code, outside of all the nearest, as everywhere. */
export const pieceAt = (point: string): string =>
  `(select piece.code from piece where ${point} is not null order by ST_Distance(piece.geom, ${point}), piece.code collate "C" limit 1)`;
