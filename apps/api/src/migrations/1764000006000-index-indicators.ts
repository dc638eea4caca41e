import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the board and the folding of counters look things up by. */
export class IndexIndicators1764000006000 implements MigrationInterface {
  name = 'IndexIndicators1764000006000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(INDEXES);
    await queryRunner.query(POLICIES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index event_log_newest, outbox_subject, event_counter_hourly, event_counter_stock');
  }
}

const INDEXES = `
create index event_log_newest on event_log (district_code, at desc);
create index outbox_subject on outbox ((payload ->> 'id'));
-- What is still to be gathered: hours into days, and the days of stocks into months.
create index event_counter_hourly on event_counter (day) where hour >= 0;
create index event_counter_stock on event_counter (day)
  where hour < 0 and (measure ^@ 'in:' or measure ^@ 'overdue:') and extract(day from day + 1) <> 1;
`;

/** A role without its scope shows nothing: every code begins with an empty one. */
const POLICIES = `
alter policy area on event_counter using (node_code ^@ nullif(current_setting('app.scope', true), ''));
alter policy area on event_delta using (grid_code ^@ nullif(current_setting('app.scope', true), ''));
`;
