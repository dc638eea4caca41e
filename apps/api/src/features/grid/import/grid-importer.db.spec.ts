import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeOnBothDatabases, type TestDatabase } from '../../../testing/index.js';
import { SystemClock } from '../../../platform/clock/clock.js';
import { GridInputError } from '../plan/input-error.js';
import { GridImporter } from './grid-importer.js';
import { JIGUAN_FOLDER, readImportFolder } from './import-files.js';
import type { ImportSummary } from './import-summary.js';

const HEADER = 'code,name,level,parent';
const TOWN = [
  '510199,湖区,district,5101',
  '510199001,东湖街道,street,510199',
  '510199001001,一社区居民委员会,community,510199001',
  '510199001002,二社区居民委员会,community,510199001',
  '510199200,西湖乡,street,510199',
  '510199200200,湖心村委会,community,510199200',
];
/** Two islands, the larger with a lake. */
const ISLANDS = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [104, 30],
        [104.1, 30.01],
        [104.11, 30.1],
        [104.01, 30.09],
        [104, 30],
      ],
      [
        [104.05, 30.04],
        [104.05, 30.06],
        [104.07, 30.06],
        [104.07, 30.04],
        [104.05, 30.04],
      ],
    ],
    [
      [
        [104.2, 30.05],
        [104.22, 30.05],
        [104.21, 30.07],
        [104.2, 30.05],
      ],
    ],
  ],
};

const files = (lines: readonly string[] = TOWN, boundary: unknown = ISLANDS) => ({
  divisions: Buffer.from([HEADER, ...lines].join('\n')),
  boundary: Buffer.from(JSON.stringify(boundary)),
});

const COUNT = `select count(*)::int as nodes, md5(string_agg(code || name || ST_AsText(geom) || coalesce(valid_to::text, ''), ',' order by code)) as content
  from grid_node where district_code = $1`;

interface Content {
  readonly nodes: number;
  readonly content: string;
}

const importerOn = ({ database }: TestDatabase) => new GridImporter(database, new SystemClock());
const contentOf = async (database: TestDatabase, district: string) =>
  (await database.superuser.query<Content>(COUNT, [district]))[0];

