import type { Lens, RegisterDefinition } from '@wangge/domain';
import type { Statement } from '../../platform/database/index.js';
import { Conditions, nameOf } from './conditions.js';
import { withinRegister } from './record-lenses.js';
import type { Match } from './record-search.js';
import { sourceOf } from './record-source.js';
import { keyColumnOf, PLACE_COLUMNS } from './register-columns.js';
import { titleCell } from './relation-statements.js';

export interface Sought {
  readonly definition: RegisterDefinition;
  readonly matches: readonly Match[];
}
export interface FindingLimits {
  /** Records shown of a register. */
  readonly shown: number;
  /** Records counted of a register. */
  readonly counted: number;
}
export interface FoundRow {
  readonly register: string;
  readonly id: string;
  /** The place of the field in the register's list of matches. */
  readonly rank: number;
  readonly cell: string;
  /** The title's own cell; an encrypted one in base64. */
  readonly title: string | null;
  readonly total: number;
  readonly place_district: string;
  readonly place_street: string;
  readonly place_community: string;
  readonly place_grid: string;
}

const PLACES = ['district', 'street', 'community', 'grid'] as const;

/**
 * All registers in one statement. Each field is a branch of its own that reads its index in order and stops at the
 * count's cap: joined by OR they would be a scan.
 */
export function findingStatement(
  lens: Lens,
  sought: readonly Sought[],
  limits: FindingLimits,
): { readonly statement: Statement; readonly values: readonly unknown[] } | undefined {
  const wanted = sought.filter(({ matches }) => matches.length > 0);
  if (wanted.length === 0) return undefined;
  const conditions = new Conditions();
  const within = withinRegister(lens, 'r', 1);
  for (const value of within.values) conditions.parameter(value);
  const scope = { sql: within.sql, district: exactIn(lens, wanted) ? districtOf(lens, conditions) : '' };
  const text = wanted.map((each) => registerPart(conditions, scope, each, limits)).join('\nunion all\n');
  return { statement: { name: nameOf('registers.finding', text), text }, values: conditions.values };
}

interface Scope {
  readonly sql: string;
  /** For indexes that begin with the district. */
  readonly district: string;
}

const exactIn = (lens: Lens, sought: readonly Sought[]): boolean =>
  lens.kind !== 'region' && sought.some(({ matches }) => matches.some(({ how }) => how === 'exact'));

function districtOf(lens: Lens, conditions: Conditions): string {
  if (!('code' in lens)) return '';
  return ` and r.district_code = ${conditions.parameter(lens.code.slice(0, 6))}`;
}

function registerPart(conditions: Conditions, scope: Scope, { definition, matches }: Sought, limits: FindingLimits): string {
  const branches = matches.map((match, rank) => `(${branch(conditions, scope, definition, match, rank, limits)})`);
  const places = PLACES.map(
    (level) => `coalesce((select name from grid_node where code = f.${level}_code), '') as place_${level}`,
  );
  return `select ${conditions.parameter(definition.name)}::text as register, f.id, f.rank, f.cell, f.title, f.total, ${places.join(', ')}
            from (select u.*, count(*) over ()::int as total
                    from (select distinct on (id) b.* from (${branches.join('\nunion all\n')}) as b order by id, rank) as u
                   order by rank, cell, id limit ${limits.shown}) as f`;
}

function branch(
  conditions: Conditions,
  { sql, district }: Scope,
  definition: RegisterDefinition,
  match: Match,
  rank: number,
  { counted }: FindingLimits,
): string {
  const column = `r.${keyColumnOf(match.field)}`;
  const condition =
    match.how === 'exact'
      ? `${column} = ${conditions.parameter(match.key)}`
      : `${column} >= ${conditions.parameter(match.from)} and ${column} < ${conditions.parameter(match.to)}`;
  return `select r.id, ${rank} as rank, ${column}::text as cell, ${titleCell(definition)} as title,
                 ${PLACE_COLUMNS.map((column) => `r.${column}`).join(', ')}
            from ${sourceOf(definition)} as r
           where ${sql}${match.how === 'exact' ? district : ''} and r.deleted_at is null and ${condition}
           ${match.how === 'exact' ? '' : `order by ${column}, r.id `}limit ${counted + 1}`;
}
