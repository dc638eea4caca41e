import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which system a file gives its points, so that a process that takes the import up reads it the same way. */
export class ImportCoordinates1764000021100 implements MigrationInterface {
  name = 'ImportCoordinates1764000021100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table register_import add column coordinates text collate "C" not null default 'wgs84',
        add constraint register_import_coordinates check (coordinates in ('wgs84', 'gcj02'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table register_import drop column coordinates');
  }
}
