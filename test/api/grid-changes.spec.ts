import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import {
  eventsApi,
  gridChangesApi,
  type GridChangeView,
  gridsApi,
  indicatorsApi,
  type PolygonShape,
  registersApi,
} from '@wangge/contracts';
import { newId, refusal, report } from './events.js';
import { canary, create, residentValues } from './registers.js';
import { KINDS, RunningServer } from './running-server.js';
import { Wire } from './wire.js';

jest.setTimeout(240_000);

const OLD = '230302004002002';
const COMMUNITY = OLD.slice(0, 12);
const DAY_MS = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
const PERIOD = { from: '2026-01-01T00:00:00+08:00', to: '2030-01-01T00:00:00+08:00' };

describe.each(KINDS)('the unit grids change, on %s', (kind) => {
  let server: RunningServer;
  let wire: Wire;
  let supervisor: ApiClient;
  let worker: ApiClient;
  let box: {
    readonly west: number;
    readonly east: number;
    readonly south: number;
    readonly north: number;
    readonly middle: number;
  };

  beforeAll(async () => {
    server = await RunningServer.start(kind);
    wire = new Wire(server);
    [supervisor, worker] = [await server.as('supervisor'), await server.as('worker2')];
    const { features } = await supervisor.call(gridsApi.boundaries, { query: { parent: OLD, level: 'grid' } });
    const corners = features.flatMap(({ geometry }) => geometry.coordinates.flat(2)).flat();
    const [lngs, lats] = [corners.filter((_, at) => at % 2 === 0), corners.filter((_, at) => at % 2 === 1)];
    const { center } = await supervisor.call(gridsApi.get, { params: { code: OLD } });
    const registers = (await worker.call(registersApi.list, {})).items;
    const house = registers.find(({ name }) => name === 'buildings');
    if (!house) throw new Error('there is no register of buildings');
    for (const side of [-1, 1]) {
      const point = { lng: center.lng + side * 0.00005, lat: center.lat };
      const { id: buildingId } = await create(worker, 'buildings', { point }, canary(house));
      await create(worker, 'residents', { gridCode: OLD }, residentValues({ buildingId }));
    }
    await create(worker, 'residents', { gridCode: OLD }, residentValues());
    box = {
      west: Math.min(...lngs),
      east: Math.max(...lngs),
      south: Math.min(...lats),
      north: Math.max(...lats),
      middle: center.lng,
    };
  });
  afterAll(() => server.stop());

  const across = (code = OLD) => ({
    kind: 'split' as const,
    code,
    cut: {
      type: 'LineString' as const,
      coordinates: [
        [box.middle, box.south - 0.01],
        [box.middle, box.north + 0.01],
      ] as [number, number][],
    },
    names: [],
  });
  const plan = (effectiveOn: string, draft: object = across(), id = newId()) => ({ id, draft, effectiveOn, reason: '人口增多' });
  const send = async (body: unknown, path = '/api/v1/grid-changes') =>
    (await wire.send({ method: 'POST', path, body, token: supervisor.accessToken })).said;
  const until = async (id: string, status: GridChangeView['status']): Promise<GridChangeView> => {
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      const change = await supervisor.call(gridChangesApi.get, { params: { id } });
      if (change.status === status) return change;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the change did not become ${status}`);
  };
  const figures = (scope: string) =>
    supervisor.call(indicatorsApi.list, { query: { scope, ...PERIOD, keys: ['reported', 'open'] } });

  describe('bad input', () => {
    const ring = (count: number): PolygonShape['coordinates'][number] =>
      Array.from({ length: count + 1 }, (_, at): [number, number] => {
        const angle = ((at % count) / count) * 2 * Math.PI;
        return [box.middle + Math.cos(angle) / 1000, (box.south + box.north) / 2 + Math.sin(angle) / 1000];
      });
    const redraw = (coordinates: unknown) =>
      plan(dayFromNow(3), { kind: 'redraw', code: OLD, outline: { type: 'Polygon', coordinates } });

    test('is refused by name, and nothing is planned', async () => {
      const { west, east, south, north, middle } = box;
      const bowTie = [
        [west, south],
        [east, north],
        [east, south],
        [west, north],
        [west, south],
      ];
      expect({
        crossing: await send(redraw([bowTie])),
        'not closed': await send(
          redraw([
            [
              [west, south],
              [east, south],
              [east, north],
              [west, north],
            ],
          ]),
        ),
        'outside the community': await send(
          redraw([
            [
              [west, south],
              [east + 0.5, south],
              [east + 0.5, north],
              [west, north],
              [west, south],
            ],
          ]),
        ),
        'six thousand vertices': await send(redraw([ring(6000)])),
        'a hundred thousand vertices': await send(redraw([ring(100_000)])),
        'a line that ends inside': await send(
          plan(dayFromNow(3), {
            ...across(),
            cut: {
              type: 'LineString',
              coordinates: [
                [middle, south - 1],
                [middle, (south + north) / 2],
              ],
            },
          }),
        ),
        'a place that is none': await send(
          redraw([
            [
              [west, 91],
              [east, south],
              [east, north],
              [west, 91],
            ],
          ]),
        ),
        'another district’s grid': await send(plan(dayFromNow(3), across('230304001001001'))),
        'no grid at all': await send(plan(dayFromNow(3), across(`${COMMUNITY}999`))),
        'a community': await send(plan(dayFromNow(3), across(COMMUNITY))),
        'two communities': await send(plan(dayFromNow(3), { kind: 'merge', codes: [OLD, '230302004001001'] })),
        yesterday: await send(plan(dayFromNow(-1))),
        'in ten years': await send(plan(dayFromNow(3650))),
        'the thirtieth of February': await send(plan('2027-02-30')),
        'no reason': await send({ ...plan(dayFromNow(3)), reason: ' ' }),
      }).toEqual({
        crossing: '422 grid.topology',
        'not closed': '422 grid.topology',
        'outside the community': '422 grid.topology',
        'six thousand vertices': '422 grid.too-many-vertices',
        'a hundred thousand vertices': '413 request.too-large',
        'a line that ends inside': '422 grid.topology',
        'a place that is none': '400 request.invalid',
        'another district’s grid': '404 not-found',
        'no grid at all': '404 not-found',
        'a community': '422 grid.not-one-community',
        'two communities': '422 grid.not-one-community',
        yesterday: '422 grid.change-date',
        'in ten years': '422 grid.change-date',
        'the thirtieth of February': '400 request.invalid',
        'no reason': '400 request.invalid',
      });
      expect((await supervisor.call(gridChangesApi.list, { query: {} })).items).toEqual([]);
      expect(wire.failures).toEqual([]);
    });
  });

  test('a plan is previewed, made, and taken back', async () => {
    const preview = await supervisor.call(gridChangesApi.check, { body: { draft: across() } });
    expect(preview.problems).toEqual([]);
    expect(preview.moves.map((count) => count.kind)).toEqual(expect.arrayContaining(['residents', 'buildings', 'accounts']));
    expect(preview.moves.find((count) => count.kind === 'residents')?.undecided).toBeGreaterThan(0);
    const planned = await supervisor.call(gridChangesApi.plan, { body: { ...plan(dayFromNow(3)), draft: across() } });
    expect(planned.moves).toEqual(preview.moves);
    const page = await supervisor.call(gridChangesApi.moves, { params: { id: planned.id }, query: { kind: 'residents' } });
    expect(page.items.every(({ title, from }) => title.includes('*') && from === OLD)).toBe(true);
    const { id, version } = planned;
    expect((await supervisor.call(gridChangesApi.undo, { params: { id }, body: { version } })).status).toBe('undone');
  });

  test('a split of today: records, people and open events go to the new grids, and the sums above stay', async () => {
    const event = await report(await server.as('worker1'), {
      lng: box.middle,
      lat: (await supervisor.call(gridsApi.get, { params: { code: OLD } })).center.lat,
    });
    expect(event.chain.gridCode).toBe(OLD);
    const residents = { params: { register: 'residents' } };
    const before = (await worker.call(registersApi.records, { ...residents, query: { scope: OLD, perPage: '100' } })).total;
    expect(before).toBeGreaterThan(0);
    const [community, street] = [await figures(COMMUNITY), await figures(COMMUNITY.slice(0, 9))];
    const past = await figures(OLD);

    const { id } = await supervisor.call(gridChangesApi.plan, { body: { ...plan(dayFromNow(0)), draft: across() } });
    const done = await until(id, 'effective');
    const codes = done.after.map(({ code }) => code);
    expect(done.mayUndo).toBe(false);

    const held = await Promise.all(
      codes.map(async (scope) => (await worker.call(registersApi.records, { ...residents, query: { scope } })).total),
    );
    expect(held.reduce((sum, total) => sum + total, 0)).toBe(before);
    expect(held.every((total) => total > 0)).toBe(true);
    const moved = await supervisor.call(eventsApi.get, { params: { id: event.id } });
    expect(codes).toContain(moved.chain.gridCode);
    expect(moved.timeline.at(-1)).toMatchObject({ action: 'regrid', actor: expect.any(String) });
    const [first] = (await worker.call(registersApi.records, { ...residents, query: { scope: codes[0] ?? '' } })).items;
    const history = await worker.call(registersApi.history, { params: { register: 'residents', id: first?.id ?? '' } });
    expect(history.items[0]).toMatchObject({ kind: 'moved', reason: expect.stringContaining('网格调整') });

    const ended = await supervisor.call(gridsApi.get, { params: { code: OLD } });
    expect(ended).toMatchObject({ validTo: dayFromNow(0), became: codes.map((code) => ({ code })) });
    const today = await supervisor.call(gridsApi.list, { query: { parent: COMMUNITY, asOf: dayFromNow(0) } });
    expect(today.items.map(({ code }) => code).filter((code) => [OLD, ...codes].includes(code))).toEqual(codes);
    expect([await figures(COMMUNITY), await figures(COMMUNITY.slice(0, 9))]).toEqual([community, street]);
    const value = (found: typeof past, key: string) => found.items.find((item) => item.key === key)?.value ?? 0;
    expect(value(await figures(OLD), 'reported')).toBe(value(past, 'reported'));
    expect(value(await figures(OLD), 'open')).toBe(0);
    const open = await Promise.all(codes.map(async (code) => value(await figures(code), 'open')));
    expect(open.reduce((sum, count) => sum + count, 0)).toBe(value(past, 'open'));
    expect(await refusal(supervisor.call(gridChangesApi.undo, { params: { id }, body: { version: done.version } }))).toBe(
      '409 grid.change-over',
    );
  });
});
