import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lenses that read records: role, and the condition on what has a place in the tree. */
const LENSES: readonly (readonly [role: string, condition: string])[] = [
  ['app_region', `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', `district_code = current_setting('app.scope', true)`],
  ['app_street', `street_code = current_setting('app.scope', true)`],
  ['app_community', `community_code = current_setting('app.scope', true)`],
  ['app_grid', `grid_code = current_setting('app.scope', true)`],
  [
    'app_member',
    `grid_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or community_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or street_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or district_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 4) = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 2) = any(nullif(current_setting('app.codes', true), '')::text[])`,
  ],
];
const READERS = LENSES.map(([role]) => role).join(', ');
const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;
const LEVELS = ['district_code', 'street_code', 'community_code', 'grid_code'];

/** What is kept to find records that may be the same: keyed hashes, read by nobody but the job that compares. */
const COMPARING = `
create table register_likeness_queue (
  position bigint generated always as identity,
  district_code text collate "C" not null,
  register text collate "C" not null,
  record_id uuid not null,
  constraint register_likeness_queue_pkey primary key (position)
);
create table register_likeness_key (
  district_code text collate "C" not null,
  register text collate "C" not null,
  key text collate "C" not null,
  record_id uuid not null,
  constraint register_likeness_key_pkey primary key (district_code, register, key, record_id)
);
create index register_likeness_key_record on register_likeness_key (district_code, register, record_id);
-- How far the records that were there before their register's rule have been looked at.
create table register_likeness_walk (
  district_code text collate "C" not null,
  register text collate "C" not null,
  rule text not null,
  reached uuid not null,
  is_done boolean not null,
  constraint register_likeness_walk_pkey primary key (district_code, register)
);
-- Whoever holds its one row compares: two at once would each miss what the other has not saved yet.
create table register_likeness_turn (
  id int not null,
  constraint register_likeness_turn_pkey primary key (id)
);
insert into register_likeness_turn values (1);
${['queue', 'key', 'walk', 'turn']
  .map(
    (name) => `
alter table register_likeness_${name} enable row level security, force row level security;
grant select, insert, update, delete on register_likeness_${name} to app_job;
create policy app_job on register_likeness_${name} to app_job using (true) with check (true);`,
  )
  .join('')}
grant insert on register_likeness_queue to app_record;
create policy app_record on register_likeness_queue for insert to app_record with check (record_id = ${RECORD});

-- Whoever writes a record's history has its likeness looked at: nobody can forget to ask for it.
create function register_queue_likeness() returns trigger language plpgsql as $$
begin
  insert into register_likeness_queue (district_code, register, record_id)
  select distinct district_code, register, record_id from written where kind <> 'revealed';
  return null;
end
$$;
create trigger register_change_likeness after insert on register_change
  referencing new table as written for each statement execute function register_queue_likeness();
`;

/** A pair belongs to the lowest node above both records: codes below it are null, so that nobody sees half of a pair. */
const PAIRS = `
create table register_pair (
  district_code text collate "C" not null,
  id uuid not null,
  register text collate "C" not null,
  one_id uuid not null,
  other_id uuid not null,
  street_code text collate "C",
  community_code text collate "C",
  grid_code text collate "C",
  score int not null,
  parts jsonb not null,
  found_at timestamptz(3) not null,
  state text not null,
  decided_at timestamptz(3),
  decided_by uuid,
  constraint register_pair_pkey primary key (district_code, id),
  constraint register_pair_once unique (district_code, register, one_id, other_id),
  constraint register_pair_order check (one_id < other_id),
  constraint register_pair_state check (state in ('open', 'dismissed'))
);
create index register_pair_other on register_pair (district_code, register, other_id);
${LEVELS.map((level) => `create index on register_pair (${level}, register, score desc, id) where state = 'open';`).join('\n')}
alter table register_pair enable row level security, force row level security;
grant select on register_pair to ${READERS};
grant select, insert, update, delete on register_pair to app_job;
${LENSES.map(([role, condition]) => `create policy ${role} on register_pair for select to ${role} using (${condition});`).join('\n')}
create policy app_job on register_pair to app_job using (true) with check (true);
`;

/** A merge is shown to whoever is shown the record that stayed, and so is the history of what went into it. */
const MERGES = `
create table register_merge (
  district_code text collate "C" not null,
  id uuid not null,
  register text collate "C" not null,
  survivor_id uuid not null,
  merged_id uuid not null,
  at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  taken jsonb not null,
  before jsonb not null,
  moved jsonb not null,
  undone_at timestamptz(3),
  undone_by uuid,
  constraint register_merge_pkey primary key (district_code, id),
  constraint register_merge_apart check (survivor_id <> merged_id)
);
create index register_merge_survivor on register_merge (register, survivor_id, at desc);
create unique index register_merge_merged on register_merge (register, merged_id) where undone_at is null;
create function register_merged_shows(name text, record uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from register_merge where register = name and merged_id = record and undone_at is null);
end
$$;
create function register_survivor_shows(register text, district text, survivor uuid) returns boolean language plpgsql stable as $$
begin
  return register_shows(register, district, survivor) or register_merged_shows(register, survivor);
end
$$;
alter table register_merge enable row level security, force row level security;
grant select on register_merge to ${READERS};
grant select, insert, update on register_merge to app_job;
create policy area on register_merge for select to ${READERS}
  using (register_survivor_shows(register, district_code, survivor_id));
create policy app_job on register_merge to app_job using (true) with check (true);
create policy merged on register_change for select to ${READERS} using (register_merged_shows(register, record_id));
`;

/** Records entered twice: how they are found, what was decided of them, and what was merged. */
export class CreateDuplicates1764000012000 implements MigrationInterface {
  name = 'CreateDuplicates1764000012000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [COMPARING, PAIRS, MERGES]) await queryRunner.query(part);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop policy merged on register_change;
      drop table register_merge, register_pair;
      drop function register_survivor_shows, register_merged_shows;
      drop trigger register_change_likeness on register_change;
      drop function register_queue_likeness;
      drop table register_likeness_turn, register_likeness_walk, register_likeness_key, register_likeness_queue;`);
  }
}
