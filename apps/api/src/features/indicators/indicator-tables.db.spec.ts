import { beforeAll, expect, test } from '@jest/globals';
import type { IndicatorKey } from '@wangge/contracts';
import { INDICATORS, indicatorsOf, type IndicatorSubject } from '@wangge/domain';
import fc from 'fast-check';
import { SystemClock } from '../../platform/clock/clock.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { CounterFolding } from './counter-folding.js';
import { rebuildCounters } from './counter-rebuild.js';
import { CountersRepository } from './counters.repository.js';
import { IndicatorCases } from './indicator-cases.service.js';
import { IndicatorTables } from './indicator-tables.service.js';
import { PlacesRepository } from './places.repository.js';
import { arrange, calendar, NOW, store, viewerOf, way } from './testing/random-district.js';
import { walk } from './testing/random-loop.js';

const PERIOD = { from: '2026-06-01', to: '2026-06-13' };

class FixedClock extends SystemClock {
  override now(): Date {
    return new Date(NOW);
  }
}

describeOnBothDatabases('the tables of indicators', (getDatabase) => {
  let tables: IndicatorTables;
  let behind: IndicatorCases;
  let folding: CounterFolding;
  beforeAll(async () => {
    const { database } = getDatabase();
    await arrange(getDatabase());
    tables = new IndicatorTables(database, new CountersRepository(), new PlacesRepository());
    behind = new IndicatorCases(database);
    folding = new CounterFolding(database, new FixedClock());
    const ways = fc.sample(way, { numRuns: 30, seed: 230302 });
    for (const [index, { grid, classCode, from, choices }] of ways.entries()) {
      await store(getDatabase(), walk(grid, classCode, from, NOW, choices, calendar));
      if (index === 20) await folding.fold();
    }
  }, 120_000);

  /** The times of all cases of a side, page by page. */
  async function opened(scope: string, key: IndicatorKey, side: 'part' | 'whole', departmentId?: string): Promise<number> {
    let [times, cursor]: [number, string | undefined] = [0, undefined];
    for (;;) {
      const more = { ...(departmentId ? { departmentId } : {}), ...(cursor ? { cursor } : {}) };
      const page = await behind.list(viewerOf('230302'), { ...PERIOD, ...more, scope, key, side, perPage: 7 });
      times += page.items.reduce((sum, item) => sum + item.times, 0);
      if (page.nextCursor === null) return times;
      cursor = page.nextCursor;
    }
  }

  test.each(['area', 'department'] as const satisfies readonly IndicatorSubject[])(
    'open to exactly their cases, by %s',
    async (by) => {
      const { rows } = await tables.table(viewerOf('230302'), { ...PERIOD, scope: '230302', by });
      expect(rows.length).toBeGreaterThan(1);
      let seen = 0;
      for (const { id, cells } of rows) {
        const [scope, department] = by === 'area' ? [id ?? '', undefined] : ['230302', id ?? undefined];
        for (const { key, part, whole } of cells) {
          const isMean = INDICATORS[key].kind === 'mean';
          if (!isMean) expect([id, key, await opened(scope, key, 'part', department)]).toEqual([id, key, part]);
          if (whole !== null) expect([id, key, await opened(scope, key, 'whole', department)]).toEqual([id, key, whole]);
          seen += part;
        }
      }
      expect(seen).toBeGreaterThan(50);
    },
    120_000,
  );

  test('hold every indicator there is for their kind, and the node as the sum', async () => {
    const { rows, total, name } = await tables.table(viewerOf('230302'), { ...PERIOD, scope: '230302', by: 'area' });
    expect(total.cells.map(({ key }) => key)).toEqual(indicatorsOf('area'));
    expect(name).toBe('名称230302');
    const sum = rows.reduce((all, { cells }) => all + (cells.find(({ key }) => key === 'reported')?.value ?? 0), 0);
    expect(total.cells.find(({ key }) => key === 'reported')?.value).toBe(sum);
  });

  test('show nobody a node or a case outside his area', async () => {
    const outside = viewerOf('230302002');
    await expect(tables.table(outside, { ...PERIOD, scope: '230302001', by: 'area' })).rejects.toMatchObject({ code: 'not-found' });
    const query = { ...PERIOD, key: 'reported', side: 'part', perPage: 100 } as const;
    await expect(behind.list(outside, { ...query, scope: '230302001' })).rejects.toMatchObject({ code: 'not-found' });
    const [all, own] = [await behind.list(viewerOf('230302'), query), await behind.list(outside, query)];
    expect(own.items.length).toBeGreaterThan(0);
    expect(own.items.length).toBeLessThan(all.items.length);
  });

  test('come from counters that equal what happened, and are made again where somebody changed one', async () => {
    const { database, superuser } = getDatabase();
    await folding.fold();
    await folding.gather();
    const whole = await rebuildCounters(database, new Date(NOW));
    expect(whole.differing).toBe(0);
    const before = await tables.table(viewerOf('230302'), { ...PERIOD, scope: '230302', by: 'area' });
    await superuser.query(`update event_counter set count = count + 3 where measure = 'reported' and node_code = '230302'`);
    expect((await rebuildCounters(database, new Date(NOW))).differing).toBeGreaterThan(0);
    expect((await rebuildCounters(database, new Date(NOW))).differing).toBe(0);
    expect(await tables.table(viewerOf('230302'), { ...PERIOD, scope: '230302', by: 'area' })).toEqual(before);
  });
});
