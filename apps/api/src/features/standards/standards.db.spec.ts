import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { standardsApi } from '@wangge/contracts';
import { calendarFrom } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { readSeed, SEED_FOLDER } from './seed-files.js';
import { StandardEditionsRepository } from './editions/standard-editions.repository.js';
import { Standards } from './standards.js';
import { StandardsController } from './standards.controller.js';
import { StandardsRepository } from './standards.repository.js';

const without = (text: string, beginning: string) =>
  text
    .split('\n')
    .filter((line) => !line.startsWith(beginning))
    .join('\n');

describeOnBothDatabases('the standards', (getDatabase) => {
  let standards: Standards;
  let folder: string;
  const national = () => standards.of('');
  const viewer = { accountId: '', name: '', districtCode: '230302', assignments: [] };
  const controller = () => new StandardsController(standards);
  const rows = <Row>(text: string) => getDatabase().superuser.query<Row>(text);
  const seedFrom = (from: string) =>
    readSeed(from).then((seed) =>
      getDatabase().database.as({ kind: 'job' }, (tx) => new StandardsRepository().ensureSeeded(tx, seed, new Date())),
    );

  beforeAll(async () => {
    standards = new Standards(getDatabase().database, new StandardsRepository(), new StandardEditionsRepository(), new SystemClock());
    await standards.onModuleInit();
    folder = await mkdtemp(path.join(tmpdir(), 'wangge-standards-'));
    await cp(SEED_FOLDER, folder, { recursive: true });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('come out of the tables as they went in', async () => {
    const seed = await readSeed();
    expect(national().classes()).toEqual([...seed.classes].sort((a, b) => (a.code < b.code ? -1 : 1)));
    expect(seed.conditions.map(({ id }) => national().findCondition(id))).toEqual(seed.conditions);
    expect(national().calendar).toEqual(calendarFrom(seed.holidays));
    expect(national().calendar.days.get('2026-02-14')).toEqual({ off: false, name: '春节' });
  });

  test('list the conditions of a class in their order, the district’s own last', () => {
    const conditions = national().conditionsOf('01001');
    expect(conditions.map(({ id }) => id)).toEqual(['yc-0001', 'yc-0002', 'yc-0003', 'yc-0004', 'general-01001']);
    expect(national().findCondition('general-01001')).toEqual(conditions.at(-1));
    expect(['general-99999', 'yc-9999', 'general-01001-2'].map((id) => national().findCondition(id))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('are written once: a second start with the same files changes nothing', async () => {
    const before = await rows('select xmin::text, code from matter_class order by code');
    expect(await seedFrom(SEED_FOLDER)).toBe(false);
    expect(await rows('select xmin::text, code from matter_class order by code')).toEqual(before);
  });

  test('are written once when several servers start together', async () => {
    await rows('delete from standards_seed');
    const done = await Promise.all([1, 2, 3].map(() => seedFrom(SEED_FOLDER)));
    expect(done.filter(Boolean)).toHaveLength(1);
  });

  test('follow their files: a class that is gone there is retired, not forgotten', async () => {
    const catalogue = path.join(folder, 'catalogue.csv');
    await writeFile(catalogue, without(await readFile(catalogue, 'utf8'), 'matter,07,宣传广告类,07008,'));
    expect(await seedFrom(folder)).toBe(true);
    await standards.load();
    expect(national().findClass('07008')).toMatchObject({ name: '公益性宣传品缺损', retired: true });
    const codes = (retired: 'with' | 'without') =>
      controller()
        .classes(viewer, { params: {}, body: {}, query: { retired } })
        .items.map(({ code }) => code);
    expect([codes('without').includes('07008'), codes('with').includes('07008')]).toEqual([false, true]);
    expect(await seedFrom(SEED_FOLDER)).toBe(true);
    await standards.load();
    expect(national().findClass('07008')).toMatchObject({ retired: false });
  });

  test('refuse files with a condition that cannot be placed, and stay as they are', async () => {
    const file = path.join(folder, 'filing-conditions.csv');
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text.trimEnd()}\nevent,01,市容环境,10,暴露垃圾,,,有,无,尽快,,\n`);
    await expect(seedFrom(folder)).rejects.toThrow('row 520: limit: 尽快');
    await writeFile(file, text);
  });

  test('are found by a part of the name, by the number and by the number of 2013', () => {
    const find = (q: string) => controller().classes(viewer, { params: {}, body: {}, query: { q, retired: 'without' } });
    expect(standardsApi.classes.reply.parse(find('雨水井盖')).items.map(({ code }) => code)).toEqual(['01003']);
    expect(find('01003').items.map(({ code }) => code)).toEqual(['01003']);
    expect(find('0506').items.map(({ code }) => code)).toContain('01069');
    expect(find('没有这一类').items).toEqual([]);
  });

  test('name no conditions of a class that does not exist', () => {
    const ask = (code: string) => controller().conditions(viewer, { params: { code }, body: {}, query: {} });
    expect(standardsApi.conditions.reply.parse(ask('01001')).items).toHaveLength(5);
    expect(() => ask('99999')).toThrow(expect.objectContaining({ code: 'class.unknown' }));
  });

  test('are read by every lens and written by the platform alone', async () => {
    const { database } = getDatabase();
    for (const lens of [{ kind: 'reference' }, { kind: 'street', code: '230302001' }] as const) {
      const count = { name: `standards.count.${lens.kind}`, text: 'select count(*)::int as n from matter_class' };
      expect(await database.as(lens, (tx) => tx.query(count))).toEqual([{ n: 273 }]);
      const write = { name: `standards.write.${lens.kind}`, text: 'update matter_class set retired = true' };
      await expect(database.as(lens, (tx) => tx.query(write))).rejects.toMatchObject({ code: '42501' });
    }
  });
});
