import { calendarFrom, type Viewer } from '@wangge/domain';
import fc from 'fast-check';
import type { TestDatabase } from '../../../testing/index.js';
import { EventsRepository } from '../../events/index.js';
import { DEPARTMENTS, type Step } from './random-loop.js';

export const calendar = calendarFrom([]);
export const NOW = '2026-06-12T06:30:00.000Z';
export const GRIDS = ['230302001001001', '230302001001002', '230302001002001', '230302002001001'];
export const EVER = { from: '2026-01-01T00:00:00+08:00', to: '2026-07-01T00:00:00+08:00' };
export const NODES = [...new Set(GRIDS.flatMap((code) => [6, 9, 12, 15].map((length) => code.slice(0, length))))];

export const viewerOf = (scope: string, role: 'leader' | 'resident' = 'leader'): Viewer => ({
  accountId: '01999999-0000-7000-8000-0000000000aa',
  name: '领导',
  districtCode: '230302',
  assignments: [{ role, scope }],
});
export async function arrange({ superuser }: TestDatabase): Promise<void> {
  await superuser.query(
    `insert into grid_node (code, name, geom, center, fictional, valid_from)
     select code, '名称' || code, ST_Multi(ST_MakeEnvelope(130, 45, 131, 46, 4326)), ST_SetSRID(ST_MakePoint(130.5, 45.5), 4326), true, '2026-01-01'
       from unnest($1::text[]) as code order by length(code)`,
    [NODES],
  );
  await superuser.query(
    `insert into grid_worker (code, name, fictional, valid_from) values ('230302001001001-2-01', '某人', true, '2026-01-01')`,
  );
  await superuser.query(
    `insert into department (district_code, id, name, serves, created_at)
     select '230302', id, '部门' || left(id::text, 3) || n, '230302', now() from unnest($1::uuid[]) with ordinality as d (id, n)`,
    [DEPARTMENTS],
  );
}

export async function store({ database }: TestDatabase, steps: readonly Step[]): Promise<void> {
  const repository = new EventsRepository();
  for (const { event, deltas, entry, isFirst } of steps) {
    await database.as({ kind: 'record', id: event.id }, async (tx) => {
      if (isFirst) await repository.insert(tx, event, null);
      else await repository.update(tx, event, null);
      if (entry) await repository.appendLog(tx, event, entry);
      await repository.appendDeltas(tx, event, deltas);
    });
  }
}

export const way = fc.record({
  grid: fc.constantFrom(...GRIDS),
  classCode: fc.option(fc.constantFrom('01001', '08001')),
  from: fc.integer({ min: 1, max: 16 * 24 * 60 }).map((minutes) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString()),
  choices: fc.array(fc.record({ pick: fc.nat(1000), minutes: fc.integer({ min: 1, max: 600 }) }), { maxLength: 18 }),
  foldAfter: fc.boolean(),
});
