import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AREA_LENSES, AREA_READERS } from './area-lenses.js';

const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;
const LEVELS = ['district_code', 'street_code', 'community_code', 'grid_code'];
/** A transaction reads and writes only the groups of tags that it has said: whoever forgets it sees none. */
const SAID = `group_name = any(string_to_array(current_setting('app.tag', true), ','))`;

/**
 * What a tag says is sealed; its kind can be looked for by a keyed hash. A tag stands where its record stands, so that
 * lists and counts need not ask the record; `counts` is false while the record is among those that count no more.
 * `origin_id` is the record it was given to: two that are merged can be told apart again.
 */
const TABLE = `
create table register_tag (
  district_code text collate "C" not null,
  id uuid not null,
  register text collate "C" not null,
  record_id uuid not null,
  origin_id uuid not null,
  version int not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,
  group_name text collate "C" not null,
  kind_key text collate "C" not null,
  sealed bytea not null,
  since date not null,
  expires_on date not null,
  ended_at timestamptz(3),
  counts boolean not null default true,
  created_at timestamptz(3) not null,
  created_by uuid,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint register_tag_pkey primary key (district_code, id),
  constraint register_tag_group check (group_name in ('care', 'special'))
);
create statistics register_tag_chain (dependencies) on district_code, street_code, community_code, grid_code from register_tag;
create index register_tag_record on register_tag (district_code, register, record_id);
create unique index register_tag_once on register_tag (district_code, register, origin_id, kind_key) where ended_at is null;
${LEVELS.map((level) => `create index on register_tag (${level}, register, kind_key, expires_on) include (grid_code, record_id, group_name) where ended_at is null and counts;`).join('\n')}
alter table register_tag enable row level security, force row level security;
grant select on register_tag to ${AREA_READERS};
grant select, insert, update on register_tag to app_record, app_job;
${AREA_LENSES.map(([role, condition]) => `create policy ${role} on register_tag for select to ${role} using (${SAID} and (${condition}));`).join('\n')}
create policy app_record on register_tag to app_record using (${SAID} and record_id = ${RECORD}) with check (${SAID} and record_id = ${RECORD});
create policy app_job on register_tag to app_job using (${SAID}) with check (${SAID});
`;

/** A change of a tag is shown to whoever is shown the tag. */
const SHOWN = `exists (select 1 from register_tag as t where t.district_code = register_tag_change.district_code and t.id = tag_id)`;

const CHANGES = `
create table register_tag_change (
  district_code text collate "C" not null,
  tag_id uuid not null,
  id uuid not null,
  version int not null,
  at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  deed text collate "C" not null,
  expires_on date not null,
  sealed bytea not null,
  constraint register_tag_change_pkey primary key (district_code, tag_id, id),
  constraint register_tag_change_deed check (deed in ('added', 'renewed', 'ended'))
);
alter table register_tag_change enable row level security, force row level security;
grant select on register_tag_change to ${AREA_READERS};
grant select, insert on register_tag_change to app_record;
create policy area on register_tag_change for select to ${AREA_READERS} using (${SHOWN});
create policy app_record on register_tag_change to app_record using (${SHOWN}) with check (${SHOWN});
`;

/**
 * Wherever a record is written, its tags follow: nobody can forget them, and whoever moves a record need not be allowed
 * to know them. Its arguments are the register and, where only some states of a record count, a column and that state.
 * Two that are merged hand their tags over, or (`given`) hand back those that were given to one of some records.
 */
const FOLLOW = `
create function register_tags_follow() returns trigger language plpgsql as $$
declare
  said constant text := current_setting('app.tag', true);
begin
  perform set_config('app.tag', 'care,special', true);
  update register_tag as t
     set street_code = new.street_code, community_code = new.community_code, grid_code = new.grid_code,
         counts = new.deleted_at is null and (tg_nargs < 3 or to_jsonb(new) ->> tg_argv[1] = tg_argv[2]),
         changed_xid = pg_current_xact_id()
   where t.district_code = new.district_code and t.register = tg_argv[0] and t.record_id = new.id;
  perform set_config('app.tag', coalesce(said, ''), true);
  return null;
end
$$;
create function register_tags_hand(
  district text, name text, from_id uuid, to_id uuid, street text, community text, grid text, is_counted boolean, given uuid[]
) returns void language plpgsql as $$
declare
  said constant text := current_setting('app.tag', true);
begin
  perform set_config('app.tag', 'care,special', true);
  update register_tag as t
     set record_id = to_id, street_code = street, community_code = community, grid_code = grid, counts = is_counted,
         changed_xid = pg_current_xact_id()
   where t.district_code = district and t.register = name and t.record_id = from_id
     and (given is null or t.origin_id = any(given));
  perform set_config('app.tag', coalesce(said, ''), true);
end
$$;
create trigger register_residents_tags after update on register_residents for each row
  when (old.grid_code is distinct from new.grid_code or old.deleted_at is distinct from new.deleted_at)
  execute function register_tags_follow('residents');
`;

/** What records are tagged with, behind the policies of the lenses and of the groups of tags. */
export class CreateRecordTags1764000018000 implements MigrationInterface {
  name = 'CreateRecordTags1764000018000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [TABLE, CHANGES, FOLLOW]) await queryRunner.query(part);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger register_residents_tags on register_residents;
      drop function register_tags_hand, register_tags_follow;
      drop table register_tag_change, register_tag;`);
  }
}
