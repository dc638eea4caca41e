import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Board } from '@wangge/contracts';
import { areaLens, OPEN_STATUSES, STAGE_OF, STAGES } from '@wangge/domain';
import fc from 'fast-check';
import { SystemClock } from '../../platform/clock/clock.js';
import { appendFact } from '../../platform/outbox/outbox.js';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { EventsRepository } from '../events/index.js';
import { Standards } from '../standards/index.js';
import { BoardService } from './board.service.js';
import { BoardEventsRepository } from './board-events.repository.js';
import { CounterFolding } from './counter-folding.js';
import { CountersRepository } from './counters.repository.js';
import { IndicatorsService } from './indicators.service.js';
import { momentOf } from './moment.js';
import { PlacesRepository } from './places.repository.js';
import { arrange, calendar, EVER, GRIDS, NODES, NOW, store, viewerOf, way } from './testing/random-district.js';
import { TYPED_WORDS, walk } from './testing/random-loop.js';

class MovedClock extends SystemClock {
  at = NOW;
  override now(): Date {
    return new Date(this.at);
  }
}

const figure = (board: Board, key: string) => board.figures.find((each) => each.key === key);

function serverOn({ database }: TestDatabase) {
  const clock = new MovedClock();
  const [counters, places, events] = [new CountersRepository(), new PlacesRepository(), new BoardEventsRepository()];
  const standards = { of: () => ({ findName: (code: string) => `名称${code}` }) } as unknown as Standards;
  return {
    clock,
    counters,
    events,
    folding: new CounterFolding(database, clock),
    boards: new BoardService(database, counters, places, events, standards, clock),
    indicators: new IndicatorsService(database, counters, places),
  };
}

/** Counted from the events and their timeline, past every counter. */
async function recount({ superuser }: TestDatabase, node: string) {
  const one = async (text: string, ...more: unknown[]) =>
    (await superuser.query<{ value: number }>(text, [node, ...more]))[0]?.value ?? 0;
  const day = (column: string) => `(${column} at time zone 'UTC' + interval '8 hours')::date`;
  const log = `event_log join event on event.id = event_log.event_id where grid_code ^@ $1`;
  const today = (action: string) =>
    one(`select count(*)::int as value from ${log} and action = $2 and ${day('at')} = '2026-06-12'`, action);
  const stages = await Promise.all(
    STAGES.map(async (stage) => {
      const rows = await superuser.query<{ from_status: keyof typeof STAGE_OF; to_status: keyof typeof STAGE_OF }>(
        `select from_status, to_status from ${log} and from_status is not null and ${day('at')} = '2026-06-12'`,
        [node],
      );
      const statuses = Object.entries(STAGE_OF).flatMap(([status, of]) => (of === stage ? [status] : []));
      return {
        stage,
        passed: rows.filter((row) => STAGE_OF[row.from_status] === stage && STAGE_OF[row.to_status] !== stage).length,
        present: await one('select count(*)::int as value from event where grid_code ^@ $1 and status = any($2)', statuses),
        overdue: await one(
          'select count(*)::int as value from event where grid_code ^@ $1 and overdue and status = any($2)',
          statuses,
        ),
      };
    }),
  );
  return {
    reported: await one(
      `select count(*)::int as value from event where grid_code ^@ $1 and ${day('reported_at')} = '2026-06-12'`,
    ),
    closed: (await today('close')) - (await today('reopen')),
    open: await one('select count(*)::int as value from event where grid_code ^@ $1 and status = any($2)', OPEN_STATUSES),
    overdue: await one('select count(*)::int as value from event where grid_code ^@ $1 and overdue'),
    'handling-minutes': (
      await superuser.query<{ value: number | null }>(
        `select avg(round(used_minutes))::float8 as value from ${log} and action = 'finish' and ${day('at')} >= '2026-06-01'`,
        [node],
      )
    )[0]?.value,
    stages,
    departments: await superuser.query(
      `select department.name, open::int, overdue::int, used_share as "usedShare" from department
         left join lateral (
           select count(*) as open, count(*) filter (where overdue) as overdue from event
            where grid_code ^@ $1 and event.department_id = department.id and status in ('assigned', 'handling', 'suspended')) as held on true
         left join lateral (
           select (sum(round(used_minutes)) / nullif(sum(limit_minutes), 0))::float8 as used_share from event_log
            where action = 'finish' and department_id = department.id and ${day('at')} >= '2026-06-01'
              and event_id in (select id from event where grid_code ^@ $1)) as handled on true
        where open > 0 or used_share is not null
        order by used_share desc nulls last, overdue desc, open desc, name collate "C"`,
      [node],
    ),
    rate: (
      await superuser.query<{ value: number | null }>(
        `select (count(*) filter (where status in ('closed', 'rated', 'archived')
                   and (handling_clock ->> 'usedMinutes')::float8 <= (handling_clock ->> 'limitMinutes')::float8)
                 / nullif(count(*) filter (where counted_due and not excused), 0)::float8) as value from event where grid_code ^@ $1`,
        [node],
      )
    )[0]?.value,
    classes: await superuser.query(
      `select class_code as code, count(*)::int as today from event
        where grid_code ^@ $1 and ${day('reported_at')} = '2026-06-12' group by 1 order by 2 desc, 1`,
      [node],
    ),
  };
}

