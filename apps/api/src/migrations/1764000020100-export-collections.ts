import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An export may be of a table: its columns are the table's own, and it is called by the table's title. */
export class ExportCollections1764000020100 implements MigrationInterface {
  name = 'ExportCollections1764000020100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table register_export
  add column collection_id uuid,
  add column title text,
  add constraint register_export_table_has_title check ((collection_id is null) = (title is null))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table register_export drop column collection_id, drop column title');
  }
}
