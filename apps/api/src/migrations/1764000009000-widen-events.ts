import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEPARTMENTS = `nullif(current_setting('app.departments', true), '')::uuid[]`;
const CODES = `nullif(current_setting('app.codes', true), '')::text[]`;
const ACCOUNT = `nullif(current_setting('app.account', true), '')::uuid`;

const MEMBER = `reported_by = ${ACCOUNT}
  or assignee_id = ${ACCOUNT}
  or department_id = any(${DEPARTMENTS})
  or grid_code = any(${CODES})
  or community_code = any(${CODES})
  or street_code = any(${CODES})
  or district_code = any(${CODES})
  or substr(district_code, 1, 4) = any(${CODES})
  or substr(district_code, 1, 2) = any(${CODES})`;
const ASSISTING = `assist_department_ids && ${DEPARTMENTS}`;

/** The flows beside the road of the loop, and the departments that may see an event because they were called to help. */
const UP = `
alter table event
  add column objection_count int not null default 0,
  add column extend_count int not null default 0,
  add column extension jsonb,
  add column supervision jsonb,
  add column urge_count int not null default 0,
  add column assists jsonb not null default '[]',
  add column assist_department_ids uuid[] not null default '{}',
  add column appeal jsonb,
  add column excused boolean not null default false;

create index event_assisting on event using gin (assist_department_ids) where assist_department_ids <> '{}';
-- Supervised events are few: one small index for each level that lists them.
create index event_district_supervised on event (district_code, reported_at desc, id desc) where supervision is not null;
create index event_street_supervised on event (street_code, reported_at desc, id desc) where supervision is not null;
create index event_community_supervised on event (community_code, reported_at desc, id desc) where supervision is not null;
create index event_department_supervised on event (department_id, reported_at desc, id desc) where supervision is not null;

grant select on event, event_log, event_photo, grid_node, department to app_assisting;
create policy app_assisting on event for select to app_assisting using (${ASSISTING} and assist_department_ids <> '{}');
create policy app_assisting on event_log for select to app_assisting
  using (exists (select 1 from event where event.district_code = event_log.district_code and event.id = event_log.event_id));
create policy app_assisting on event_photo for select to app_assisting
  using (exists (select 1 from event where event.district_code = event_photo.district_code and event.id = event_photo.event_id));
alter policy app_member on event using (${MEMBER} or ${ASSISTING});
`;

/**
 * 按期结案率 is of what is due without what an appeal excused, a measure of its own from here on; so far nothing was excused.
 * Where facts and opening counters stand already, they are copied as well. Forced policies would hide every row from the owner.
 */
const JUDGED = `
do $copy$
declare
  kept text;
  columns text;
begin
  foreach kept in array array['event_delta', 'event_counter', 'event_counter_opening', 'event_fact'] loop
    continue when to_regclass(kept) is null;
    select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
     where table_name = kept and table_schema = current_schema() and column_name not in ('measure', 'id');
    execute format('alter table %I no force row level security', kept);
    execute format(
      'insert into %1$I (measure, %2$s %3$s) select ''judged'', %2$s %4$s from %1$I where measure = ''due''',
      kept, columns, case kept when 'event_fact' then ', id' else '' end, case kept when 'event_fact' then ', -id' else '' end);
    execute format('alter table %I force row level security', kept);
  end loop;
end
$copy$;
`;

const DOWN = `
alter policy app_member on event using (${MEMBER});
drop policy app_assisting on event;
drop policy app_assisting on event_log;
drop policy app_assisting on event_photo;
revoke select on event, event_log, event_photo, grid_node, department from app_assisting;
alter table event
  drop column objection_count, drop column extend_count, drop column extension, drop column supervision, drop column urge_count,
  drop column assists, drop column assist_department_ids, drop column appeal, drop column excused;
`;

export class WidenEvents1764000009000 implements MigrationInterface {
  name = 'WidenEvents1764000009000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
    await queryRunner.query(JUDGED);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
