import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DecideMove, FieldValues, MoveRecord } from '@wangge/contracts';
import { findRegister, type Lens, type Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { GRIDS, household, person, type RegistersOn, registersOn, viewerOf } from '../testing/registers-on.js';

const [HERE, BESIDE, , FAR] = GRIDS;
const giver = viewerOf('230302001001');
const taker = viewerOf('230302002001');
const stranger = viewerOf('230302001002');
const district = viewerOf('230302');
const REASON = '搬到女儿家';

describeOnBothDatabases('records that move', (getDatabase) => {
  let on: RegistersOn;
  beforeAll(async () => {
    on = await registersOn(getDatabase());
  }, 60_000);
  afterAll(() => on.close());

  const resident = (values: FieldValues = {}, grid: string = HERE) => on.create(district, 'residents', grid, person(values));
  const home = (grid: string) => on.create(district, 'households', grid, household());
  const to = (gridCode: string, more: Partial<MoveRecord> = {}): MoveRecord => ({
    id: uuid(),
    version: 1,
    gridCode,
    values: {},
    reason: REASON,
    ...more,
  });
  const move = (one: { id: string }, input: MoveRecord, viewer: Viewer = giver) =>
    on.moves.move(viewer, 'residents', one.id, input);
  const ask = async (one: { id: string }, gridCode: string) => {
    const { asked } = await move(one, to(gridCode));
    if (!asked) throw new Error('it was not asked for');
    return asked;
  };
  const decide = (viewer: Viewer, id: string, input: Partial<DecideMove> = {}) =>
    on.moves.decide(viewer, 'residents', id, { action: 'accept', reason: '已核实', ...input });
  const listed = async (viewer: Viewer, direction: 'in' | 'out', open: 'true' | 'false' = 'true') =>
    (await on.moves.list(viewer, 'residents', { direction, open, perPage: 100 })).items.map(({ id }) => id);
  const seen = (viewer: Viewer, { id }: { id: string }) => on.registers.get(viewer, 'residents', id);

  test('within one’s own area are there at once, with what belongs to the new place, and history', async () => {
    const [old, young] = [await home(HERE), await home(BESIDE)];
    const one = await resident({ householdId: old.id, relationToHead: '2', residenceAddress: '四海小区3号楼2单元', occupation: '教师' });
    const input = to(BESIDE, { values: { householdId: young.id, residenceAddress: one.values.residenceAddress ?? null } });
    const { record, asked } = await move(one, input);
    expect(asked).toBeNull();
    expect(record).toMatchObject({
      version: 2,
      chain: { gridCode: BESIDE },
      values: { householdId: young.id, relationToHead: null, occupation: '教师', residenceAddress: '四海小区3号楼***' },
    });
    expect((await move(one, input)).record?.version).toBe(2);
    const { items } = await on.registers.history(giver, 'residents', one.id);
    expect(items[0]).toMatchObject({ kind: 'moved', reason: REASON });
    expect(items[0]?.fields.map(({ name }) => name)).toEqual(['householdId', 'relationToHead']);
    const [audit] = await getDatabase().superuser.query<{ details: unknown }>(
      `select details from audit_entry where action = 'register.leave' and subject_id = $1`,
      [one.id],
    );
    expect(audit?.details).toEqual({ from: HERE, to: BESIDE });
  });

  test('out of it are asked for, accepted by the other side, and seen by the old one no more but in its own trail', async () => {
    const one = await resident({ occupation: '医生' });
    const asked = await ask(one, FAR.slice(0, 12));
    expect(asked).toMatchObject({ state: 'asked', recordId: one.id, actions: ['withdraw'], title: one.title });
    expect(await seen(giver, one)).toMatchObject({ chain: { gridCode: HERE } });
    await expect(seen(taker, one)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listed(taker, 'in')).toContain(asked.id);
    expect(await listed(giver, 'out')).toContain(asked.id);
    for (const viewer of [stranger, viewerOf('230303')])
      for (const direction of ['in', 'out'] as const) expect(await listed(viewer, direction)).toEqual([]);
    const young = await home(FAR);
    const done = await decide(taker, asked.id, { gridCode: FAR, values: { householdId: young.id } });
    expect(done).toMatchObject({ state: 'accepted', actions: [], answer: '已核实' });
    expect(await seen(taker, one)).toMatchObject({ chain: { gridCode: FAR }, values: { occupation: '医生', householdId: young.id } });
    await expect(seen(giver, one)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listed(giver, 'out', 'false')).toContain(asked.id);
    // Where in the other area it lives now is no longer the old one's business.
    expect(JSON.stringify((await on.moves.list(giver, 'residents', { direction: 'out', open: 'false', perPage: 100 })).items)).not.toContain(FAR);
    const { items } = await on.registers.history(taker, 'residents', one.id);
    expect(items.map(({ kind }) => kind)).toEqual(['moved', 'created']);
  });

  test('are refused, withdrawn and decided once', async () => {
    const [one, two] = [await resident(), await resident()];
    const first = await ask(one, FAR);
    await expect(move(one, to(FAR))).rejects.toMatchObject({ code: 'move.asked-already' });
    await expect(decide(giver, first.id)).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(decide(taker, first.id, { action: 'withdraw' })).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(decide(stranger, first.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await decide(taker, first.id, { action: 'refuse', reason: '不住这里' })).toMatchObject({ state: 'refused' });
    await expect(decide(taker, first.id)).rejects.toMatchObject({ code: 'move.decided' });
    expect(await seen(giver, one)).toMatchObject({ chain: { gridCode: HERE }, version: 1 });
    const second = await ask(two, FAR);
    expect(await decide(giver, second.id, { action: 'withdraw' })).toMatchObject({ state: 'withdrawn' });
    const third = await ask(two, FAR);
    const both = await Promise.allSettled([decide(taker, third.id), decide(district, third.id, { action: 'withdraw' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('go nowhere that is not there, and no further than their version and their area', async () => {
    const one = await resident();
    for (const [input, code] of [
      [to('230302009009009'), 'move.nowhere'],
      [to(BESIDE.slice(0, 12)), 'move.nowhere'],
      [to('230303001001001'), 'grid.outside-district'],
      [to(BESIDE, { version: 7 }), 'record.stale'],
      [to(BESIDE, { values: { occupation: '医生' } }), 'request.invalid'],
      [to(BESIDE, { values: { householdId: uuid() } }), 'record.invalid'],
    ] as const)
      await expect(move(one, input)).rejects.toMatchObject({ code });
    await expect(move(one, to(BESIDE), stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(move(one, to(BESIDE), viewerOf('230302', 'leader'))).rejects.toMatchObject({ code: 'permission.denied' });
    expect(await seen(giver, one)).toMatchObject({ version: 1, chain: { gridCode: HERE } });
    const asked = await ask(one, FAR.slice(0, 12));
    await expect(decide(taker, asked.id)).rejects.toMatchObject({ code: 'move.nowhere' });
    await expect(decide(taker, asked.id, { gridCode: BESIDE })).rejects.toMatchObject({ code: 'move.nowhere' });
    // A household on the old side cannot be pointed at from the new one.
    const old = await home(HERE);
    await expect(decide(taker, asked.id, { gridCode: FAR, values: { householdId: old.id } })).rejects.toMatchObject({
      code: 'record.invalid',
    });
    await on.changes.remove(district, 'residents', one.id, 1, '重复登记');
    await expect(decide(taker, asked.id, { gridCode: FAR })).rejects.toMatchObject({ code: 'record.stale' });
  });

  test('are shown by the database itself to their two sides alone', async () => {
    const asked = await ask(await resident(), FAR);
    const statement = { name: 'moves.walls', text: 'select id from register_move where id = $1' };
    const shows = async (lens: Lens) => (await getDatabase().database.as(lens, (tx) => tx.query(statement, [asked.id]))).length > 0;
    const member = (code: string): Lens => ({ kind: 'member', accountId: uuid(), codes: [code], departmentIds: [] });
    for (const lens of [
      { kind: 'community', code: HERE.slice(0, 12) },
      { kind: 'grid', code: FAR },
      { kind: 'street', code: FAR.slice(0, 9) },
      { kind: 'district', code: '230302' },
      { kind: 'region', code: '23' },
      member(HERE),
      member(FAR.slice(0, 12)),
    ] as const)
      expect([lens, await shows(lens)]).toEqual([lens, true]);
    for (const lens of [
      { kind: 'community', code: '230302001002' },
      { kind: 'grid', code: BESIDE },
      { kind: 'district', code: '230303' },
      { kind: 'region', code: '22' },
      member('230302001002'),
    ] as const)
      expect([lens, await shows(lens)]).toEqual([lens, false]);
  });

  test('without a point may be put into another unit grid by a change; nobody puts one where he does not write', async () => {
    const one = await resident();
    const changed = await on.changes.change(giver, 'residents', one.id, { version: 1, gridCode: BESIDE, values: {} });
    expect(changed).toMatchObject({ version: 2, chain: { gridCode: BESIDE } });
    await expect(on.changes.change(giver, 'residents', one.id, { version: 2, gridCode: FAR, values: {} })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { items } = await on.registers.history(giver, 'residents', one.id);
    expect(items[0]).toMatchObject({ kind: 'changed', version: 2, fields: [{ name: 'point', from: null, to: null }] });
  });

  test('a record is taken out with a reason, which stays in its history', async () => {
    const one = await resident();
    await on.changes.remove(giver, 'residents', one.id, 1, '测试数据');
    const [kept] = await getDatabase().superuser.query<{ reason: string }>(
      `select reason from register_change where record_id = $1 and kind = 'deleted'`,
      [one.id],
    );
    expect(kept?.reason).toBe('测试数据');
  });

  test('the register says what moves with a place; others do not move', async () => {
    expect(findRegister('residents')?.moving?.fields).toContain('householdId');
    await expect(on.moves.list(giver, 'buildings', { direction: 'in', open: 'true', perPage: 10 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
