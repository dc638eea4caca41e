import { beforeAll, describe, expect, test } from '@jest/globals';
import { areaLens, chainOf, type Lens, type PlacedRecord, visibleThrough } from '@wangge/domain';
import fc from 'fast-check';
import { LENS_ROLES } from '../../platform/database/lens-role.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { lens as anyLens } from '../../testing/lens-arbitraries.js';
import { EventsRepository } from './events.repository.js';
import { eventOf, population, storePlaced, TABLES } from './testing/placed-events.js';

const records = population(230399);
const AREAS: readonly Lens['kind'][] = ['region', 'district', 'street', 'community', 'grid'];
const BUSINESS = Object.keys(LENS_ROLES).filter((kind) => !['reference', 'accounts', 'audit', 'job'].includes(kind));
const [mine, foreign] = records;
if (!mine || !foreign) throw new Error('there are no records');
const RECORD: Lens = { kind: 'record', id: mine.id };

/** What leads from a row of each table back to its event or place. */
const KEY = {
  event: 'id::text',
  event_log: 'event_id::text',
  event_photo: 'event_id::text',
  event_delta: 'grid_code',
  event_fact: 'event_id::text',
  event_counter: 'node_code',
  task: 'subject_id::text',
} as const satisfies Record<(typeof TABLES)[number], string>;
type Table = keyof typeof KEY;

/** The keys a lens must show of a table; undefined where its role may not even ask. */
function due(table: Table, lens: Lens): readonly string[] | undefined {
  const isJob = lens.kind === 'job';
  const seen = records.filter((record) => visibleThrough(lens, record));
  if (table === 'task') {
    if (!isJob && lens.kind !== 'assigned' && lens.kind !== 'record') return undefined;
    return seen.filter(({ assigneeId }) => assigneeId !== null).map(({ id }) => id);
  }
  if (table === 'event_delta' || table === 'event_fact' || table === 'event_counter') {
    if (!isJob && !AREAS.includes(lens.kind)) return undefined;
    if (table === 'event_counter') return nodesOf(records, 'code' in lens ? lens.code : '');
    return seen.map(({ id, gridCode }) => (table === 'event_fact' ? id : gridCode));
  }
  return lens.kind === 'reference' || lens.kind === 'accounts' ? undefined : seen.map(({ id }) => id);
}

function nodesOf(of: readonly PlacedRecord[], scope: string): string[] {
  const codes = of.flatMap(({ gridCode }) => Object.values(chainOf(gridCode)));
  return [...new Set(codes)].filter((code) => code.startsWith(scope));
}

