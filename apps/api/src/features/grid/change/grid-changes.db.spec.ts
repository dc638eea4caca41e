import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GridChangeDraft, type GridChangeView, GridCheck, type LineShape, type PolygonShape } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/index.js';
import { TimerSweeper } from '../../../platform/timers/timer-sweeper.js';
import { describeOnBothDatabases, type TestDatabase } from '../../../testing/index.js';
import { BoundaryMemory } from '../boundary-memory.js';
import { GridLocator } from '../grid-locator.js';
import { GridsRepository } from '../grids.repository.js';
import { GridsService } from '../grids.service.js';
import { GridChangeExecution } from './grid-change-execution.js';
import { GridChangesRepository } from './grid-changes.repository.js';
import { GridChangesService } from './grid-changes.service.js';
import { GridDrafts } from './grid-drafts.js';
import { GridPreviews } from './grid-previews.js';
import { GridShapes } from './grid-shapes.js';
import { type GridChangeParticipant, GridChangeParticipants } from './participant.js';

const COMMUNITY = '230302001001';
const grid = (serial: number) => COMMUNITY + String(serial).padStart(3, '0');
const TODAY = '2026-06-12';

class MovedClock extends SystemClock {
  at = `${TODAY}T09:00:00+08:00`;
  override now(): Date {
    return new Date(this.at);
  }
}

const viewer = (scope = '230302', role: 'supervisor' | 'leader' = 'supervisor'): Viewer => ({
  accountId: '01999999-0000-7000-8000-0000000000aa',
  name: '值班长',
  districtCode: '230302',
  assignments: [{ role, scope }],
});

/** Four squares in a row, each a hundredth of a degree wide, in one community; beyond it another community. */
async function arrange({ superuser }: TestDatabase): Promise<void> {
  const box = (west: number, east: number) => `ST_Multi(ST_MakeEnvelope(${west}, 45, ${east}, 45.01, 4326))`;
  const nodes: [string, string, string][] = [
    ['230302', '鸡冠区', box(130, 130.06)],
    ['230302001', '向阳街道', box(130, 130.06)],
    [COMMUNITY, '团结社区居民委员会', box(130, 130.04)],
    ['230302001002', '红旗社区居民委员会', box(130.04, 130.06)],
    ...[1, 2, 3, 4].map((n): [string, string, string] => [
      grid(n),
      `团结社区第${n}网格`,
      box(130 + (n - 1) / 100, 130 + n / 100),
    ]),
    ['230302001002001', '红旗社区第1网格', box(130.04, 130.06)],
  ];
  await superuser.query(
    'truncate grid_node, grid_worker, grid_change, grid_change_piece, grid_past, grid_lineage, timer, outbox, client_command cascade',
  );
  for (const [code, name, geom] of nodes) {
    await superuser.query(
      `insert into grid_node (code, name, geom, center, fictional, valid_from) select $1, $2, geom, ST_PointOnSurface(geom), true, '2026-01-01' from (select ${geom} as geom) g`,
      [code, name],
    );
  }
  await superuser.query(
    `insert into grid_worker (code, name, fictional, valid_from) values ($1, '甲', true, '2026-01-01'), ($2, '乙', true, '2026-01-01')`,
    [`${grid(1)}-2-01`, `${grid(2)}-2-01`],
  );
}

function serverOn(database: Database, given: readonly GridChangeParticipant[] = []) {
  const clock = new MovedClock();
  const [repository, shapes, participants] = [new GridChangesRepository(), new GridShapes(), new GridChangeParticipants()];
  participants.add(async () => given);
  const drafts = new GridDrafts(shapes, repository);
  const sweeper = new TimerSweeper(database, clock);
  new GridChangeExecution(database, repository, participants, clock, sweeper).onModuleInit();
  const grids = new GridsRepository();
  const locator = new GridLocator(grids, new Config({}));
  return {
    clock,
    sweeper,
    changes: new GridChangesService(database, drafts, shapes, repository, new GridPreviews(), participants, clock),
    grids: new GridsService(database, grids, locator, new BoundaryMemory()),
  };
}

