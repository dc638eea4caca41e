import { beforeAll, expect, test } from '@jest/globals';
import { type Lens, type PlacedRecord, visibleThrough } from '@wangge/domain';
import fc from 'fast-check';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { lens, placedRecords } from '../../testing/lens-arbitraries.js';
import { withinLens } from './within-lens.js';

/** A table like the event's: the policies stand here as a migration writes them, one role each. */
const PROBE = `
create table probe (
  id uuid primary key,
  district_code text collate "C" not null, street_code text collate "C" not null,
  community_code text collate "C" not null, grid_code text collate "C" not null,
  reported_by uuid, assignee_id uuid, department_id uuid, secret_hash text,
  assist_department_ids uuid[] not null
);
alter table probe enable row level security, force row level security;
create policy region on probe for select to app_region
  using (district_code >= nullif(current_setting('app.scope', true), '')
    and district_code < nullif(current_setting('app.scope', true), '') || ':');
create policy district on probe for select to app_district using (district_code = current_setting('app.scope', true));
create policy street on probe for select to app_street using (street_code = current_setting('app.scope', true));
create policy community on probe for select to app_community using (community_code = current_setting('app.scope', true));
create policy grid on probe for select to app_grid using (grid_code = current_setting('app.scope', true));
create policy department on probe for select to app_department
  using (department_id = any (nullif(current_setting('app.departments', true), '')::uuid[]));
create policy assisting on probe for select to app_assisting
  using (assist_department_ids && nullif(current_setting('app.departments', true), '')::uuid[]);
create policy mine on probe for select to app_mine using (reported_by = nullif(current_setting('app.account', true), '')::uuid);
create policy assigned on probe for select to app_assigned
  using (assignee_id = nullif(current_setting('app.account', true), '')::uuid);
create policy public on probe for select to app_public using (secret_hash = nullif(current_setting('app.secret', true), ''));
create policy member on probe for select to app_member using (
  grid_code = any (nullif(current_setting('app.codes', true), '')::text[])
  or community_code = any (nullif(current_setting('app.codes', true), '')::text[])
  or street_code = any (nullif(current_setting('app.codes', true), '')::text[])
  or district_code = any (nullif(current_setting('app.codes', true), '')::text[])
  or left(district_code, 4) = any (nullif(current_setting('app.codes', true), '')::text[])
  or left(district_code, 2) = any (nullif(current_setting('app.codes', true), '')::text[])
  or reported_by = nullif(current_setting('app.account', true), '')::uuid
  or assignee_id = nullif(current_setting('app.account', true), '')::uuid
  or department_id = any (nullif(current_setting('app.departments', true), '')::uuid[])
  or assist_department_ids && nullif(current_setting('app.departments', true), '')::uuid[]);
create policy record on probe to app_record
  using (id = nullif(current_setting('app.record', true), '')::uuid)
  with check (id = nullif(current_setting('app.record', true), '')::uuid);
create policy job on probe to app_job using (true) with check (true);
grant select on probe to app_region, app_district, app_street, app_community, app_grid, app_department, app_assisting, app_mine,
  app_assigned, app_public, app_member, app_record, app_job, app_reference, app_accounts;
grant insert, update on probe to app_record;
`;

const INSERT = `
insert into probe select * from jsonb_to_recordset($1::jsonb) as row (id uuid, district_code text, street_code text,
  community_code text, grid_code text, reported_by uuid, assignee_id uuid, department_id uuid, secret_hash text,
  assist_department_ids uuid[])`;

const byId = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

const toRow = (record: PlacedRecord) => ({
  id: record.id,
  district_code: record.districtCode,
  street_code: record.streetCode,
  community_code: record.communityCode,
  grid_code: record.gridCode,
  reported_by: record.reportedBy,
  assignee_id: record.assigneeId,
  department_id: record.departmentId,
  secret_hash: record.secretHash,
  assist_department_ids: record.assistDepartmentIds,
});

/** The application's filter, asked by somebody whom no policy binds. */
async function byFilter({ superuser }: TestDatabase, asked: Lens): Promise<string[]> {
  const { sql, values } = withinLens(asked, 'p', 1);
  return byId(await superuser.query<{ id: string }>(`select id from probe p where ${sql}`, values));
}

/** The policies, without any filter of the application. */
async function byPolicy({ database }: TestDatabase, asked: Lens): Promise<string[]> {
  return byId(await database.as(asked, (tx) => tx.query<{ id: string }>({ name: 'probe.all', text: 'select id from probe' })));
}

describeOnBothDatabases('the two walls', (getDatabase) => {
  const records = fc.sample(placedRecords, { numRuns: 1, seed: 230302 })[0] ?? [];

  beforeAll(async () => {
    await getDatabase().superuser.query(PROBE);
    await getDatabase().superuser.query(INSERT, [JSON.stringify(records.map(toRow))]);
  });

  test('show exactly what the rule of the domain shows, each of them alone', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(lens(records), async (asked) => {
        const expected = byId(records.filter((record) => visibleThrough(asked, record)));
        shown += expected.length;
        expect(await byFilter(getDatabase(), asked)).toEqual(expected);
        expect(await byPolicy(getDatabase(), asked)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
    expect(shown).toBeGreaterThan(400);
  }, 60_000);

  test('keep a record from leaving its lens by an update', async () => {
    const [first, second] = records;
    const move = getDatabase().database.as({ kind: 'record', id: first?.id ?? '' }, (tx) =>
      tx.query({ name: 'probe.move', text: 'update probe set id = $2 where id = $1' }, [first?.id, second?.id]),
    );
    await expect(move).rejects.toMatchObject({ code: '42501' });
  });

  test('hold where a transaction took a role and forgot its settings', async () => {
    for (const role of ['region', 'street', 'department', 'mine', 'assigned', 'public', 'member', 'record']) {
      const seen = await getDatabase().database.as({ kind: 'reference' }, async (tx) => {
        await tx.query({ name: `probe.role.${role}`, text: `set local role app_${role}` });
        return tx.query({ name: `probe.by.${role}`, text: 'select id from probe' });
      });
      expect(seen).toEqual([]);
    }
  });
});