describeOnBothDatabases('the policies of the loop’s tables', (getDatabase) => {
  beforeAll(() => storePlaced(getDatabase(), records));
  const run = (lens: Lens, text: string, values: readonly unknown[] = []) =>
    getDatabase().database.as(lens, (tx) => tx.query<{ key: string }>({ name: `p.${fc.hash(text)}`, text }, values));
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { readonly code?: string }) => error.code,
    );

  test.each(['event_log', 'event_photo'])('%s finds the event of a row by its key, and never reads all events to show a few rows', async (table) => {
    const text = `explain select count(*) from ${table}`;
    const lens = areaLens(mine.districtCode);
    const rows = await getDatabase().database.as(lens, (tx) => tx.query<Record<string, string>>({ name: `p.plan.${table}`, text }));
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('SubPlan');
    expect(plan).not.toContain('hashed');
  });

  test.each([...TABLES])(
    'show of %s what the rule of the domain shows, though nobody filters',
    async (table) => {
      await fc.assert(
        fc.asyncProperty(anyLens(records), async (lens) => {
          const keys = due(table, lens);
          const asking = run(lens, `select ${KEY[table]} as key from ${table}`);
          if (keys) expect((await asking).map(({ key }) => key).sort()).toEqual([...keys].sort());
          else expect(await refused(asking)).toBe('42501');
        }),
        { numRuns: 120 },
      );
    },
    120_000,
  );

  describe('when a transaction has a role and no settings', () => {
    const settings = ['app.scope', 'app.account', 'app.codes', 'app.departments', 'app.secret', 'app.record'];
    const countAs = (kind: string, values: readonly string[]) =>
      getDatabase().database.as({ kind: 'reference' }, async (tx) => {
        await tx.query({ name: `as.${kind}`, text: `set local role app_${kind}` });
        for (const value of values) await tx.query({ name: `set.${fc.hash(value)}`, text: value });
        return tx.query({ name: `count.${kind}.${values.length}`, text: 'select count(*)::int as n from event' });
      });

    test.each(BUSINESS)('show %s nothing, unset or empty', async (kind) => {
      expect(await countAs(kind, [])).toEqual([{ n: 0 }]);
      expect(
        await countAs(
          kind,
          settings.map((name) => `set local ${name} = ''`),
        ),
      ).toEqual([{ n: 0 }]);
    });

    test('refuse whoever has no role at all', async () => {
      for (const table of TABLES) {
        const asking = getDatabase().database.as({ kind: 'reference' }, async (tx) => {
          await tx.query({ name: 'no-role', text: 'reset role' });
          return tx.query({ name: `no-role.${table}`, text: `select 1 from ${table}` });
        });
        expect([table, await refused(asking)]).toEqual([table, '42501']);
      }
    });
  });

  describe('in writing', () => {
    const repository = new EventsRepository();
    const writes = {
      event: `update event set title = title where id = $1`,
      event_log: `insert into event_log (district_code, event_id, id, version, at, action, to_status, actor_name, overdue)
                  select $2, $1, gen_random_uuid(), 2, now(), 'file', 'filed', '', false`,
      event_photo: `insert into event_photo (district_code, event_id, sha256, stage, position, bytes, type, declared_at)
                    values ($2, $1, repeat('f', 64), 'report', 1, 1, 'image/png', now())`,
      event_delta: `insert into event_delta (district_code, event_id, street_code, community_code, grid_code, day, hour, measure, source, count, minutes)
                    values ($2, $1, '', '', '', '2026-06-12', 12, 'reported', 'worker', 1, 0)`,
      task: `insert into task (district_code, id, kind, subject_id, assignee_id, title, place, lng, lat, created_at)
             values ($2, gen_random_uuid(), 'check', $1, gen_random_uuid(), '', '', 0, 0, now())`,
    };
    const cases = Object.entries(writes);

    test.each(cases)('let the writer of one record write its %s', async (_, text) => {
      expect(await refused(run(RECORD, text, text.includes('$2') ? [mine.id, mine.districtCode] : [mine.id]))).toBe('done');
    });

    test.each(cases)('let him write no other record’s %s', async (table, text) => {
      const { database } = getDatabase();
      const values = text.includes('$2') ? [foreign.id, foreign.districtCode] : [foreign.id];
      if (table !== 'event') return expect(await refused(run(RECORD, text, values))).toBe('42501');
      const rows = await database.as(RECORD, (tx) => tx.query({ name: 'p.foreign', text: `${text} returning id` }, values));
      expect(rows).toEqual([]);
    });

    test('let him create no other event, nor turn his into another', async () => {
      const other = { ...eventOf(mine, 900), id: '01999999-0000-7000-8000-000000000999' };
      const creating = getDatabase().database.as(RECORD, (tx) => repository.insert(tx, other, null));
      expect(await refused(creating)).toBe('42501');
      expect(await refused(run(RECORD, 'update event set id = $1', [other.id]))).toBe('42501');
    });

    test('let him delete nothing, and change no line of a timeline', async () => {
      for (const table of ['event', 'event_log', 'event_photo', 'task'])
        expect(await refused(run(RECORD, `delete from ${table}`))).toBe('42501');
      expect(await refused(run(RECORD, `update event_log set note = 'x'`))).toBe('42501');
      expect(await refused(run(RECORD, `update event_counter set count = 0`))).toBe('42501');
      expect(await refused(run(RECORD, `select 1 from event_delta`))).toBe('42501');
    });

    test('let nobody else write, who may read it all', async () => {
      const readers: readonly Lens[] = [
        areaLens('23'),
        ...[6, 9, 12, 15].map((length) => areaLens(mine.gridCode.slice(0, length))),
        { kind: 'department', departmentIds: mine.departmentId ? [mine.departmentId] : [] },
        { kind: 'mine', accountId: '01999999-0000-7000-8000-000000000001' },
        { kind: 'assigned', accountId: '01999999-0000-7000-8000-000000000001' },
        { kind: 'public', secretHash: '1'.repeat(64) },
        { kind: 'member', accountId: '01999999-0000-7000-8000-000000000001', codes: ['23'], departmentIds: [] },
        { kind: 'reference' },
        { kind: 'accounts' },
      ];
      for (const lens of readers) {
        for (const table of TABLES) {
          for (const text of [
            `delete from ${table}`,
            `update ${table} set district_code = district_code`,
            `insert into ${table} default values`,
          ]) {
            expect([lens.kind, text, await refused(run(lens, text))]).toEqual([lens.kind, text, '42501']);
          }
        }
      }
    });

    test('and leave everything as it was', async () => {
      const count = await getDatabase().superuser.query('select count(*)::int as n from event');
      expect(count).toEqual([{ n: records.length }]);
    });
  });
});
