import { hasShape, type Lens, type PointPath, type RegisterDefinition } from '@wangge/domain';
import { Conditions, nameOf } from './conditions.js';
import { withinRegister } from './record-lenses.js';
import { sourceOf } from './record-source.js';
import { columnOf } from './register-columns.js';
import { standing } from './standing.js';
import { type Asked, titleCell } from './relation-statements.js';

/** $1 west, $2 south, $3 east, $4 north. The smallest areas there are: what lies in a window lies in one of them. */
export const UNIT_GRIDS_IN_WINDOW = {
  name: 'registers.grids-in-window',
  text: `select code from grid_node
          where level = 'grid' and valid_to is null and geom && ST_MakeEnvelope($1, $2, $3, $4, 4326)`,
};

/** $1 the drawn area as text. No row where its outline crosses itself. */
export const UNIT_GRIDS_IN_SHAPE = {
  name: 'registers.grids-in-shape',
  text: `select grid.code from (select ST_GeomFromText($1, 4326) as geom) as shape
           left join grid_node as grid on grid.level = 'grid' and grid.valid_to is null
                 and grid.geom && shape.geom and ST_Intersects(grid.geom, shape.geom)
          where ST_IsValid(shape.geom)`,
};

/** $1 codes. */
export const AREAS = {
  name: 'registers.map-areas',
  text: `select code, name, level, ST_X(center) as lng, ST_Y(center) as lat from grid_node where code = any($1::text[])`,
};

/** Records of some unit grids, newest first, with their outlines where they are asked for (within so many degrees), their own spot and the records that lead to one: `ref0`, `ref1`… by path. */
export function recordsStatement(
  lens: Lens,
  definition: RegisterDefinition,
  paths: readonly PointPath[],
  codes: readonly string[],
  most: number,
  tolerance?: number,
): Asked {
  const conditions = new Conditions().addFilter(withinRegister(lens, 'r', 1)).add(() => standing(definition, 'r'));
  conditions.add(($) => `r.grid_code = any(${$}::text[])`, codes);
  const limit = conditions.parameter(most);
  const refs = paths.map((path, index) => `, r.${columnOf(firstOf(path).field)} as ref${index}`);
  const coarse = tolerance !== undefined && hasShape(definition) ? conditions.parameter(tolerance) : undefined;
  const shape = coarse ? `, ST_AsGeoJSON(ST_SimplifyPreserveTopology(r.shape, ${coarse}), 6)::json as shape` : '';
  const own = definition.geometry === 'none' ? 'null::float8 as lng, null::float8 as lat' : 'r.lng, r.lat';
  const text = `select r.id, ${titleCell(definition)} as title, r.grid_code, ${own}${refs.join('')}${shape}
                  from ${sourceOf(definition)} as r where ${conditions.text}
                 order by r.created_at desc, r.id desc limit ${limit}`;
  return { statement: { name: nameOf('registers.map-records', text), text }, values: conditions.values };
}

/**
 * Where records lie, or what they lead on to. By their ids and apart from the records that point at them: joined, the
 * planner of a database that was never analysed compares each with each. A record out of sight lends nobody its spot.
 */
export function stepStatement(lens: Lens, path: PointPath, ids: readonly string[]): Asked {
  const { target } = firstOf(path);
  const next = path[1];
  const conditions = new Conditions().addFilter(withinRegister(lens, 'r', 1)).add(() => 'r.deleted_at is null');
  conditions.add(($) => `r.id = any(${$}::uuid[])`, ids);
  const columns = next ? `r.${columnOf(next.field)} as ref` : 'r.lng, r.lat';
  const text = `select r.id, ${columns} from ${sourceOf(target)} as r where ${conditions.text}`;
  return { statement: { name: nameOf('registers.map-step', text), text }, values: conditions.values };
}

export function firstOf(path: PointPath): PointPath[number] {
  const [first] = path;
  if (!first) throw new Error('a path leads somewhere');
  return first;
}
