import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was chosen in a step stands in the timeline as its code: a screen has words for it in every language. */
export class SayChoices1764000009100 implements MigrationInterface {
  name = 'SayChoices1764000009100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table event_log add column choice text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table event_log drop column choice');
  }
}
