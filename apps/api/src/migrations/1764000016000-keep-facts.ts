import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEVELS = [
  ['app_region', `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', `district_code = current_setting('app.scope', true)`],
  ['app_street', `street_code = current_setting('app.scope', true)`],
  ['app_community', `community_code = current_setting('app.scope', true)`],
  ['app_grid', `grid_code = current_setting('app.scope', true)`],
] as const;
const READERS = LEVELS.map(([role]) => role).join(', ');

/**
 * An increment remembers its event, and is kept when it has been counted: every number opens to its cases, and the
 * counters can be made again from what happened. Counters from before are kept aside as what a rebuild begins with.
 */
const FACTS = `
alter table event_delta add column event_id uuid;
drop policy app_record on event_delta;
create policy app_record on event_delta for insert to app_record
  with check (event_id = nullif(current_setting('app.record', true), '')::uuid);

create table event_fact (
  district_code text collate "C" not null,
  id bigint not null,
  event_id uuid not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,
  day date not null,
  hour smallint not null,
  measure text not null,
  class_code text collate "C",
  department_id uuid,
  count int not null,
  minutes int not null,
  constraint event_fact_pkey primary key (district_code, id)
);
create index event_fact_of_district on event_fact (district_code, measure, day);
create index event_fact_of_street on event_fact (street_code, measure, day);
create statistics event_fact_chain (dependencies) on district_code, street_code, community_code, grid_code from event_fact;
alter table event_fact enable row level security, force row level security;
grant select on event_fact to ${READERS};
grant select, insert on event_fact to app_job;
${LEVELS.map(([role, condition]) => `create policy ${role} on event_fact for select to ${role} using (${condition});`).join('\n')}
create policy app_job on event_fact to app_job using (true) with check (true);

-- Forced policies would hide every row from the owner of the tables.
alter table event_counter no force row level security;
alter table event_delta no force row level security;
create table event_counter_opening (like event_counter including defaults including constraints);
insert into event_counter_opening select * from event_counter;
insert into event_counter_opening
  select district_code, node.code, day, kept.hour, measure, kept.class_code, kept.department_id, sum(count), sum(minutes)
    from event_delta
   cross join lateral (values
    (hour, '*', '00000000-0000-0000-0000-000000000000'::uuid),
    (case measure when 'reported' then hour else -1 end, coalesce(class_code, ''),
     coalesce(department_id, '00000000-0000-0000-0000-000000000000'))) as kept (hour, class_code, department_id)
   cross join lateral (values (district_code), (street_code), (community_code), (grid_code)) as node (code)
   group by 1, 2, 3, 4, 5, 6, 7;
alter table event_counter force row level security;
alter table event_delta force row level security;
grant select on event_counter_opening to app_job;
alter table event_counter_opening enable row level security, force row level security;
create policy app_job on event_counter_opening for select to app_job using (true);
`;

export class KeepFacts1764000016000 implements MigrationInterface {
  name = 'KeepFacts1764000016000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FACTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table event_counter_opening, event_fact;
      drop policy app_record on event_delta;
      create policy app_record on event_delta for insert to app_record with check (true);
      alter table event_delta drop column event_id;`);
  }
}