/** A line from south to north through the first grid; its ends lie outside. */
const ACROSS: LineShape = {
  type: 'LineString',
  coordinates: [
    [130.004, 44.99],
    [130.005, 45.02],
  ],
};
const square = (west: number, south: number, east: number, north: number): PolygonShape => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const split = (code = grid(1), cut: LineShape | PolygonShape = ACROSS, names: string[] = []): GridChangeDraft => ({
  kind: 'split',
  code,
  cut,
  names,
});
const redraw = (outline: PolygonShape, neighbours: 'follow' | 'stay' = 'follow'): GridChangeDraft => ({
  kind: 'redraw',
  code: grid(2),
  outline,
  neighbours,
});

describeOnBothDatabases('changes of the unit grids', (getDatabase) => {
  beforeAll(() => arrange(getDatabase()));
  const database = () => getDatabase().database;
  const rows = <Row>(sql: string, values: unknown[] = []) => getDatabase().superuser.query<Row>(sql, values);
  const check = async (draft: GridChangeDraft) =>
    GridCheck.parse(await serverOn(database()).changes.check(viewer(), { draft, defaultPiece: 0, decisions: [] }));
  const problemsOf = async (draft: GridChangeDraft) =>
    (await check(draft)).problems.map(({ rule, refused }) => (refused ? rule : `(${rule})`));
  const plan = (
    server: ReturnType<typeof serverOn>,
    draft: GridChangeDraft,
    effectiveOn: string,
    id = uuid(),
  ): Promise<GridChangeView> =>
    server.changes.plan(viewer(), { id, draft, effectiveOn, reason: '居民增多', defaultPiece: 0, decisions: [] });

  describe('are checked against the ground', () => {
    test('a line across a grid makes two, named by the next free numbers, from west to east', async () => {
      const { pieces, problems, before } = await check(split());
      expect(problems).toEqual([]);
      expect(before).toEqual([{ code: grid(1), name: '团结社区第1网格' }]);
      expect(pieces.map(({ code, name }) => [code, name])).toEqual([
        [grid(5), '团结社区第5网格'],
        [grid(6), '团结社区第6网格'],
      ]);
      const [whole] = await rows<{ area: number }>('select area_km2 as area from grid_node where code = $1', [grid(1)]);
      expect(pieces.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(whole?.area ?? 0, 5);
      expect(pieces[0]?.center.lng).toBeLessThan(pieces[1]?.center.lng ?? 0);
    });

    test('an area cut out of a grid leaves the rest', async () => {
      const { pieces, problems } = await check(split(grid(1), square(130.002, 45.002, 130.006, 45.006), ['里面']));
      expect(problems).toEqual([]);
      expect(pieces.map(({ name }) => name)).toEqual(['里面', '团结社区第6网格']);
    });

    test.each<[string, GridChangeDraft, string[]]>([
      [
        'a line that ends inside',
        split(grid(1), {
          type: 'LineString',
          coordinates: [
            [130.004, 44.99],
            [130.004, 45.005],
          ],
        }),
        ['line-does-not-divide'],
      ],
      [
        'a line along the border',
        split(grid(1), {
          type: 'LineString',
          coordinates: [
            [130.01, 44.99],
            [130.01, 45.02],
          ],
        }),
        ['line-does-not-divide'],
      ],
      [
        'a line that crosses itself',
        split(grid(1), {
          type: 'LineString',
          coordinates: [
            [130.002, 44.99],
            [130.006, 45.008],
            [130.002, 45.008],
            [130.006, 45.002],
          ],
        }),
        ['self-crossing'],
      ],
      ['an area beside the grid', split(grid(1), square(130.02, 45, 130.03, 45.01)), ['area-does-not-divide']],
      [
        'a bow tie',
        redraw({
          type: 'Polygon',
          coordinates: [
            [
              [130.01, 45],
              [130.02, 45.01],
              [130.02, 45],
              [130.01, 45.01],
              [130.01, 45],
            ],
          ],
        }),
        ['self-crossing'],
      ],
      [
        'a ring that is not closed',
        redraw({
          type: 'Polygon',
          coordinates: [
            [
              [130.01, 45],
              [130.02, 45],
              [130.02, 45.01],
              [130.01, 45.01],
            ],
          ],
        }),
        ['not-closed'],
      ],
      ['an outline beyond the community', redraw(square(130.01, 44.99, 130.02, 45.01)), ['outside-parent']],
      ['an outline over a neighbour that stays', redraw(square(130.01, 45, 130.022, 45.01), 'stay'), ['overlap']],
      ['an outline that leaves a gap', redraw(square(130.01, 45, 130.018, 45.01), 'stay'), ['(gap)']],
      ['an outline over all of a neighbour', redraw(square(130.01, 45, 130.03, 45.01)), ['neighbour-swallowed']],
      ['grids that do not touch', { kind: 'merge', codes: [grid(1), grid(3)], names: [] }, ['not-adjacent']],
      [
        'a corner of a few square metres',
        split(grid(1), {
          type: 'LineString',
          coordinates: [
            [130.00015, 44.9999],
            [129.9999, 45.00015],
          ],
        }),
        ['piece-too-small'],
      ],
      ['a name it has already', { kind: 'rename', code: grid(1), name: '团结社区第1网格' }, ['nothing-changes']],
    ])('%s is told in words', async (_, draft, expected) => {
      expect(await problemsOf(draft)).toEqual(expected);
    });

    test('a self-crossing is told with its place, a gap with its area', async () => {
      const [crossing] = (
        await check(
          redraw({
            type: 'Polygon',
            coordinates: [
              [
                [130.01, 45],
                [130.02, 45.01],
                [130.02, 45],
                [130.01, 45.01],
                [130.01, 45],
              ],
            ],
          }),
        )
      ).problems;
      expect(crossing?.place?.lng).toBeCloseTo(130.015, 5);
      expect(crossing?.place?.lat).toBeCloseTo(45.005, 5);
      const [gap] = (await check(redraw(square(130.01, 45, 130.018, 45.01), 'stay'))).problems;
      expect(gap?.area).toBeGreaterThan(170_000);
      expect(gap?.place?.lng).toBeCloseTo(130.019, 4);
    });

    test('what a hand draws within a metre of a border lies on it', async () => {
      const { problems, pieces } = await check(redraw(square(130.010002, 45.000003, 130.019997, 45.010004)));
      expect(problems).toEqual([]);
      expect(pieces.map(({ code }) => code)).toEqual([grid(2)]);
    });

    test('neighbours give way to a redrawn grid and take over what it leaves, without a gap', async () => {
      const { problems, pieces } = await check(redraw(square(130.012, 45, 130.022, 45.01)));
      expect(problems).toEqual([]);
      expect(pieces.map(({ code }) => code)).toEqual([grid(1), grid(2), grid(3)]);
      const [first, , third] = pieces;
      expect(first?.area).toBeGreaterThan((third?.area ?? 0) * 1.4);
    });

    test('a grid outside the viewer’s street is not found, nor is a community a grid', async () => {
      const ask = (who: Viewer, draft: GridChangeDraft) =>
        serverOn(database()).changes.check(who, { draft, defaultPiece: 0, decisions: [] });
      await expect(ask(viewer('230302002'), split())).rejects.toMatchObject({ code: 'not-found' });
      await expect(ask(viewer(COMMUNITY), split())).rejects.toMatchObject({ code: 'not-found' });
      await expect(ask(viewer('230302', 'leader'), split())).rejects.toMatchObject({ code: 'not-found' });
      await expect(ask(viewer(), split(grid(77)))).rejects.toMatchObject({ code: 'not-found' });
      await expect(ask(viewer(), { kind: 'merge', codes: [grid(4), '230302001002001'], names: [] })).rejects.toMatchObject({
        code: 'grid.not-one-community',
      });
      await expect(ask(viewer(), split(COMMUNITY))).rejects.toMatchObject({ code: 'grid.not-one-community' });
    });
  });

  describe('are planned', () => {
    beforeEach(() => arrange(getDatabase()));

    test('once, however often they are sent, and take their codes away from later plans', async () => {
      const server = serverOn(database());
      const id = uuid();
      const first = await plan(server, split(), '2026-07-01', id);
      expect(first).toMatchObject({
        status: 'planned',
        mayUndo: true,
        effectiveOn: '2026-07-01',
        community: { name: '团结社区' },
      });
      expect(await plan(server, split(), '2026-07-01', id)).toEqual(first);
      await expect(plan(server, split(), '2026-07-02', id)).rejects.toMatchObject({ code: 'command.reused' });
      const second = await plan(
        server,
        split(grid(2), {
          type: 'LineString',
          coordinates: [
            [130.015, 44.9],
            [130.015, 45.1],
          ],
        }),
        '2026-07-01',
      );
      expect(second.after.map(({ code }) => code)).toEqual([grid(7), grid(8)]);
      const { items } = await server.changes.list(viewer(), { perPage: 1 });
      expect(items.map((item) => item.id)).toEqual([second.id]);
    });

    test('only one at a time for a grid, not in the past, and not with problems', async () => {
      const server = serverOn(database());
      await plan(server, split(), '2026-07-01');
      await expect(plan(server, { kind: 'merge', codes: [grid(1), grid(2)], names: [] }, '2026-08-01')).rejects.toMatchObject({
        code: 'grid.change-pending',
      });
      await expect(plan(server, split(grid(2)), '2026-06-11')).rejects.toMatchObject({ code: 'grid.change-date' });
      const crossing = redraw({
        type: 'Polygon',
        coordinates: [
          [
            [130.01, 45],
            [130.02, 45.01],
            [130.02, 45],
            [130.01, 45.01],
            [130.01, 45],
          ],
        ],
      });
      await expect(plan(server, crossing, '2026-07-01')).rejects.toMatchObject({
        code: 'grid.topology',
        details: { fields: [{ path: 'body.draft', rule: 'self-crossing at 130.015000,45.005000' }] },
      });
    });

    test('and taken back before their day: nothing happens then', async () => {
      const server = serverOn(database());
      const { id, version } = await plan(server, split(), '2026-07-01');
      await expect(server.changes.undo(viewer(), id, version + 1)).rejects.toMatchObject({ code: 'record.stale' });
      await expect(server.changes.undo(viewer('230302002'), id, version)).rejects.toMatchObject({ code: 'not-found' });
      expect(await server.changes.undo(viewer(), id, version)).toMatchObject({
        status: 'undone',
        mayUndo: false,
        endedBy: '值班长',
      });
      await expect(server.changes.undo(viewer(), id, version + 1)).rejects.toMatchObject({ code: 'grid.change-over' });
      server.clock.at = '2026-07-01T08:00:00+08:00';
      await server.sweeper.sweep();
      expect((await server.grids.list({ parent: COMMUNITY })).items).toHaveLength(4);
      // The codes were never anybody's.
      expect((await plan(server, split(), '2026-07-02')).after[0]?.code).toBe(grid(5));
    });
  });

  describe('are carried out on their day', () => {
    beforeEach(() => arrange(getDatabase()));
    const at = async (server: ReturnType<typeof serverOn>, day: string) => {
      server.clock.at = `${day}T00:00:00+08:00`;
      await server.sweeper.sweep();
    };

    test('a split: the old code ends, the new ones begin, and each knows of the other', async () => {
      const server = serverOn(database());
      const boundaries = await server.grids.boundaries({ parent: COMMUNITY });
      await plan(server, split(), '2026-07-01');
      await at(server, '2026-06-30');
      expect((await server.grids.locate({ lng: 130.001, lat: 45.005 })).chain.gridCode).toBe(grid(1));
      await at(server, '2026-07-01');
      expect((await server.grids.locate({ lng: 130.001, lat: 45.005 })).chain.gridCode).toBe(grid(5));
      expect((await server.grids.locate({ lng: 130.009, lat: 45.005 })).chain.gridCode).toBe(grid(6));
      expect((await server.grids.list({ parent: COMMUNITY })).items.map(({ code }) => code)).toEqual([2, 3, 4, 5, 6].map(grid));
      expect((await server.grids.boundaries({ parent: COMMUNITY })).features).toHaveLength(boundaries.features.length + 1);
      expect(await server.grids.get(grid(1))).toMatchObject({
        validFrom: '2026-01-01',
        validTo: '2026-07-01',
        became: [{ code: grid(5), on: '2026-07-01' }, { code: grid(6) }],
        workers: [],
      });
      expect(await server.grids.get(grid(5))).toMatchObject({
        validFrom: '2026-07-01',
        validTo: null,
        madeFrom: [{ code: grid(1), name: '团结社区第1网格' }],
        workers: [{ code: `${grid(5)}-2-01`, name: '甲' }],
      });
    });

    test('a merger: its workers are numbered anew, and the codes never come back', async () => {
      const server = serverOn(database());
      await plan(server, { kind: 'merge', codes: [grid(1), grid(2)], names: ['团结社区联合网格'] }, TODAY);
      await server.sweeper.sweep();
      const merged = await server.grids.get(grid(5));
      expect(merged).toMatchObject({ name: '团结社区联合网格', validFrom: TODAY });
      expect(merged.workers.map(({ code, name }) => [code, name])).toEqual([
        [`${grid(5)}-2-01`, '甲'],
        [`${grid(5)}-2-02`, '乙'],
      ]);
      expect((await check({ kind: 'merge', codes: [grid(3), grid(4)], names: [] })).pieces[0]?.code).toBe(grid(6));
    });

    test('a new name and a new outline leave the code, and the days before as they were', async () => {
      const server = serverOn(database());
      await plan(server, { kind: 'rename', code: grid(2), name: '幸福网格' }, '2026-06-20');
      await at(server, '2026-06-20');
      await plan(server, redraw(square(130.012, 45, 130.022, 45.01)), '2026-07-01');
      await at(server, '2026-07-01');
      const names = async (asOf?: string) =>
        (await server.grids.list({ parent: COMMUNITY, asOf })).items.map(({ name }) => name)[1];
      expect([await names('2026-06-19'), await names('2026-06-20'), await names()]).toEqual([
        '团结社区第2网格',
        '幸福网格',
        '幸福网格',
      ]);
      const area = async (asOf?: string) => (await server.grids.list({ parent: COMMUNITY, asOf })).items[0]?.area ?? 0;
      expect(await area('2026-06-30')).toBeCloseTo(await area('2026-01-01'), 6);
      expect(await area('2026-07-01')).toBeCloseTo((await area('2026-06-30')) * 1.2, 3);
      expect(await area()).toBe(await area('2026-07-01'));
      expect((await server.grids.locate({ lng: 130.011, lat: 45.005 })).chain.gridCode).toBe(grid(1));
      await expect(server.grids.list({ parent: COMMUNITY, asOf: '2025-12-31' })).rejects.toMatchObject({ code: 'not-found' });
    });

    test('the tree of a day before a split has the old grid, on the map as well', async () => {
      const server = serverOn(database());
      await plan(server, split(), '2026-07-01');
      await at(server, '2026-07-01');
      const before = await server.grids.list({ parent: COMMUNITY, asOf: '2026-06-30' });
      expect(before.items.map(({ code }) => code)).toEqual([1, 2, 3, 4].map(grid));
      expect((await server.grids.list({ parent: '230302001', asOf: '2026-06-30' })).items[0]?.childCount).toBe(4);
      const { features } = await server.grids.boundaries({ parent: COMMUNITY, level: 'grid', asOf: '2026-06-30' });
      expect(features.map(({ id }) => id)).toEqual([1, 2, 3, 4].map(grid));
      expect((await server.grids.list({ q: '第1网格', asOf: '2026-06-30' })).items.map(({ code }) => code)).toContain(grid(1));
    });

    test('lapse where the grid was drawn anew meanwhile', async () => {
      const server = serverOn(database());
      const { id } = await plan(server, split(), '2026-07-01');
      await rows('update grid_node set geom = ST_Multi(ST_MakeEnvelope(130, 45, 130.01, 45.009, 4326)) where code = $1', [
        grid(1),
      ]);
      await at(server, '2026-07-01');
      expect(await server.changes.get(viewer(), id)).toMatchObject({ status: 'lapsed', mayUndo: false });
      expect((await server.grids.list({ parent: COMMUNITY })).items).toHaveLength(4);
    });

    test('wholly or not at all: cut off in the middle, everything is as before, and the next round goes on', async () => {
      let isCutOff = true;
      const participant: GridChangeParticipant = {
        kind: 'things',
        label: { zh: '物', en: 'Things' },
        preview: async () => ({ total: 1, undecided: 0, to: [] }),
        list: async () => [],
        move: async () => {
          if (isCutOff) throw new Error('killed');
          return { total: 3, undecided: 1, to: [{ code: grid(5), count: 3 }] };
        },
      };
      const server = serverOn(database(), [participant]);
      const { id } = await plan(server, split(), '2026-07-01');
      await at(server, '2026-07-01');
      expect((await server.grids.list({ parent: COMMUNITY })).items.map(({ code }) => code)).toEqual([1, 2, 3, 4].map(grid));
      expect((await server.changes.get(viewer(), id)).status).toBe('planned');
      isCutOff = false;
      // Another process, when the lease of the one that died is over.
      const next = serverOn(database(), [participant]);
      next.clock.at = '2026-07-01T00:01:01+08:00';
      await next.sweeper.sweep();
      const done = await next.changes.get(viewer(), id);
      expect(done).toMatchObject({ status: 'effective', moves: [{ kind: 'things', total: 3, undecided: 1 }] });
      // What came while the grids changed places is gathered a minute later, and added.
      next.clock.at = '2026-07-01T00:02:30+08:00';
      await next.sweeper.sweep();
      expect((await next.changes.get(viewer(), id)).moves).toEqual([
        { kind: 'things', label: participant.label, total: 6, undecided: 2, to: [{ code: grid(5), count: 6 }] },
      ]);
      expect(await rows('select id from timer')).toEqual([]);
      const entries = await rows<{ action: string; details: { moved?: unknown } }>(
        `select action, details from audit_entry where subject_id = $1 order by position`,
        [id],
      );
      expect(entries.map(({ action }) => action)).toEqual(['grid.change-plan', 'grid.change']);
      expect(entries[1]?.details.moved).toEqual([{ kind: 'things', total: 3 }]);
    });
  });

  describe('stand behind the walls', () => {
    beforeEach(() => arrange(getDatabase()));

    test('plans are read by the supervision above them, also where the application forgets to ask', async () => {
      const server = serverOn(database());
      const { id } = await plan(server, split(), '2026-07-01');
      const all = {
        name: 'test.grid-changes',
        text: 'select c.id from grid_change c join grid_change_piece p on p.change_id = c.id',
      };
      const seen = async (lens: Parameters<Database['as']>[0]) =>
        (await database().as(lens, (tx) => tx.query<{ id: string }>(all))).length;
      expect(await seen({ kind: 'district', code: '230302' })).toBe(2);
      expect(await seen({ kind: 'street', code: '230302001' })).toBe(2);
      expect(await seen({ kind: 'street', code: '230302002' })).toBe(0);
      expect(await seen({ kind: 'region', code: '2303' })).toBe(2);
      expect(await seen({ kind: 'district', code: '230303' })).toBe(0);
      expect(await seen({ kind: 'record', id: uuid() })).toBe(0);
      await expect(seen({ kind: 'community', code: COMMUNITY })).rejects.toMatchObject({ code: '42501' });
      await expect(server.changes.get(viewer('230302002'), id)).rejects.toMatchObject({ code: 'not-found' });
      expect((await server.changes.list(viewer('230302002'), { perPage: 10 })).items).toEqual([]);
      const { superuser } = getDatabase();
      await superuser.query('alter table grid_change disable row level security');
      try {
        await expect(server.changes.get(viewer('230302002'), id)).rejects.toMatchObject({ code: 'not-found' });
        expect((await server.changes.list(viewer('230302002'), { perPage: 10 })).items).toEqual([]);
      } finally {
        await superuser.query('alter table grid_change enable row level security');
      }
    });
  });
});
