import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A dissolved department stays on record for the cases it had; it is found and given nothing any more. */
export class DissolveDepartments1764000009200 implements MigrationInterface {
  name = 'DissolveDepartments1764000009200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table department add column dissolved_at timestamptz, add column dissolved_by uuid');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table department drop column dissolved_at, drop column dissolved_by');
  }
}
