import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'region, district, street, community, grid, department, assisting, mine, assigned, public, member'
  .split(', ')
  .map((lens) => `app_${lens}`);
const TABLES = ['event_log', 'event_photo'] as const;

const ofEvent = (table: string) => `event where event.district_code = ${table}.district_code and event.id = ${table}.event_id`;
const policies = (condition: (table: string) => string): string =>
  TABLES.flatMap((table) => READERS.map((role) => `alter policy ${role} on ${table} using (${condition(table)});`)).join('\n');

/**
 * What hangs on an event is seen where the event is. Said as `exists`, the planner may hash all events that the lens shows to
 * answer it, and takes the time of the whole district to show its last twelve steps; a scalar look-up stays one probe of the
 * primary key for each row.
 */
export class LookEventsUpByKey1764000023000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(policies((table) => `(select true from ${ofEvent(table)})`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(policies((table) => `exists (select 1 from ${ofEvent(table)})`));
  }
}
