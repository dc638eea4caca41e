import { beforeAll, describe, expect, test } from '@jest/globals';
import { type GridChangeDraft, gridsApi, Located, type Point, PolygonShape } from '@wangge/contracts';
import { SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { BoundaryMemory } from './boundary-memory.js';
import { GridShapes } from './change/grid-shapes.js';
import { WITHOUT_JIT } from './change/move-sql.js';
import { GridLocator } from './grid-locator.js';
import { GridsRepository } from './grids.repository.js';
import { GridsService } from './grids.service.js';
import { GridImporter } from './import/grid-importer.js';
import { JIGUAN_FOLDER, readImportFolder } from './import/import-files.js';
import * as queries from './grids.queries.js';

const CENTRE = { lng: 130.97, lat: 45.295 };

function serviceOn({ database }: TestDatabase): GridsService {
  const repository = new GridsRepository();
  return new GridsService(database, repository, new GridLocator(repository, new Config({})), new BoundaryMemory());
}

describeOnBothDatabases('the grid', (getDatabase) => {
  let grids: GridsService;
  beforeAll(async () => {
    const importer = new GridImporter(getDatabase().database, new SystemClock());
    await importer.import(await readImportFolder(JIGUAN_FOLDER), { coordinates: 'gcj02' });
    // A neighbour in Xinjiang, where a latitude may pass for a longitude.
    const [divisions, square] = [
      'code,name,level,parent\n650102,天山区,district,6501\n650102001,某街道,street,650102\n650102001001,某社区,community,650102001',
      [
        [87.5, 43.7],
        [87.7, 43.7],
        [87.7, 43.9],
        [87.5, 43.9],
        [87.5, 43.7],
      ],
    ];
    const boundary = Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [square] }));
    await importer.import({ divisions: Buffer.from(divisions), boundary }, { coordinates: 'wgs84' });
    grids = serviceOn(getDatabase());
  }, 60_000);

  const rows = <Row>(sql: string, values: unknown[] = []) => getDatabase().superuser.query<Row>(sql, values);

  describe('as a tree', () => {
    test('begins with the districts', async () => {
      const { items } = await grids.list({});
      expect(items.map(({ code }) => code)).toEqual(['230302', '650102']);
      expect(items[0]).toMatchObject({ name: '鸡冠区', level: 'district', parentCode: null, childCount: 9, fictional: false });
    });

    test('lists the children of a node by code, with how many they have', async () => {
      const reply = gridsApi.list.reply.parse(await grids.list({ parent: '230302' }));
      expect(reply.items).toHaveLength(9);
      expect(reply.items[0]).toMatchObject({
        code: '230302001',
        name: '向阳街道',
        level: 'street',
        childCount: 4,
        fictional: true,
      });
      const sum = reply.items.reduce((total, { area }) => total + area, 0);
      expect(sum).toBeCloseTo(146.8, 1);
    });

    test('of a node that does not exist is not found', async () => {
      await expect(grids.list({ parent: '230399' })).rejects.toMatchObject({ code: 'not-found' });
      await expect(grids.get('230302099')).rejects.toMatchObject({ code: 'not-found' });
    });

    test('shows a unit grid with its path and workers', async () => {
      const detail = gridsApi.get.reply.parse(await grids.get('230302004002001'));
      expect(detail.path.map(({ name }) => name)).toEqual(['鸡冠区', '东风街道', '四海居社区居民委员会', '四海居社区第1网格']);
      expect(detail.workers[0]?.code).toBe('230302004002001-2-01');
      expect(detail.workers[0]?.name).toMatch(/^网格员..$/);
    });

    test('shows a community with the workers of its unit grids, and a street with none', async () => {
      const [community, street] = [await grids.get('230302004002'), await grids.get('230302004')];
      expect(community.workers.length).toBeGreaterThanOrEqual(community.childCount);
      expect(community.workers.every(({ code }) => code.startsWith('230302004002'))).toBe(true);
      expect(street.workers).toEqual([]);
    });
  });

  describe('searched', () => {
    const found = async (q: string, parent?: string) => (await grids.list({ q, parent })).items.map(({ code }) => code);

    test('finds names by any part and codes by their beginning, the upper levels first', async () => {
      expect((await found('四海居'))[0]).toBe('230302004002');
      expect(await found('23030200')).toEqual(expect.arrayContaining(['230302001', '230302007']));
      expect((await found('2303'))[0]).toBe('230302');
      expect((await found('向阳街道'))[0]).toBe('230302001');
    });

    test('finds no more than fifty, and only below a node that was named', async () => {
      expect(await found('网格')).toHaveLength(50);
      expect((await found('网格', '230302004002')).every((code) => code.startsWith('230302004002'))).toBe(true);
    });

    test.each(['%', '_', "'", '"; drop table grid_node; --', '\\', '(', '.*', '😀', 'ﷺ'.repeat(13), '\u202e'])(
      'takes %p letter for letter',
      async (q) => {
        expect(await found(q)).toEqual([]);
      },
    );
  });

  describe('on the map', () => {
    test('gives a node with its children', async () => {
      const reply = gridsApi.boundaries.reply.parse(await grids.boundaries({ parent: '230302' }));
      expect(reply.features.map(({ properties }) => properties.level)).toEqual(['district', ...Array<string>(9).fill('street')]);
      expect(reply.features[0]?.geometry.type).toBe('Polygon');
    });

    test('gives a level at or below a node, and refuses one above', async () => {
      const count = async (parent: string, level: 'district' | 'street' | 'community' | 'grid') =>
        (await grids.boundaries({ parent, level })).features.length;
      expect(await count('230302', 'grid')).toBe(420);
      expect(await count('230302001', 'community')).toBe(4);
      expect(await count('230302001', 'street')).toBe(1);
      await expect(count('230302001', 'district')).rejects.toMatchObject({ code: 'request.invalid' });
      await expect(count('230302099', 'grid')).rejects.toMatchObject({ code: 'not-found' });
    });

    test('leaves no gaps between neighbours after rounding', async () => {
      const { features } = await grids.boundaries({ parent: '230302', level: 'grid' });
      const sides = new Map<string, number>();
      for (const { geometry } of features) {
        const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
        for (const ring of rings) {
          ring.slice(1).forEach((to, i) => {
            const side = [String(ring[i]), String(to)].sort().join(' ');
            sides.set(side, (sides.get(side) ?? 0) + 1);
          });
        }
      }
      const [whole] = (await grids.boundaries({ parent: '230302', level: 'district' })).features;
      const outline = whole?.geometry.type === 'Polygon' ? (whole.geometry.coordinates[0] ?? []) : [];
      expect([...sides.values()].filter((count) => count === 1)).toHaveLength(outline.length - 1);
    });

    test('answers from memory until an import changes the tree', async () => {
      const first = await grids.boundaries({ parent: '230302' });
      expect(await grids.boundaries({ parent: '230302' })).toBe(first);
      await rows(`update grid_node set name = '改名街道' where code = '230302001'`);
      await rows('update grid_revision set revision = revision + 1');
      expect((await grids.boundaries({ parent: '230302' })).features[1]?.properties.name).toBe('改名街道');
      await rows(`update grid_node set name = '向阳街道' where code = '230302001'`);
      await rows('update grid_revision set revision = revision + 1');
    });
  });

  describe('given back by a screen, which knows a tenth of a metre', () => {
    const shapes = new GridShapes();
    const reckon = (draft: GridChangeDraft, community: string) =>
      getDatabase().database.as({ kind: 'reference' }, async (tx) => {
        await tx.query(WITHOUT_JIT);
        const { outlines, problems } = await shapes.cut(tx, draft);
        const pieces = outlines.map(({ code, outline }, at) => ({ code: code ?? `${community}9${at}0`, name: '', outline }));
        const codes =
          draft.kind === 'redraw' ? pieces.map(({ code }) => code) : draft.kind === 'merge' ? draft.codes : [draft.code];
        return { pieces, problems: [...problems, ...(await shapes.check(tx, draft, { codes, community, pieces }))] };
      });

    test('a grid is still the same, can be cut, and joined with its neighbour', async () => {
      const { features } = await grids.boundaries({ parent: '230302004002', level: 'grid' });
      for (const { id, geometry } of features) {
        const outline = PolygonShape.parse(geometry);
        const same = await reckon({ kind: 'redraw', code: id, outline, neighbours: 'follow' }, '230302004002');
        expect([same.pieces.map(({ code }) => code), same.problems]).toEqual([[id], []]);
        const lngs = outline.coordinates.flat().map(([lng]) => lng);
        const middle = (Math.min(...lngs) + Math.max(...lngs)) / 2;
        // Along a border of its own for a while, as a hand snaps to it.
        const [first, second] = outline.coordinates[0] ?? [];
        const cut = {
          type: 'LineString' as const,
          coordinates: [
            [middle, 45],
            [middle, 46],
          ] satisfies [number, number][],
        };
        const halves = await reckon({ kind: 'split', code: id, cut, names: [] }, '230302004002');
        expect([halves.pieces.length >= 2, halves.problems]).toEqual([true, []]);
        if (!first || !second) continue;
        const along = { type: 'LineString' as const, coordinates: [first, second, [middle, 46] satisfies [number, number]] };
        const told = await reckon({ kind: 'split', code: id, cut: along, names: [] }, '230302004002');
        expect(told.problems.every(({ rule }) => rule === 'line-does-not-divide' || rule === 'piece-too-small')).toBe(true);
      }
      const joined = await reckon({ kind: 'merge', codes: ['230302004002001', '230302004002002'], names: [] }, '230302004002');
      expect([joined.pieces.length, joined.problems]).toEqual([1, []]);
    });
  });

  describe('asked for a place', () => {
    const pointOf = async (sql: string, values: unknown[] = []): Promise<Point> => {
      const [row] = await rows<Point>(`select ST_X(p) as lng, ST_Y(p) as lat from (${sql}) as q(p)`, values);
      if (!row) throw new Error('no such point');
      return row;
    };
    /** A point so many metres outside the westernmost corner of 鸡冠区. */
    const westwards = (metres: number) =>
      pointOf(
        `select ST_Project(corner::geography, $1::float8, radians(270))::geometry
           from (select (ST_DumpPoints(geom)).geom as corner from grid_node where code = '230302' order by ST_X((ST_DumpPoints(geom)).geom) limit 1) c`,
        [metres],
      );

    test('finds the unit grid with its whole chain', async () => {
      const located = Located.parse(await grids.locate(CENTRE));
      expect(located).toMatchObject({
        how: 'inside',
        distance: 0,
        chain: { districtCode: '230302' },
        names: { district: '鸡冠区' },
      });
      expect(located.chain.gridCode.startsWith(located.chain.communityCode)).toBe(true);
      const { path } = await grids.get(located.chain.gridCode);
      expect(Object.values(located.names)).toEqual(path.map(({ name }) => name));
    });

    test('finds every label in its own unit grid', async () => {
      const labels = await rows<Point & { code: string }>(
        `select code, ST_X(center) as lng, ST_Y(center) as lat from grid_node where level = 'grid' and district_code = '230302'`,
      );
      for (const { code, lng, lat } of labels.filter((_, i) => i % 10 === 0)) {
        expect(await grids.locate({ lng, lat })).toMatchObject({ chain: { gridCode: code }, how: 'inside' });
      }
    });

    test('gives a border to the lower code', async () => {
      const shared = `select ST_PointN(ST_GeometryN(ST_CollectionExtract(ST_Intersection(a.geom, b.geom), 2), 1), 2)
        from grid_node a, grid_node b where a.code = '230302001001001' and b.level = 'grid' and b.code > a.code
         and ST_Dimension(ST_Intersection(a.geom, b.geom)) = 1 order by b.code limit 1`;
      expect(await grids.locate(await pointOf(shared))).toMatchObject({
        how: 'border',
        distance: 0,
        chain: { gridCode: '230302001001001' },
      });
    });

    test('counts the outline itself as a border', async () => {
      expect(await grids.locate(await westwards(0))).toMatchObject({ how: 'border' });
    });

    test('takes the nearest unit grid within the tolerance and says how far it is', async () => {
      const located = await grids.locate(await westwards(80));
      expect(located.how).toBe('near');
      expect(located.distance).toBeGreaterThan(78);
      expect(located.distance).toBeLessThan(80.2);
    });

    test.each([
      ['just beyond the tolerance', () => westwards(101)],
      ['in the sea', async () => ({ lng: 125, lat: 35 })],
      ['at the zero of everything', async () => ({ lng: 0, lat: 0 })],
      ['at a pole', async () => ({ lng: 130.97, lat: 90 })],
      ['at the date line', async () => ({ lng: 180, lat: -45 })],
    ])('refuses a point %s', async (_, point) => {
      await expect(grids.locate(await point())).rejects.toMatchObject({ code: 'grid.outside-district' });
    });

    test('notices that longitude and latitude were swapped', async () => {
      await expect(grids.locate({ lng: 43.8, lat: 87.6 })).rejects.toMatchObject({ code: 'grid.swapped-coordinates' });
      await expect(grids.locate({ lng: CENTRE.lat, lat: CENTRE.lng })).rejects.toMatchObject({
        code: 'grid.swapped-coordinates',
      });
    });

    test('no longer finds what has ended', async () => {
      const before = await grids.locate(CENTRE);
      const end = (day: string) => rows(`update grid_node set valid_to = ${day} where code = $1`, [before.chain.gridCode]);
      await end('valid_from');
      const after = await grids.locate(CENTRE).catch(() => undefined);
      await end('null');
      expect(after?.chain.gridCode).not.toBe(before.chain.gridCode);
    });

    test('works within a transaction of any lens', async () => {
      const locator = new GridLocator(new GridsRepository(), new Config({}));
      const lens = { kind: 'record', id: '01999999-0000-7000-8000-000000000001' } as const;
      const located = await getDatabase().database.as(lens, (tx) => locator.locate(tx, CENTRE));
      expect(located).toEqual(await grids.locate(CENTRE));
    });

    test.each([
      ['inside', queries.LOCATE_INSIDE, '(float8, float8)', '(131, 45.3)'],
      ['near', queries.LOCATE_NEAR, '(float8, float8, float8, float8, float8)', '(131, 45.3, 100, 0.002, 0.001)'],
    ])('uses the index on unit grids to look %s', async (_, { text }, types, values) => {
      await rows('analyze grid_node');
      const [, plan] = [await rows(`prepare located${types} as ${text}`), await rows(`explain execute located${values}`)];
      await rows('deallocate located');
      expect(JSON.stringify(plan)).toContain('grid_node_locate');
    });
  });

  test('shows its workers to nobody without an account', async () => {
    const lens = { kind: 'public', secretHash: 'a'.repeat(64) } as const;
    const asPublic = <T>(name: string, text: string) => getDatabase().database.as(lens, (tx) => tx.query<T>({ name, text }));
    expect(await asPublic('test.nodes', 'select count(*)::int as count from grid_node')).toEqual([{ count: expect.any(Number) }]);
    await expect(asPublic('test.workers', 'select name from grid_worker')).rejects.toThrow('permission denied');
  });
});
