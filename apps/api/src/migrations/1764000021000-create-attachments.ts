import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'app_region, app_district, app_street, app_community, app_grid, app_member';
const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;

/**
 * Files of records. An attachment is shown to whoever is shown its record, or the one that record was merged into; the
 * table to ask follows from the register's name. What was taken off is shown to nobody, and stays for who keeps the
 * database. Names of files are encrypted: a name often stands in them.
 */
const TABLE = `
create table register_attachment (
  district_code text collate "C" not null,
  id uuid not null,
  register text collate "C" not null,
  record_id uuid not null,
  -- Of the record when it was attached: where its history tells of it.
  record_version int not null,
  kind text collate "C" not null,
  data_class text collate "C" not null,
  name bytea not null,
  type text collate "C" not null,
  bytes int not null,
  sha256 text collate "C" not null,
  declared_by uuid not null,
  declared_by_name text not null,
  declared_at timestamptz(3) not null,
  content_hash text collate "C",
  thumb_hash text collate "C",
  is_encrypted boolean not null default false,
  width int,
  height int,
  ready_at timestamptz(3),
  removed_at timestamptz(3),
  removed_by uuid,
  removed_by_name text,
  removed_reason text,
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint register_attachment_pkey primary key (district_code, id),
  constraint register_attachment_class check (data_class in ('L1', 'L2', 'L3', 'L4')),
  -- Sensitive content stands nowhere in clear, and no small picture of personal content is kept.
  constraint register_attachment_sealed check (ready_at is null or data_class <> 'L4' or is_encrypted),
  constraint register_attachment_unseen check (data_class in ('L1', 'L2') or thumb_hash is null),
  constraint register_attachment_kept check (ready_at is null or content_hash is not null),
  constraint register_attachment_removed check ((removed_at is null) = (removed_reason is null))
);
create index register_attachment_of on register_attachment (district_code, register, record_id, declared_at desc, id desc)
  where removed_at is null;
create index register_attachment_awaited on register_attachment (sha256, declared_by) where removed_at is null;

alter table register_attachment enable row level security, force row level security;
grant select on register_attachment to ${READERS};
grant select, insert, update on register_attachment to app_record;
grant select, delete on register_attachment to app_job;
create policy area on register_attachment for select to ${READERS}
  using (removed_at is null and (register_shows(register, district_code, record_id) or register_merged_shows(register, record_id)));
create policy app_record on register_attachment to app_record using (record_id = ${RECORD}) with check (record_id = ${RECORD});
create policy app_job on register_attachment to app_job using (true) with check (true);
`;

export class CreateAttachments1764000021000 implements MigrationInterface {
  name = 'CreateAttachments1764000021000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table register_attachment');
  }
}
