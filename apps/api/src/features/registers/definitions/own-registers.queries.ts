import type { Statement } from '../../../platform/database/index.js';

const ROW = `
select d.id, d.name, d.version, d.revision, d.draft, d.closed_at is not null as closed, d.updated_at, d.updated_by_name,
       v.definition, coalesce(v.slots, '{}') as slots
  from register_definition as d
  left join register_version as v on v.district_code = d.district_code and v.name = d.name and v.version = d.version`;

/** $1 district. */
export const LIST: Statement = {
  name: 'own-registers.list',
  text: `${ROW} where d.district_code = $1 order by d.created_at, d.name`,
};

/** $1 district, $2 name. */
export const GET: Statement = { name: 'own-registers.get', text: `${ROW} where d.district_code = $1 and d.name = $2` };

/** $1 district, $2 name. Holds the definition until the transaction ends. */
export const LOCK: Statement = {
  name: 'own-registers.lock',
  text: 'select revision from register_definition where district_code = $1 and name = $2 for update',
};

/** $1 district: what is published. */
export const PUBLISHED: Statement = {
  name: 'own-registers.published',
  text: `
select d.name, d.version, d.closed_at is not null as closed, v.definition, v.slots, v.at, v.actor_name
  from register_definition as d
  join register_version as v on v.district_code = d.district_code and v.name = d.name and v.version = d.version
 where d.district_code = $1
 order by d.created_at, d.name`,
};

/** $1 district, $2 name, $3 id, $4 draft, $5 now, $6 account, $7 its name. No row where the name is taken. */
export const INSERT: Statement = {
  name: 'own-registers.insert',
  text: `
insert into register_definition (district_code, name, id, draft, created_at, created_by, updated_at, updated_by, updated_by_name)
values ($1, $2, $3, $4, $5, $6, $5, $6, $7) on conflict do nothing returning id`,
};

/** $1 district, $2 name, $3 draft, $4 now, $5 account, $6 its name. */
export const REDRAFT: Statement = {
  name: 'own-registers.redraft',
  text: `
update register_definition
   set draft = $3, revision = revision + 1, updated_at = $4, updated_by = $5, updated_by_name = $6,
       changed_xid = pg_current_xact_id()
 where district_code = $1 and name = $2`,
};

/** $1 district, $2 name, $3 version, $4 now, $5 account, $6 its name. */
export const PROMOTE: Statement = {
  name: 'own-registers.promote',
  text: `
update register_definition
   set version = $3, revision = revision + 1, updated_at = $4, updated_by = $5, updated_by_name = $6,
       changed_xid = pg_current_xact_id()
 where district_code = $1 and name = $2`,
};

/** $1 district, $2 name, $3 version, $4 id, $5 definition, $6 slots, $7 now, $8 account, $9 its name, $10 reason, $11 changes. */
export const APPEND_VERSION: Statement = {
  name: 'own-registers.append-version',
  text: `
insert into register_version (district_code, name, version, definition_id, definition, slots, at, actor_id, actor_name, reason, changes)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

/** $1 district, $2 name, $3 when it was closed or null, $4 now, $5 account, $6 its name. */
export const CLOSE: Statement = {
  name: 'own-registers.close',
  text: `
update register_definition
   set closed_at = $3, revision = revision + 1, updated_at = $4, updated_by = $5, updated_by_name = $6,
       changed_xid = pg_current_xact_id()
 where district_code = $1 and name = $2`,
};

/** $1 district, $2 name. */
export const REMOVE_VERSIONS: Statement = {
  name: 'own-registers.remove-versions',
  text: 'delete from register_version where district_code = $1 and name = $2',
};
export const REMOVE: Statement = {
  name: 'own-registers.remove',
  text: 'delete from register_definition where district_code = $1 and name = $2',
};
export const VERSIONS: Statement = {
  name: 'own-registers.versions',
  text: `select version, at, actor_name, reason, changes from register_version
          where district_code = $1 and name = $2 order by version desc limit 200`,
};

/** $1 district: nobody else publishes or removes a register of it until the transaction ends. */
export const LOCK_DISTRICT: Statement = {
  name: 'own-registers.lock-district',
  text: `select pg_advisory_xact_lock(hashtextextended('registers ' || $1, 0))`,
};
/** $1 district, $2 name: nobody writes a record of it until the transaction ends (`register_state`). */
export const LOCK_RECORDS: Statement = {
  name: 'own-registers.lock-records',
  text: `select pg_advisory_xact_lock(hashtextextended('register ' || $1 || ' ' || $2, 0))`,
};

/** $1 district, $2 name, $3 cell, $4 the field in the form the history has it. */
export const HAS_DATA: Statement = {
  name: 'own-registers.has-data',
  text: `
select exists (select 1 from register_record where district_code = $1 and register = $2 and jsonb_exists(cells, $3))
    or exists (select 1 from register_change
                where district_code = $1 and register = $2 and register ^@ 'own-' and fields @> $4::jsonb) as yes`,
};
/** $1 district, $2 name, $3 cell. */
export const HAS_GAPS: Statement = {
  name: 'own-registers.has-gaps',
  text: `
select exists (select 1 from register_record
                where district_code = $1 and register = $2 and deleted_at is null and not jsonb_exists(cells, $3)) as yes`,
};
/** $1 district, $2 name, $3 cell, $4 codes. */
export const HOLDS: Statement = {
  name: 'own-registers.holds',
  text: `
select exists (select 1 from register_record
                where district_code = $1 and register = $2 and deleted_at is null and cells ->> $3 = any($4::text[])) as yes`,
};
/** $1 district, $2 name. Also records that were taken out. */
export const HAS_RECORDS: Statement = {
  name: 'own-registers.has-records',
  text: 'select exists (select 1 from register_record where district_code = $1 and register = $2) as yes',
};
