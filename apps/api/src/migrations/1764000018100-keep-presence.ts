import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEVELS = ['district_code', 'street_code', 'community_code', 'grid_code'];

const COLUMNS = `
alter table register_residents
  add column presence text collate "C" not null default 'here',
  add column left_on date,
  add column left_to text collate "C",
  add column returned_on date,
  add column deceased_on date,
  add column death_source text collate "C";`;

/** A list of those who are here reads and counts from the index of its level alone, as it did before. */
const indexes = (included: string): string =>
  LEVELS.map(
    (level) => `
drop index register_residents_${level}_created_at_id_idx;
create index register_residents_${level}_created_at_id_idx on register_residents (${level}, created_at desc, id desc) ${included}
  where deleted_at is null;`,
  ).join('');

const trigger = (more: string, state: string): string => `
drop trigger register_residents_tags on register_residents;
create trigger register_residents_tags after update on register_residents for each row
  when (old.grid_code is distinct from new.grid_code or old.deleted_at is distinct from new.deleted_at${more})
  execute function register_tags_follow('residents'${state});`;

/** Whether a resident lives here: who moved out or died stays in the register, and counts no more. */
export class KeepPresence1764000018100 implements MigrationInterface {
  name = 'KeepPresence1764000018100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(COLUMNS);
    await queryRunner.query(indexes('include (presence)'));
    await queryRunner.query(trigger(' or old.presence is distinct from new.presence', `, 'presence', 'here'`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(trigger('', ''));
    await queryRunner.query(indexes(''));
    await queryRunner.query(`
      alter table register_residents drop column presence, drop column left_on, drop column left_to, drop column returned_on,
        drop column deceased_on, drop column death_source`);
  }
}