function counted(board: Board) {
  const value = (key: string) => figure(board, key)?.value;
  return {
    reported: value('reported'),
    closed: value('closed'),
    open: value('open'),
    overdue: value('overdue'),
    'handling-minutes': value('handling-minutes'),
    stages: board.stages,
    departments: board.departments,
    classes: board.classes
      .filter(({ today }) => today > 0)
      .map(({ code, today }) => ({ code, today }))
      .sort((a, b) => b.today - a.today || ((a.code ?? '~') < (b.code ?? '~') ? -1 : 1)),
  };
}

describeOnBothDatabases('the indicators', (getDatabase) => {
  let server: ReturnType<typeof serverOn>;
  beforeAll(async () => {
    await arrange(getDatabase());
    server = serverOn(getDatabase());
  }, 60_000);
  beforeEach(() => {
    server.clock.at = NOW;
  });
  const board = (node: string, viewer = viewerOf(node)) => server.boards.board(viewer, node);
  const waiting = async () =>
    (await getDatabase().superuser.query<{ n: number }>('select count(*)::int as n from event_delta'))[0]?.n;

  test('are zero or unknown, never wrong, before anything has happened', async () => {
    const empty = Board.parse(await board('230302'));
    expect(empty.figures.map(({ key, value }) => [key, value])).toEqual([
      ['reported', 0],
      ['closed', 0],
      ['open', 0],
      ['overdue', 0],
      ['on-time-rate', null],
      ['handling-minutes', null],
    ]);
    expect(empty.areas.map(({ code, open, onTimeRate }) => [code, open, onTimeRate])).toEqual([
      ['230302001', 0, null],
      ['230302002', 0, null],
    ]);
    expect(empty.levels).toEqual([
      { level: 'district', total: 1 },
      { level: 'street', total: 2 },
      { level: 'community', total: 3 },
      { level: 'grid', total: 4 },
      { level: 'worker', total: 1 },
    ]);
  });

  test('are what the events and their timeline say, at every node, whatever way events went and whenever they were folded', async () => {
    const taken = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(way, { minLength: 3, maxLength: 8 }), async (ways) => {
        for (const { grid, classCode, from, choices, foldAfter } of ways) {
          const walked = walk(grid, classCode, from, NOW, choices, calendar);
          for (const { entry } of walked) taken.set(entry?.action ?? 'overdue', (taken.get(entry?.action ?? 'overdue') ?? 0) + 1);
          await store(getDatabase(), walked);
          if (foldAfter) await server.folding.fold();
        }
        for (const node of NODES) {
          const { items } = await server.indicators.list(viewerOf(node), { ...EVER, keys: ['on-time-rate'] });
          const said = { node, ...counted(await board(node)), rate: items[0]?.value };
          expect(said).toEqual({ node, ...(await recount(getDatabase(), node)) });
        }
      }),
      { numRuns: 8, endOnFailure: true, seed: 230302 },
    );
    for (const action of ['overdue', 'file', 'return', 'finish', 'suspend', 'close'])
      expect([action, taken.get(action) ?? 0]).not.toEqual([action, 0]);
  }, 240_000);

  test('are the same before and after folding, and folding again folds nothing', async () => {
    await store(getDatabase(), walk(GRIDS[0] ?? '', null, '2026-06-12T01:10:00.000Z', NOW, [], calendar));
    const before = await board('230302');
    expect(await waiting()).toBeGreaterThan(0);
    expect(await server.folding.fold()).toBeGreaterThan(0);
    expect(await waiting()).toBe(0);
    expect(await server.folding.fold()).toBe(0);
    expect(await board('230302')).toEqual(before);
  });

  test('count nothing twice when two servers fold at once', async () => {
    const ways = fc.sample(way, { numRuns: 12, seed: 7 });
    for (const { grid, classCode, from, choices } of ways)
      await store(getDatabase(), walk(grid, classCode, from, NOW, choices, calendar));
    const before = await board('230302');
    const total = await waiting();
    const other = new CounterFolding(getDatabase().database, server.clock);
    const folded = await Promise.all([server.folding.fold(), other.fold(), server.folding.fold(), other.fold()]);
    expect(folded.reduce((sum, n) => sum + n, 0)).toBe(total);
    expect(await board('230302')).toEqual(before);
  });

  test('include a step that commits after younger ones were folded', async () => {
    const { kind, database } = getDatabase();
    // The embedded database has one session: nobody folds while another transaction is open.
    if (kind === 'embedded') return;
    const [late] = walk(GRIDS[0] ?? '', null, '2026-06-12T02:10:00.000Z', '2026-06-12T02:11:00.000Z', [], calendar);
    if (!late) throw new Error('a way begins with a report');
    const before = figure(await board('230302'), 'reported')?.value ?? 0;
    let finish = () => undefined as void;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let written = () => undefined as void;
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const repository = new EventsRepository();
    const slow = database.as({ kind: 'record', id: late.event.id }, async (tx) => {
      await repository.insert(tx, late.event, null);
      await repository.appendDeltas(tx, late.event, late.deltas);
      written();
      await gate;
    });
    await isWritten;
    await store(getDatabase(), walk(GRIDS[0] ?? '', null, '2026-06-12T02:12:00.000Z', '2026-06-12T02:13:00.000Z', [], calendar));
    await server.folding.fold();
    finish();
    await slow;
    expect(figure(await board('230302'), 'reported')?.value).toBe(before + 2);
    await server.folding.fold();
    expect(figure(await board('230302'), 'reported')?.value).toBe(before + 2);
  });

  test('stay the same when old hours and days are gathered, in fewer rows', async () => {
    await server.folding.fold();
    const rows = async () =>
      (await getDatabase().superuser.query<{ n: number }>('select count(*)::int as n from event_counter'))[0]?.n ?? 0;
    server.clock.at = '2026-08-20T06:30:00.000Z';
    const [before, rowsBefore] = [await board('230302'), await rows()];
    expect(await server.folding.gather()).toBeGreaterThan(0);
    expect(await board('230302')).toEqual(before);
    expect(await rows()).toBeLessThan(rowsBefore / 2);
    expect(await server.folding.gather()).toBe(0);
    const days = await getDatabase().superuser.query(
      `select distinct to_char(day, 'YYYY-MM-DD') as day, hour from event_counter where measure ^@ 'in:'`,
    );
    expect(days.length).toBeLessThanOrEqual(2);
    const report = { from: '2026-06-01T00:00:00+08:00', to: '2026-07-01T00:00:00+08:00', keys: ['open' as const] };
    const { items } = await server.indicators.list(viewerOf('230302'), report);
    expect(items[0]?.value).toBe(figure(before, 'open')?.value);
  });

  describe('of a period', () => {
    const list = (from: string, to: string, scope?: string, viewer = viewerOf('230302')) =>
      server.indicators.list(viewer, { from, to, ...(scope ? { scope } : {}), keys: ['reported', 'open', 'on-time-rate'] });

    test('add up over neighbouring periods', async () => {
      const value = async (from: string, to: string) => (await list(from, to)).items[0]?.value ?? 0;
      const whole = await value('2026-05-20T00:00:00+08:00', '2026-06-13T00:00:00+08:00');
      const parts = await Promise.all([
        value('2026-05-20T00:00:00+08:00', '2026-06-12T10:17:00+08:00'),
        value('2026-06-12T10:17:00+08:00', '2026-06-13T00:00:00+08:00'),
      ]);
      expect(whole).toBeGreaterThan(0);
      expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(whole);
    });

    test('of a city are those of its districts', async () => {
      const period = ['2026-05-20T00:00:00+08:00', '2026-06-13T00:00:00+08:00'] as const;
      const city = await list(...period, '2303', viewerOf('23'));
      expect(city).toEqual({ ...(await list(...period)), scope: '2303' });
    });

    test('that ends before it begins are refused', async () => {
      await expect(list('2026-06-13T00:00:00+08:00', '2026-06-12T00:00:00+08:00')).rejects.toMatchObject({
        code: 'request.invalid',
      });
    });
  });

  describe('behind the walls', () => {
    const mine = '230302002';
    const foreign = '230302001';
    const scope = { lens: areaLens(mine), code: foreign };
    const wanted = { flows: ['reported' as const], from: '2026-01-01', stocks: ['in:reported' as const] };
    const asked = { lens: areaLens(foreign), nodes: [foreign] };
    beforeAll(async () => {
      await store(getDatabase(), walk(GRIDS[0] ?? '', '01001', '2026-06-12T06:00:00.000Z', NOW, [], calendar));
      await server.folding.fold();
      await store(getDatabase(), walk(GRIDS[0] ?? '', '01001', '2026-06-12T06:00:00.000Z', NOW, [], calendar));
    });

    test('a node of another street does not exist, and neither does one that is not there', async () => {
      for (const code of [foreign, '230302', '230399', '230302002999', '2303']) {
        await expect(board(code, viewerOf(mine))).rejects.toMatchObject({ code: 'not-found' });
      }
      await expect(server.boards.board(viewerOf(mine, 'resident'), undefined)).rejects.toMatchObject({
        code: 'permission.denied',
      });
      expect((await server.boards.board(viewerOf(mine), undefined)).scope).toBe(mine);
    });

    test('who oversees a city starts at a district, and the way back ends at the viewer’s area', async () => {
      expect(await server.boards.board(viewerOf('2303'), undefined)).toMatchObject({ scope: '230302', level: 'district' });
      const grid = await board(GRIDS[0] ?? '', viewerOf(foreign));
      expect(grid.path.map(({ code }) => code)).toEqual([foreign, '230302001001', GRIDS[0]]);
      expect(grid.areas.map(({ code }) => code)).toEqual([GRIDS[0]]);
    });

    test('the filter alone shows a viewer of another street nothing', async () => {
      const { superuser, database } = getDatabase();
      const all = 'event, event_log, event_counter, event_delta'.split(', ');
      for (const table of all) await superuser.query(`alter table ${table} disable row level security`);
      try {
        await database.as(areaLens(mine), async (tx) => {
          expect(await server.counters.tallies(tx, { ...asked, lens: areaLens(mine) }, wanted, momentOf(new Date(NOW)))).toEqual(
            [],
          );
          expect(await server.counters.tallies(tx, asked, wanted, momentOf(new Date(NOW)))).not.toEqual([]);
          expect(await server.events.changed(tx, scope, '2026-01-01T00:00:00Z', 10)).toEqual([]);
          expect(await server.events.news(tx, scope, '2026-01-01T00:00:00Z', 10)).toEqual([]);
          expect(await server.events.overdue(tx, scope, NOW, 10)).toEqual([]);
        });
      } finally {
        for (const table of all) await superuser.query(`alter table ${table} enable row level security`);
      }
    });

    test('the policies alone show a viewer of another street nothing', async () => {
      const open = { lens: areaLens(foreign), code: foreign };
      const read = (lens: string) =>
        getDatabase().database.as(areaLens(lens), async (tx) => [
          await server.counters.tallies(tx, asked, wanted, momentOf(new Date(NOW))),
          await server.events.changed(tx, open, '2026-01-01T00:00:00Z', 10),
          await server.events.news(tx, open, '2026-01-01T00:00:00Z', 10),
          await server.events.overdue(tx, open, NOW, 10),
        ]);
      expect(await read(mine)).toEqual([[], [], [], []]);
      for (const rows of await read(foreign)) expect(rows).not.toEqual([]);
    });

    test('a role that has no scope shows no counter', async () => {
      for (const role of ['region', 'district', 'street', 'community', 'grid']) {
        const seen = await getDatabase().database.as({ kind: 'reference' }, async (tx) => {
          await tx.query({ name: `counters.role.${role}`, text: `set local role app_${role}` });
          const text = 'select (select count(*) from event_counter)::int + (select count(*) from event_delta)::int as n';
          return tx.query<{ n: number }>({ name: `counters.seen.${role}`, text });
        });
        expect(seen).toEqual([{ n: 0 }]);
      }
    });

    test('news stand where the stream has them, so that a screen shows each once', async () => {
      const { database } = getDatabase();
      const { news } = await board('230302');
      const [row] = await database.as(areaLens('230302'), (tx) =>
        server.events.news(tx, { lens: areaLens('230302'), code: '230302' }, '2026-01-01T00:00:00Z', 1),
      );
      const payload = { id: row?.event_id, at: news[0]?.at };
      await database.as({ kind: 'record', id: row?.event_id ?? '' }, (tx) =>
        appendFact(tx, { name: 'EventChanged', districtCode: '230302', payload }),
      );
      const [{ position } = { position: '' }] = await getDatabase().superuser.query<{ position: string }>(
        'select max(position)::text as position from outbox',
      );
      expect((await board('230302')).news[0]).toEqual({ ...news[0], position });
      expect(news[0]?.position).not.toBe(position);
    });

    test('the board holds no word that a person has written, and nobody’s name', async () => {
      const text = JSON.stringify(await board('230302'));
      expect(text).toContain('"news":[{');
      expect(text).toContain('"markers":[{');
      for (const word of [TYPED_WORDS, '王小明', '13800001234', '某人', '网格员']) expect(text).not.toContain(word);
    });
  });
});
