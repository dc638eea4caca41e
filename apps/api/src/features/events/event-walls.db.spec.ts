import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EventQuery } from '@wangge/contracts';
import {
  coversChain,
  type Lens,
  listLens,
  memberLens,
  OPEN_STATUSES,
  type PlacedRecord,
  ROLE_PERMISSIONS,
  type Viewer,
  visibleThrough,
} from '@wangge/domain';
import fc from 'fast-check';
import type { Transaction } from '../../platform/database/transaction.js';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { lens as anyLens } from '../../testing/lens-arbitraries.js';
import { EventListRepository } from './event-list.repository.js';
import { EventsRepository } from './events.repository.js';
import { eventOf, photoOf, population, storePlaced, withoutPolicies } from './testing/placed-events.js';
import { asked, viewer as anyViewer } from './testing/viewer-arbitraries.js';

const NOW = '2026-06-12T05:00:00.000Z';
const ALL: EventQuery = { sort: '-reportedAt', perPage: 100 };
const JOB: Lens = { kind: 'job' };
const lists = new EventListRepository();
const events = new EventsRepository();

const records = population(230302);
const eventBy = new Map(records.map((record, index) => [record.id, eventOf(record, index)]));
const ids = (rows: readonly { readonly id?: unknown }[]) => rows.map(({ id }) => String(id)).sort();
const shown = (lens: Lens, also: (record: PlacedRecord) => boolean = () => true) =>
  ids(records.filter((record) => visibleThrough(lens, record) && also(record)));
/** Each was merged into the next: whoever sees one of them need not see the other. */
const targetOf = (one: PlacedRecord): PlacedRecord =>
  records[(records.findIndex(({ id }) => id === one.id) + 1) % records.length] ?? one;
/** Through these a page is put together; the others know no names of accounts. */
const hasPage = ({ kind }: Lens) => kind === 'member' || kind === 'record';
const isReader = ({ kind }: Lens) => kind !== 'reference' && kind !== 'accounts';

/** Said again in other words than `memberLens` says it. */
function mayKnow(viewer: Viewer, record: PlacedRecord): boolean {
  if (record.reportedBy === viewer.accountId || record.assigneeId === viewer.accountId) return true;
  return viewer.assignments.some((held) => {
    if ('departmentId' in held) return [record.departmentId, ...record.assistDepartmentIds].includes(held.departmentId);
    const permissions: readonly string[] = ROLE_PERMISSIONS[held.role];
    return held.role !== 'resident' && permissions.includes('event.read') && record.gridCode.startsWith(held.scope);
  });
}

/** What every way of reading events shows through a lens, the filter of the application being that of `filter`. */
async function read(tx: Transaction, lens: Lens, filter: Lens, one: PlacedRecord) {
  const queues = await lists.queues(tx, filter, undefined, NOW);
  const found = await events.find(tx, filter, one.id);
  return {
    list: ids(await lists.list(tx, filter, ALL, NOW)),
    markers: ids((await lists.markers(tx, filter, {}, NOW)).rows),
    total: await lists.count(tx, filter, {}, NOW),
    open: queues.reduce((sum, { total }) => sum + total, 0),
    one: found ? [String(found.id)] : [],
    photo: Boolean(await events.findShown(tx, filter, photoOf(one))),
    target: hasPage(lens) ? ((await events.findPage(tx, filter, one.id))?.merged_number ?? null) : null,
    nearby: ids(await lists.nearby(tx, filter, { ...one, lng: eventBy.get(one.id)?.lng ?? 0, lat: 45.3 }, 100)),
  };
}

/** What the rule of the domain says that must be. */
function expected(lens: Lens, one: PlacedRecord) {
  const open = ({ id }: PlacedRecord) => OPEN_STATUSES.some((status) => status === eventBy.get(id)?.status);
  const isShown = visibleThrough(lens, one);
  return {
    list: shown(lens),
    markers: shown(lens),
    total: shown(lens).length,
    open: shown(lens, open).length,
    one: isShown ? [one.id] : [],
    photo: isShown,
    target: hasPage(lens) && isShown && visibleThrough(lens, targetOf(one)) ? (eventBy.get(targetOf(one).id)?.number ?? '') : null,
    nearby: shown(lens, (record) => open(record) && isNear(record, one)),
  };
}

