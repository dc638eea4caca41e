import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AREA_LENSES, AREA_READERS } from './area-lenses.js';

const LEVELS = ['district_code', 'street_code', 'community_code', 'grid_code'];

const secured = (table: string): string => `
alter table ${table} enable row level security, force row level security;
grant select on ${table} to ${AREA_READERS};
grant select, insert, update, delete on ${table} to app_job;
${AREA_LENSES.map(([role, condition]) => `create policy ${role} on ${table} for select to ${role} using (${condition});`).join('\n')}
create policy app_job on ${table} to app_job using (true) with check (true);`;

/** A table for an area: whoever works there or above reads it. Codes below the area's own level are null. */
const COLLECTION = `
create table collection (
  district_code text collate "C" not null,
  id uuid not null,
  version int not null,
  scope_code text collate "C" not null,
  street_code text collate "C",
  community_code text collate "C",
  grid_code text collate "C",
  title text not null,
  register text collate "C" not null,
  columns jsonb not null,
  questions jsonb not null,
  is_filtered boolean not null,
  due_on date,
  state text collate "C" not null,
  row_count int not null,
  author_id uuid not null,
  author_name text not null,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by uuid,
  constraint collection_pkey primary key (district_code, id),
  constraint collection_state check (state in ('open', 'closed', 'withdrawn')),
  constraint collection_end check ((state = 'open') = (ended_at is null))
);
create index collection_id on collection (id);
${LEVELS.map((level) => `create index on collection (${level}, created_at desc, id desc);`).join('\n')}
${secured('collection')}`;

/** Whose rows it has. No value of a register is copied: rows are read from there, as they are. */
const ROW = `
create table collection_row (
  district_code text collate "C" not null,
  collection_id uuid not null,
  record_id uuid not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,
  -- Answers to the questions of the table, which stand in no register.
  answers jsonb not null default '{}',
  updated_at timestamptz(3) not null,
  constraint collection_row_pkey primary key (district_code, collection_id, record_id)
);
${LEVELS.slice(1)
  .map((level) => `create index on collection_row (${level}, collection_id, record_id);`)
  .join('\n')}
${secured('collection_row')}`;

/** A record in which something is missing, once, however many rows stand on it. */
const ITEM = `
create table collection_item (
  district_code text collate "C" not null,
  collection_id uuid not null,
  register text collate "C" not null,
  record_id uuid not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,
  -- Fields of the register that the table asks for, those still empty, and questions still without an answer.
  asked text[] not null,
  open text[] not null,
  questions text[] not null,
  done_at timestamptz(3),
  done_by uuid,
  updated_at timestamptz(3) not null,
  constraint collection_item_pkey primary key (district_code, collection_id, register, record_id),
  constraint collection_item_done check ((done_at is not null) = (cardinality(open) + cardinality(questions) = 0))
);
create index collection_item_open on collection_item (grid_code, collection_id, register, record_id) where done_at is null;
create index collection_item_record on collection_item (district_code, register, record_id);
${secured('collection_item')}`;

/** How far a unit grid is. Its id is what the tasks of the grid's workers are about. */
const PART = `
create table collection_part (
  district_code text collate "C" not null,
  id uuid not null,
  collection_id uuid not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,
  items int not null,
  done int not null,
  constraint collection_part_pkey primary key (district_code, id),
  constraint collection_part_once unique (district_code, collection_id, grid_code),
  constraint collection_part_counts check (done between 0 and items)
);
create index collection_part_id on collection_part (id);
create index collection_part_of on collection_part (collection_id, grid_code);
${secured('collection_part')}`;

/** One table for all (一表通): filled from the registers, and what is missing asked for by tasks. */
export class CreateCollections1764000020000 implements MigrationInterface {
  name = 'CreateCollections1764000020000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [COLLECTION, ROW, ITEM, PART]) await queryRunner.query(part);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table collection_part, collection_item, collection_row, collection');
  }
}
