import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the board and the folding of counters look things up by. */
export class IndexIndicators1764000006000 implements MigrationInterface {
  name = 'IndexIndicators1764000006000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(INDEXES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create index event_counter_node on event_counter (node_code, measure, day)');
    await queryRunner.query(
      'drop index event_log_newest, outbox_subject, event_counter_total, event_counter_hourly, event_counter_stock',
    );
  }
}

const INDEXES = `
create index event_log_newest on event_log (district_code, at desc);
create index outbox_subject on outbox ((payload ->> 'id'));
-- Totals of all classes and departments are marked by *; what is by class and department is found by the key.
drop index event_counter_node;
create index event_counter_total on event_counter (node_code, measure, day) where class_code = '*';
-- What is still to be gathered: hours into days, and the days of stocks into months.
create index event_counter_hourly on event_counter (day) where hour >= 0;
create index event_counter_stock on event_counter (day)
  where hour < 0 and (measure ^@ 'in:' or measure ^@ 'overdue:') and extract(day from day + 1) <> 1;
`;