describeOnBothDatabases('importing a district', (getDatabase) => {
  const run = (lines?: readonly string[], options: { replace?: boolean } = {}, boundary?: unknown) =>
    importerOn(getDatabase()).import(files(lines, boundary), { coordinates: 'wgs84', ...options });
  let first: ImportSummary;
  beforeAll(async () => {
    first = await run();
  }, 60_000);

  test('stores its five levels', async () => {
    expect(first).toMatchObject({ streets: 2, communities: 3, grids: 36, created: 42, changed: 0, retired: 0, warnings: [] });
    expect(first.workers).toBeGreaterThanOrEqual(36);
    const levels = await getDatabase().superuser.query(
      `select level, count(*)::int as count, bool_and(fictional) as fictional from grid_node where district_code = '510199' group by 1 order by 1`,
    );
    expect(levels).toEqual([
      { level: 'community', count: 3, fictional: true },
      { level: 'district', count: 1, fictional: false },
      { level: 'grid', count: 36, fictional: true },
      { level: 'street', count: 2, fictional: true },
    ]);
  });

  test('leaves valid shapes that share their borders and add up', async () => {
    const [faults] = await getDatabase().superuser.query(`
      select (select count(*)::int from grid_node where not ST_IsValid(geom)) as invalid,
             (select count(*)::int from grid_node where not ST_Contains(geom, center)) as labels_outside,
             (select count(*)::int from grid_node a join grid_node b on a.level = 'grid' and b.level = 'grid' and a.code < b.code
                and a.geom && b.geom and ST_Relate(a.geom, b.geom, '2********')) as overlaps,
             (select count(*)::int from (select parent_code as code, ST_Union(geom) as whole from grid_node group by 1) children
                join grid_node parent using (code)
               where not ST_Equals(whole, parent.geom) or ST_NRings(whole) <> ST_NRings(parent.geom)) as gaps`);
    expect(faults).toEqual({ invalid: 0, labels_outside: 0, overlaps: 0, gaps: 0 });
  });

  test('a second time changes nothing', async () => {
    const before = await contentOf(getDatabase(), '510199');
    expect(await run()).toEqual({ ...first, created: 0 });
    expect(await run(TOWN, { replace: true })).toEqual({ ...first, created: 0 });
    expect(await contentOf(getDatabase(), '510199')).toEqual(before);
  });

  test('tells whoever remembers boundaries only when something changed', async () => {
    const revision = async () => (await getDatabase().superuser.query('select revision from grid_revision'))[0];
    const before = await revision();
    await run();
    expect(await revision()).toEqual(before);
  });

  test('takes over new names, of the unit grids too, and keeps every boundary', async () => {
    const renamed = TOWN.map((line) => line.replace('一社区', '新一社区'));
    const shapes = `select md5(string_agg(code || ST_AsText(geom), ',' order by code)) from grid_node`;
    const before = await getDatabase().superuser.query(shapes);
    expect(await run(renamed)).toMatchObject({ created: 0, changed: 13, retired: 0 });
    expect(await getDatabase().superuser.query(shapes)).toEqual(before);
    const names = await getDatabase().superuser.query(
      `select name from grid_node where code in ('510199001001', '510199001001001') order by code`,
    );
    expect(names).toEqual([{ name: '新一社区居民委员会' }, { name: '新一社区第1网格' }]);
    await run();
  });

  test('with a new community is refused until the district may be drawn anew', async () => {
    const before = await contentOf(getDatabase(), '510199');
    await expect(run([...TOWN, '510199001003,三社区,community,510199001'])).rejects.toThrow('510199001003 三社区 is new');
    expect(await contentOf(getDatabase(), '510199')).toEqual(before);
  });

  test('with a community less keeps it and says so', async () => {
    const summary = await run(TOWN.filter((line) => !line.includes('二社区')));
    expect(summary).toMatchObject({ communities: 3, created: 0, changed: 0, retired: 0 });
    expect(summary.warnings[0]?.en).toContain('510199001002 二社区居民委员会 is not in the file');
  });

  test('drawn anew ends codes that are gone and never gives them to another place', async () => {
    const fewer = await run(
      TOWN.filter((line) => !line.includes('二社区')),
      { replace: true },
    );
    expect(fewer).toMatchObject({ communities: 2 });
    const ended = await getDatabase().superuser.query<{ code: string }>(
      'select code from grid_node where valid_to is not null order by code',
    );
    expect(ended.map(({ code }) => code)).toEqual(expect.arrayContaining(['510199001002', '510199001002001']));
    const reused = TOWN.map((line) => line.replace('二社区', '别的社区'));
    await expect(run(reused, { replace: true })).rejects.toThrow('it cannot be given to');
    const back = await run(TOWN, { replace: true });
    expect(back.communities).toBe(3);
    const [again] = await getDatabase().superuser.query<{ codes: string[] }>(
      `select array_agg(code order by code) as codes from grid_node where parent_code = '510199001002' and valid_to is null`,
    );
    const endedBefore = new Set(ended.map(({ code }) => code));
    expect(again?.codes.filter((code) => endedBefore.has(code))).toEqual([]);
  });

  test('leaves out a street without communities and says so', async () => {
    const lines = [
      '510198,空区,district,5101',
      '510198001,空街道,street,510198',
      '510198002,满街道,street,510198',
      '510198002001,甲社区,community,510198002',
    ];
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [106, 30],
          [106.1, 30],
          [106.1, 30.1],
          [106, 30.1],
          [106, 30],
        ],
      ],
    };
    const summary = await run(lines, {}, square);
    expect(summary).toMatchObject({ streets: 1, communities: 1 });
    expect(summary.warnings[0]?.en).toContain('510198001 空街道 has no community');
  });

  test('that lies over another one warns of it', async () => {
    const lines = ['510197,叠区,district,5101', '510197001,叠街道,street,510197', '510197001001,叠社区,community,510197001'];
    const { warnings } = await run(lines);
    expect(warnings[0]?.en).toContain('overlaps 510199 湖区 by 100%');
  });

  test('with faulty files stores nothing', async () => {
    const fresh = TOWN.map((line) => line.replaceAll('510199', '510196'));
    await expect(run([...fresh, '5101960010,坏,community,510196001'])).rejects.toThrow(GridInputError);
    await expect(run(fresh, {}, { type: 'Point', coordinates: [1, 2] })).rejects.toThrow(GridInputError);
    expect(await contentOf(getDatabase(), '510196')).toMatchObject({ nodes: 0 });
  });

  test('that fails half-way stores nothing', async () => {
    const fresh = TOWN.map((line) => line.replaceAll('510199', '510196'));
    const trap = `create function trap() returns trigger language plpgsql as $$ begin raise exception 'trapped'; end $$;
      create trigger trap before insert on grid_worker for each row execute function trap()`;
    await getDatabase().superuser.query(trap);
    await expect(run(fresh)).rejects.toThrow('trapped');
    expect(await contentOf(getDatabase(), '510196')).toMatchObject({ nodes: 0 });
    await getDatabase().superuser.query('drop trigger trap on grid_worker; drop function trap()');
  });

  test('seeds 鸡冠区 with its nine streets, 35 communities and about 400 unit grids', async () => {
    const summary = await importerOn(getDatabase()).import(await readImportFolder(JIGUAN_FOLDER), { coordinates: 'gcj02' });
    expect(summary).toMatchObject({ streets: 9, communities: 35, grids: 420 });
  }, 60_000);
});

describe('a folder', () => {
  test('without the files is named', async () => {
    await expect(readImportFolder('/nowhere')).rejects.toThrow('cannot be read (ENOENT) in /nowhere');
  });
});
