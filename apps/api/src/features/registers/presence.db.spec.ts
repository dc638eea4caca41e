import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FieldValues, RecordQuery, type RecordView } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { describeOnBothDatabases } from '../../testing/index.js';
import { GRIDS, household, person, type RegistersOn, registersOn, viewerOf } from './testing/registers-on.js';

const [HERE] = GRIDS;
const staff = viewerOf('230302001001');
const worker = viewerOf(HERE, 'grid-worker');
const LEFT = { leftOn: '2026-05-01', leftTo: '哈尔滨市道里区某路1号' };
const DIED = { deceasedOn: '2026-06-01', deathSource: 'certificate' };

describeOnBothDatabases('people who leave', (getDatabase) => {
  let on: RegistersOn;
  beforeAll(async () => {
    on = await registersOn(getDatabase());
  }, 60_000);
  afterAll(() => on.close());

  const live = async () => {
    const home = await on.create(staff, 'households', HERE, household());
    const values = person({ householdId: home.id });
    return { home, name: String(values.name), one: await on.create(staff, 'residents', HERE, values) };
  };
  const act = (one: Pick<RecordView, 'id' | 'version'>, action: string, values: FieldValues = {}, reason?: string, viewer: Viewer = staff) =>
    on.actions.act(viewer, 'residents', one.id, { action, version: one.version, values, ...(reason !== undefined && { reason }) });
  const listed = async (more: Record<string, string>) =>
    (await on.registers.listRecords(worker, 'residents', RecordQuery.parse({ perPage: '100', ...more }))).items.map(({ id }) => id);
  const members = async ({ id }: { id: string }) =>
    (await on.registers.get(staff, 'households', id)).related.find(({ register }) => register === 'residents')?.items.map((each) => each.id) ?? [];
  const counted = async () => {
    on.clock.forward(31_000);
    return (await on.places.of(worker, HERE)).registers?.find(({ register }) => register === 'residents')?.total ?? 0;
  };

  test('stay in the register, and stand in no list, count or household unless they are asked for', async () => {
    for (const [action, values, state] of [
      ['leave', LEFT, 'away'],
      ['decease', DIED, 'deceased'],
    ] as const) {
      const { home, name, one } = await live();
      const before = await counted();
      expect([(await listed({})).includes(one.id), await members(home)]).toEqual([true, [one.id]]);
      const gone = await act(one, action, values);
      expect(gone).toMatchObject({ version: 2, values: { presence: state, householdId: home.id } });
      expect([(await listed({})).includes(one.id), await members(home), await counted()]).toEqual([false, [], before - 1]);
      expect((await listed({ presence: state })).includes(one.id)).toBe(true);
      expect(await listed({ ids: one.id })).toEqual([one.id]);
      const found = await on.finding.find(worker, name);
      expect(found.flatMap(({ items }) => items.map(({ id }) => id))).toContain(one.id);
    }
  });

  test('come back, or were recorded by mistake, which is undone with a reason', async () => {
    const { home, one } = await live();
    const away = await act(one, 'leave', LEFT);
    const back = await act(away, 'return', { returnedOn: '2026-06-02' });
    expect(back.values).toMatchObject({ presence: 'here', returnedOn: '2026-06-02', leftOn: null, leftTo: null, householdId: home.id });
    expect(await members(home)).toEqual([one.id]);
    const dead = await act(back, 'decease', DIED);
    await expect(act(dead, 'undo')).rejects.toMatchObject({ code: 'record.invalid', details: { fields: [{ path: 'body.reason', rule: 'required' }] } });
    const alive = await act(dead, 'undo', {}, '同名登记错误');
    expect(alive.values).toMatchObject({ presence: 'here', deceasedOn: null, deathSource: null });
    expect(await members(home)).toEqual([one.id]);
    const { items } = await on.registers.history(staff, 'residents', one.id);
    expect(items.map(({ action, reason }) => [action, reason])).toEqual([
      ['undo', '同名登记错误'],
      ['decease', null],
      ['return', null],
      ['leave', null],
      [null, null],
    ]);
  });

  test('leave by the steps alone, taken by whoever may, with what each asks for', async () => {
    const { one } = await live();
    await expect(act(one, 'leave', LEFT, undefined, worker)).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(act(one, 'decease', { deceasedOn: '2026-06-01' })).rejects.toMatchObject({ code: 'record.invalid' });
    await expect(act(one, 'decease', { ...DIED, deceasedOn: '2027-01-01' })).rejects.toMatchObject({ code: 'record.invalid' });
    await expect(act(one, 'return', { returnedOn: '2026-06-02' })).rejects.toMatchObject({ code: 'record.action-unavailable' });
    const typed: FieldValues[] = [{ presence: 'deceased' }, { deceasedOn: '2026-06-01' }, { leftTo: '外地' }];
    for (const values of typed)
      await expect(on.changes.change(staff, 'residents', one.id, { version: 1, values })).rejects.toMatchObject({ code: 'record.invalid' });
    await expect(on.create(staff, 'residents', HERE, person({ presence: 'away' }))).rejects.toMatchObject({ code: 'record.invalid' });
  });

  test('take their tags out of the counts with them, and bring them back', async () => {
    const { one } = await live();
    const day = { since: '2026-01-01', expiresOn: '2026-12-01' };
    await on.tagging.add(staff, 'residents', one.id, { id: uuid(), kind: 'low-income', source: '区民政局', note: null, ...day });
    const tagged = async () => {
      on.clock.forward(31_000);
      return (await on.tagCounts.of(worker, HERE))?.find(({ kind }) => kind === 'low-income')?.total ?? 0;
    };
    expect(await tagged()).toBe(1);
    const gone = await act(one, 'decease', DIED);
    expect([await tagged(), await listed({ tag: 'low-income' })]).toEqual([0, []]);
    await act(gone, 'undo', {}, '登记错误');
    expect([await tagged(), await listed({ tag: 'low-income' })]).toEqual([1, [one.id]]);
  });
});
