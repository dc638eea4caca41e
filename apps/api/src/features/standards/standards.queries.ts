import type { Statement } from '../../platform/database/transaction.js';

/** Reading the nation's standards whole: some hundred rows, once at the start. */
export const LIST_CLASSES = {
  name: 'standards.list-classes',
  text: `select code, name, major_code, major_name, alias_2013, origin, retired
           from matter_class where district_code = '' order by code`,
} as const satisfies Statement;

export const LIST_CONDITIONS = {
  name: 'standards.list-conditions',
  text: `select id, class_code, filing, closing, limit_text, limit_basis, limit_minutes, from_standard
           from filing_condition where district_code = '' order by class_code, position`,
} as const satisfies Statement;

export const LIST_DAYS = {
  name: 'standards.list-days',
  text: `select to_char(day, 'YYYY-MM-DD') as day, off, name, notice_year
           from calendar_day where district_code = '' order by day`,
} as const satisfies Statement;

/** Several processes may start at once: the others wait for the one that seeds. */
export const LOCK_SEED = {
  name: 'standards.lock-seed',
  text: `select pg_advisory_xact_lock(hashtext('standards.seed'))`,
} as const satisfies Statement;

export const FIND_HASH = {
  name: 'standards.find-hash',
  text: `select hash from standards_seed where district_code = ''`,
} as const satisfies Statement;

/** $1 hash, $2 instant. */
export const KEEP_HASH = {
  name: 'standards.keep-hash',
  text: `insert into standards_seed (hash, at) values ($1, $2)
         on conflict (district_code) do update set hash = excluded.hash, at = excluded.at`,
} as const satisfies Statement;

/** $1 the classes as JSON. A class that the seed has no longer is retired, never deleted. */
export const STORE_CLASSES = {
  name: 'standards.store-classes',
  text: `with seed as (
           select * from jsonb_to_recordset($1::jsonb) as seed (code text, name text, "majorCode" text, "majorName" text,
             "alias2013" text, origin text, retired boolean)),
         retired as (
           update matter_class set retired = true
            where district_code = '' and not retired and code not in (select code from seed))
         insert into matter_class (code, name, major_code, major_name, alias_2013, origin, retired)
         select code, name, "majorCode", "majorName", "alias2013", origin, retired from seed
         on conflict (district_code, code) do update set name = excluded.name, major_code = excluded.major_code,
           major_name = excluded.major_name, alias_2013 = excluded.alias_2013, origin = excluded.origin,
           retired = excluded.retired`,
} as const satisfies Statement;

/** Events keep a copy of their condition, so the list may be replaced. */
export const CLEAR_CONDITIONS = {
  name: 'standards.clear-conditions',
  text: `delete from filing_condition where district_code = ''`,
} as const satisfies Statement;

/** $1 the conditions as JSON, in order. */
export const STORE_CONDITIONS = {
  name: 'standards.store-conditions',
  text: `insert into filing_condition (id, class_code, position, filing, closing, limit_text, limit_basis, limit_minutes, from_standard)
         select seed ->> 'id', seed ->> 'classCode', position, seed ->> 'filing', seed ->> 'closing', seed -> 'limit' ->> 'text',
                seed -> 'limit' ->> 'basis', (seed -> 'limit' ->> 'minutes')::int, (seed ->> 'fromStandard')::boolean
           from jsonb_array_elements($1::jsonb) with ordinality as listed (seed, position)`,
} as const satisfies Statement;

export const CLEAR_DAYS = {
  name: 'standards.clear-days',
  text: `delete from calendar_day where district_code = ''`,
} as const satisfies Statement;

/** $1 the days as JSON. A day named by two notices is as the later one says. */
export const STORE_DAYS = {
  name: 'standards.store-days',
  text: `insert into calendar_day (day, off, name, notice_year)
         select distinct on (day) day, off, name, year
           from jsonb_to_recordset($1::jsonb) as seed (day date, off boolean, name text, year smallint)
          order by day, year desc`,
} as const satisfies Statement;
