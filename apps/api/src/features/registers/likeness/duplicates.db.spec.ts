import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FieldValues } from '@wangge/contracts';
import { findRegister, type Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { GRIDS, person, type RegistersOn, registersOn, viewerOf } from '../testing/registers-on.js';

const [HERE, BESIDE, , FAR] = GRIDS;
const staff = viewerOf('230302001001');
const supervisor = viewerOf('230302', 'supervisor');
const elsewhere = viewerOf('230302002001');
function never(): never {
  throw new Error('no residents');
}
const residents = findRegister('residents') ?? never();
const NUMBER = '110101199003070775';

describeOnBothDatabases('records entered twice', (getDatabase) => {
  let on: RegistersOn;
  beforeAll(async () => {
    on = await registersOn(getDatabase());
  }, 60_000);
  afterAll(() => on.close());

  const similar = (viewer: Viewer, values: FieldValues, id?: string) =>
    on.similar.similar(viewer, 'residents', { values, ...(id && { id }) });
  const pairsOf = async (viewer: Viewer, scope?: string) =>
    (await on.pairs.list(viewer, 'residents', { scope, perPage: 100 })).items;
  const idsOf = async (viewer: Viewer, scope?: string) =>
    (await pairsOf(viewer, scope)).map(({ one, other }) => [one.id, other.id].sort().join(' '));

  test('are found while typing, masked, with the reasons, as soon as two things agree', async () => {
    const values = person({ name: '甄雷同', birthDate: '1985-06-15', residenceAddress: '四海小区3号楼2单元501室' });
    const { id } = await on.create(staff, 'residents', HERE, values);
    await on.sweep();
    expect(await similar(staff, { name: '甄雷同' })).toEqual({ items: [], elsewhere: [] });
    const { items } = await similar(staff, { name: ' 甄雷同', residenceAddress: '四海小区三栋２－501', birthDate: '19' });
    expect(items.map(({ record, likeness }) => [record.id, record.title, likeness.score])).toEqual([[id, '甄*同', 60]]);
    expect(items[0]?.likeness.parts).toContainEqual({ field: 'residenceAddress', finding: 'same', share: 25, of: 25 });
    expect(JSON.stringify(items)).not.toMatch(/甄雷同|1985-06|501/);
    // A record is not similar to itself; what is changed in it is laid over what it has.
    expect((await similar(staff, { phone: '19912345670' }, id)).items).toEqual([]);
    const twin = await on.create(staff, 'residents', HERE, { ...values, birthDate: '1970-01-01', residenceAddress: null });
    await on.sweep();
    expect((await similar(staff, { birthDate: '1985-06-15' }, twin.id)).items.map(({ record }) => record.id)).toEqual([id]);
  });

  test('are told outside the viewer’s area only as a number that is registered elsewhere', async () => {
    const known = { name: '甄远方', birthDate: '1990-03-07', residenceAddress: '红旗路12号3栋1单元101' };
    const far = await on.create(elsewhere, 'residents', FAR, person({ ...known, identityNumber: NUMBER }));
    await on.sweep();
    const { name, birthDate, residenceAddress } = known;
    expect(await similar(staff, { name, birthDate, residenceAddress })).toEqual({ items: [], elsewhere: [] });
    const answer = await similar(staff, { name, identityNumber: NUMBER });
    expect(answer).toEqual({ items: [], elsewhere: ['identityNumber'] });
    expect(JSON.stringify(answer)).not.toContain(far.id);
    const seen = await similar(elsewhere, { identityNumber: NUMBER });
    expect(seen.items.map(({ record, likeness }) => [record.id, likeness.score])).toEqual([[far.id, 100]]);
    expect(seen.elsewhere).toEqual([]);
    await expect(similar(staff, { name }, far.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(similar(staff, { surprise: 'x' })).rejects.toMatchObject({ code: 'request.invalid' });
  });

  test('are found for many rows as for each alone, in as many statements, and never outside the viewer’s area', async () => {
    const known = Array.from({ length: 12 }, (_, index) =>
      person({ birthDate: `1966-03-${String(index + 10)}`, residenceAddress: `团结小区${index + 1}号楼1单元201` }),
    );
    for (const [index, values] of known.entries())
      await on.create(index % 3 === 0 ? elsewhere : staff, 'residents', index % 3 === 0 ? FAR : HERE, values);
    await on.sweep();
    const rows = [...known.map(({ name = null, birthDate = null }) => person({ name, birthDate })), ...Array.from({ length: 150 }, () => person())];
    let asked = 0;
    const found = await getDatabase().database.as({ kind: 'job' }, (tx) => {
      const query: typeof tx.query = (statement, values) => {
        asked += 1;
        return tx.query(statement, values);
      };
      return on.inBulk.best({ query, become: (lens) => tx.become(lens), manager: tx.manager }, staff, residents, rows);
    });
    expect(asked).toBe(2);
    for (const [index, values] of rows.slice(0, 20).entries()) {
      const [alone] = (await similar(staff, values)).items;
      expect([index, found[index] && { id: found[index].id, title: found[index].title, likeness: found[index].likeness }]).toEqual([
        index,
        alone && { id: alone.record.id, title: alone.record.title, likeness: alone.likeness },
      ]);
    }
    expect(found.filter(Boolean)).toHaveLength(8);
  });

  test('are paired by the job, and each pair is seen only by whoever sees both', async () => {
    const twice = person({ birthDate: '1977-07-07' });
    const one = await on.create(staff, 'residents', HERE, twice);
    const two = await on.create(staff, 'residents', BESIDE, twice);
    const away = await on.create(elsewhere, 'residents', FAR, twice);
    await on.sweep();
    const pair = (a: { id: string }, b: { id: string }) => [a.id, b.id].sort().join(' ');
    expect(await idsOf(staff)).toContain(pair(one, two));
    expect(await idsOf(staff)).not.toContain(pair(one, away));
    expect(await idsOf(supervisor)).toEqual(expect.arrayContaining([pair(one, two), pair(one, away), pair(two, away)]));
    expect(await idsOf(supervisor, '230302001')).not.toContain(pair(one, away));
    expect(await idsOf(supervisor, HERE)).not.toContain(pair(one, two));
    expect(await idsOf(viewerOf(HERE))).not.toContain(pair(one, two));
    expect(await idsOf(elsewhere)).toEqual([]);
    expect(await idsOf(viewerOf('230303', 'supervisor'))).toEqual([]);
  });

  test('stay dismissed, and go when they are no longer alike or no longer there', async () => {
    const twice = person({ birthDate: '1966-06-06' });
    const one = await on.create(staff, 'residents', HERE, twice);
    const two = await on.create(staff, 'residents', HERE, twice);
    const three = await on.create(staff, 'residents', HERE, twice);
    await on.sweep();
    const between = async (a: { id: string }, b: { id: string }) =>
      (await pairsOf(staff)).find((pair) => [pair.one.id, pair.other.id].every((id) => id === a.id || id === b.id));
    const found = await between(one, two);
    expect(found?.likeness.score).toBe(60);
    await expect(on.pairs.dismiss(elsewhere, 'residents', found?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
    await expect(on.pairs.dismiss(viewerOf('230302001', 'grid-leader'), 'residents', found?.id ?? '')).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await on.pairs.dismiss(staff, 'residents', found?.id ?? '');
    await expect(on.pairs.dismiss(staff, 'residents', found?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
    await on.changes.change(staff, 'residents', one.id, { version: 1, values: { occupation: '教师' } });
    await on.changes.change(staff, 'residents', three.id, { version: 1, values: { birthDate: '1955-05-05', name: '另一人' } });
    await on.sweep();
    expect(await between(one, two)).toBeUndefined();
    expect(await between(one, three)).toBeUndefined();
  });

  test('of a register that has just got its rule are walked through once', async () => {
    const { superuser } = getDatabase();
    const twice = person({ birthDate: '1944-04-04' });
    const one = await on.create(staff, 'residents', HERE, twice);
    const two = await on.create(staff, 'residents', HERE, twice);
    await on.sweep();
    for (const table of ['register_likeness_key', 'register_pair', 'register_likeness_walk', 'register_likeness_queue'])
      await superuser.query(`delete from ${table}`);
    expect(await idsOf(staff)).toEqual([]);
    expect(await on.sweepAnew()).toBeGreaterThan(1);
    expect(await idsOf(staff)).toContain([one.id, two.id].sort().join(' '));
    expect(await on.sweepAnew()).toBe(0);
  });

  test('are compared although the cells of one of them cannot be opened any more', async () => {
    const twice = person({ birthDate: '1922-02-02', phone: '19912345677' });
    const [one, two, damaged] = [
      await on.create(staff, 'residents', HERE, twice),
      await on.create(staff, 'residents', HERE, twice),
      await on.create(staff, 'residents', HERE, twice),
    ];
    await getDatabase().superuser.query(`update register_residents set phone = '\\x0102' where id = $1`, [damaged.id]);
    await on.sweep();
    const waiting = await getDatabase().superuser.query<{ n: number }>('select count(*)::int as n from register_likeness_queue');
    expect(waiting).toEqual([{ n: 0 }]);
    const [found] = await getDatabase().superuser.query<{ n: number }>(
      'select count(*)::int as n from register_pair where one_id = $1 and other_id = $2',
      [one.id, two.id].sort(),
    );
    expect(found?.n).toBe(1);
    await getDatabase().superuser.query('update register_residents set deleted_at = now() where id = $1', [damaged.id]);
  });

  test('leave nothing in the tables that compare by which a person could be known', async () => {
    await on.create(staff, 'residents', HERE, person({ name: '明文人', birthDate: '1933-03-03', phone: '19912345671' }));
    await on.sweep();
    for (const table of ['register_likeness_key', 'register_pair', 'register_likeness_queue']) {
      const [found] = await getDatabase().superuser.query<{ n: number }>(
        `select count(*)::int as n from ${table} as r where to_jsonb(r)::text ~ '明文人|1933-03-03|19912345671'`,
      );
      expect([table, found?.n]).toEqual([table, 0]);
    }
  });

  test('are read by the page, each once', async () => {
    const all = await idsOf(supervisor);
    const read: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page = await on.pairs.list(supervisor, 'residents', { perPage: 1, ...(cursor && { cursor }) });
      read.push(...page.items.map(({ one, other }) => [one.id, other.id].sort().join(' ')));
      expect(page.total).toBe(all.length);
      cursor = page.nextCursor ?? undefined;
    }
    expect(read).toEqual(all);
    await expect(on.pairs.list(supervisor, 'residents', { perPage: 1, cursor: uuid() })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});
