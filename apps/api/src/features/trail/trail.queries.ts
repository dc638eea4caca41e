import type { Statement } from '../../platform/database/index.js';

export type Bound = { readonly statement: Statement; readonly values: readonly unknown[] };

/** What narrows a reading of the trail; instants are ISO strings. */
export interface TrailFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly actorId?: string | undefined;
  readonly subjectType?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly area?: string | undefined;
}
/** Where a page ended. */
export interface TrailCursor {
  readonly at: string;
  readonly position: string;
}

const COLUMNS = `position::text, at, actor_id, actor_name, action, subject_type, subject_id, district_code, details, link::text, previous_hash, hash`;

/** The first parameter of each condition is the one it is given; the letter stands in the statement's name. */
const CONDITIONS: Readonly<Record<keyof TrailFilter, readonly [letter: string, sql: (parameter: string) => string]>> = {
  from: ['f', ($) => `at >= ${$}::timestamptz`],
  to: ['t', ($) => `at < ${$}::timestamptz`],
  actions: ['a', ($) => `action = any(${$}::text[])`],
  actorId: ['w', ($) => `actor_id = ${$}::uuid`],
  subjectType: ['k', ($) => `subject_type = ${$}`],
  subjectId: ['s', ($) => `subject_id = ${$}::uuid`],
  // Where the record lies, where it left, or whose records were asked for.
  area: ['g', ($) => `coalesce(details ->> 'place', details ->> 'from', details ->> 'scope') ^@ ${$}`],
};
const NAMES: readonly (keyof TrailFilter)[] = ['from', 'to', 'actions', 'actorId', 'subjectType', 'subjectId', 'area'];

/** Under the lens of the trail. Newest first: an index of the district holds that order. */
export function listTrail(districtCode: string, filter: TrailFilter, after: TrailCursor | undefined, limit: number): Bound {
  const values: unknown[] = [districtCode];
  const conditions = ['district_code = $1'];
  let name = 'trail.list.';
  for (const key of NAMES) {
    if (filter[key] === undefined) continue;
    values.push(filter[key]);
    const [letter, sql] = CONDITIONS[key];
    conditions.push(sql(`$${values.length}`));
    name += letter;
  }
  if (after) {
    values.push(after.at, after.position);
    conditions.push(`(at, position) < ($${values.length - 1}::timestamptz, $${values.length}::bigint)`);
    name += '-after';
  }
  values.push(limit);
  const text = `select ${COLUMNS} from audit_entry where ${conditions.join(' and ')} order by audit_entry.at desc, audit_entry.position desc limit $${values.length}`;
  return { statement: { name, text }, values };
}

/** $1 district, $2 position. */
export const FIND: Statement = {
  name: 'trail.find',
  text: `select ${COLUMNS} from audit_entry where district_code = $1 and position = $2`,
};

const VERIFICATION = `id, state, checked::float8 as checked, total::float8 as total, broken_at::float8 as broken_at, what, requested_name,
  started_at, finished_at, leased_until, district_code`;

/** $1 now: nobody is at it any more. */
export const INTERRUPT: Statement = {
  name: 'trail.interrupt',
  text: `update audit_verification set state = 'interrupted', finished_at = $1 where state = 'running' and leased_until < $1`,
};

/** $1 district, $2 id, $3 account, $4 its name, $5 now, $6 leased until: a row unless one is under way. */
export const BEGIN: Statement = {
  name: 'trail.begin-verification',
  text: `insert into audit_verification (district_code, id, requested_by, requested_name, state, started_at, leased_until)
         values ($1, $2, $3, $4, 'running', $5, $6) on conflict (state) where state = 'running' do nothing returning ${VERIFICATION}`,
};

export const RUNNING: Statement = {
  name: 'trail.running-verification',
  text: `select ${VERIFICATION} from audit_verification where state = 'running'`,
};

/** $1 id, $2 checked, $3 total, $4 leased until: nothing where it is over. */
export const GO_ON: Statement = {
  name: 'trail.go-on',
  text: `update audit_verification set checked = $2, total = $3, leased_until = $4 where id = $1 and state = 'running' returning id`,
};

/** $1 id, $2 state, $3 checked or null, $4 broken at or null, $5 what or null, $6 now. */
export const END: Statement = {
  name: 'trail.end-verification',
  text: `update audit_verification
            set state = $2, checked = coalesce($3, checked), total = greatest(total, coalesce($3, checked)), broken_at = $4, what = $5, finished_at = $6
          where id = $1 and state = 'running'`,
};

/** $1 district. */
export const LATEST: Statement = {
  name: 'trail.latest-verification',
  text: `select ${VERIFICATION} from audit_verification where district_code = $1 order by started_at desc, id desc limit 1`,
};