const isNear = (record: PlacedRecord, one: PlacedRecord) =>
  record.id !== one.id && record.districtCode === one.districtCode && eventBy.get(record.id)?.lng === eventBy.get(one.id)?.lng;

const wallsOf = (getDatabase: () => TestDatabase) => ({
  both: (lens: Lens, one: PlacedRecord) => getDatabase().database.as(lens, (tx) => read(tx, lens, lens, one)),
  policiesAlone: (lens: Lens, one: PlacedRecord) => getDatabase().database.as(lens, (tx) => read(tx, lens, JOB, one)),
});

describeOnBothDatabases('events behind the two walls', (getDatabase) => {
  const walls = wallsOf(getDatabase);
  const oneOf = fc.constantFrom(...records);
  beforeAll(async () => {
    await storePlaced(getDatabase(), records);
    const merged = 'update event set merged_into = $2 where id = $1';
    for (const record of records) await getDatabase().superuser.query(merged, [record.id, targetOf(record).id]);
  });

  const holds = async (ask: (lens: Lens, one: PlacedRecord) => Promise<unknown>, numRuns: number) => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(anyLens(records).filter(isReader), oneOf, async (lens, one) => {
        seen += shown(lens).length;
        expect(await ask(lens, one)).toEqual(expected(lens, one));
      }),
      { numRuns },
    );
    expect(seen).toBeGreaterThan(numRuns);
  };

  test('are those of the rule, list, page, map, count, queue, neighbours and photo, with both walls', async () => {
    await holds(walls.both, 120);
  }, 120_000);

  test('are the same with the filter of the application alone', async () => {
    await withoutPolicies(getDatabase(), () => holds(walls.both, 120));
  }, 120_000);

  test('are the same with the policies of the database alone', async () => {
    await holds(walls.policiesAlone, 120);
  }, 120_000);

  test('are nobody’s where a lens reads no events: it is refused, not shown an empty list', async () => {
    for (const kind of ['reference', 'accounts'] as const) {
      const asking = getDatabase().database.as({ kind }, (tx) => lists.count(tx, JOB, {}, NOW));
      await expect(asking).rejects.toMatchObject({ code: '42501' });
    }
  });

  describe('for a viewer', () => {
    const people = anyViewer(records);
    const each = async (work: (viewer: Viewer) => Promise<void>) => fc.assert(fc.asyncProperty(people, work), { numRuns: 60 });
    const find = async (viewer: Viewer, filter: Lens) =>
      getDatabase().database.as(memberLens(viewer), async (tx) => {
        const found = [];
        for (const { id } of records) found.push(...[(await events.find(tx, filter, id)) ?? []].flat());
        return ids(found);
      });

    test('a single event opens exactly where one of his relations holds, with either wall', async () => {
      const check = (filter: (viewer: Viewer) => Lens) =>
        each(async (viewer) => {
          const known = ids(records.filter((record) => mayKnow(viewer, record)));
          expect(await find(viewer, filter(viewer))).toEqual(known);
        });
      await check(memberLens);
      await check(() => JOB);
      await withoutPolicies(getDatabase(), () => check(memberLens));
    }, 240_000);

    test('a list holds nothing he could not open, whatever lens and node he asks for', async () => {
      const check = (keepsFilter: boolean) =>
        fc.assert(
          fc.asyncProperty(people, asked(records), async (viewer, { lens: wanted, node }) => {
            const lens = listLens(viewer, wanted, node);
            if (!lens) return;
            const query = node === undefined ? ALL : { ...ALL, scope: node };
            const rows = await getDatabase().database.as(lens, (tx) => lists.list(tx, keepsFilter ? lens : JOB, query, NOW));
            expect(ids(rows)).toEqual(shown(lens, (record) => node === undefined || coversChain(node, record)));
            const strange = rows.filter(({ id }) => !records.some((record) => record.id === id && mayKnow(viewer, record)));
            expect(strange).toEqual([]);
          }),
          { numRuns: 150 },
        );
      await check(true);
      await check(false);
      await withoutPolicies(getDatabase(), () => check(true));
    }, 240_000);
  });
});
