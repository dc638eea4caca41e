import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FieldValues, MergeRecords } from '@wangge/contracts';
import { findRegister, type RegisterDefinition, type Viewer } from '@wangge/domain';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { GRIDS, household, person, type RegistersOn, registersOn, viewerOf, volunteer } from '../testing/registers-on.js';

const [HERE, BESIDE, , FAR] = GRIDS;
const staff = viewerOf('230302001001');
const supervisor = viewerOf('230302', 'supervisor');
const editor = viewerOf('230302');
const elsewhere = viewerOf('230302002001');
const DAY_MS = 86_400_000;
const REASON = '同一个人';

function definitionOf(name: string): RegisterDefinition {
  const definition = findRegister(name);
  if (!definition) throw new Error(`no register ${name}`);
  return definition;
}
const [RESIDENTS, HOUSEHOLDS, VOLUNTEERS] = [definitionOf('residents'), definitionOf('households'), definitionOf('volunteers')];

describeOnBothDatabases('two records that become one', (getDatabase) => {
  let on: RegistersOn;
  beforeAll(async () => {
    on = await registersOn(getDatabase());
  }, 60_000);
  afterAll(() => on.close());

  const resident = (values: FieldValues = {}, grid: string = HERE, who: Viewer = editor) =>
    on.create(who, 'residents', grid, person(values));
  const home = (values: FieldValues = {}, grid: string = HERE) => on.create(editor, 'households', grid, household(values));
  const asked = (other: { id: string; version?: number }, more: Partial<MergeRecords> = {}): MergeRecords => ({
    id: uuid(),
    version: 1,
    other: { id: other.id, version: other.version ?? 1 },
    take: [],
    reason: REASON,
    ...more,
  });
  const merge = (one: { id: string }, input: MergeRecords, viewer = supervisor, register = 'residents') =>
    on.merging.merge(viewer, register, one.id, input);
  const undo = (one: { id: string }, id: string, version = 2, viewer = supervisor, register = 'residents') =>
    on.unmerging.undo(viewer, { register, id: one.id, merge: id, version, reason: '合并错了' });
  const valuesOf = async (definition: RegisterDefinition, id: string) => (await on.plain(definition, [id]))[0]?.values;

  test('keep what was chosen of each, sealed values too, and what pointed at one points at the other', async () => {
    const [one, other] = [await home({ headPhone: '19912345601' }), await home({ headPhone: '19912345602', note: '困难' })];
    const members = [await resident({ householdId: other.id }), await resident({ householdId: other.id }, FAR)];
    const compared = await on.merges.compare(staff, 'households', one.id, other.id);
    expect(compared.same).toEqual(expect.arrayContaining(['householdKind', 'unit']));
    expect(compared.same).not.toContain('headPhone');
    // One of its members lives where the viewer sees nothing.
    expect(compared.moves).toMatchObject([{ register: 'residents', field: 'householdId', total: 1 }]);
    const record = await merge(one, asked(other, { take: ['headPhone', 'note'] }), staff, 'households');
    expect(record).toMatchObject({ id: one.id, version: 2, values: { headPhone: '199****5602', note: '***' } });
    expect(await valuesOf(HOUSEHOLDS, one.id)).toMatchObject({ headPhone: '19912345602', note: '困难' });
    for (const { id } of members) expect(await valuesOf(RESIDENTS, id)).toMatchObject({ householdId: one.id });
    expect(record.related).toMatchObject([{ register: 'residents', total: 1 }]);
  });

  test('answer at both addresses with the one that stayed, and with both histories', async () => {
    const [one, other] = [await resident({ occupation: '教师' }), await resident({ occupation: '医生' })];
    await on.changes.change(editor, 'residents', other.id, { version: 1, values: { occupation: '护士' } });
    await merge(one, asked({ ...other, version: 2 }, { take: ['occupation'] }));
    expect(await on.registers.get(staff, 'residents', other.id)).toMatchObject({ id: one.id, values: { occupation: '护士' } });
    await expect(on.registers.get(elsewhere, 'residents', other.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(on.changes.change(editor, 'residents', other.id, { version: 3, values: {} })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { items } = await on.registers.history(staff, 'residents', one.id);
    expect(items.map(({ kind, of }) => [kind, of]).sort()).toEqual(
      [
        ['changed', other.id],
        ['created', null],
        ['created', other.id],
        ['merged', null],
        ['merged-away', other.id],
      ].sort(),
    );
    expect(items.find(({ kind }) => kind === 'merged')).toMatchObject({
      reason: REASON,
      fields: [{ name: 'occupation', from: '教师', to: '护士' }],
    });
    const { items: merges } = await on.merges.list(staff, 'residents', one.id);
    expect(merges).toMatchObject([{ mergedId: other.id, taken: ['occupation'], moved: 0, undoneAt: null }]);
    const audit = await getDatabase().superuser.query<{ action: string }>(
      `select action from audit_entry where subject_id = any($1) order by position`,
      [[one.id, other.id]],
    );
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['register.merge', 'register.merge-away']));
  });

  test('are shown through a chain of merges, and that chain is undone from its end', async () => {
    const [first, second, third] = [await resident(), await resident(), await resident()];
    const inner = asked(first);
    await merge(second, inner);
    await merge(third, asked({ id: second.id, version: 2 }));
    expect(await on.registers.get(staff, 'residents', first.id)).toMatchObject({ id: third.id });
    const { items } = await on.registers.history(staff, 'residents', third.id);
    expect(items.map(({ of }) => of)).toEqual(expect.arrayContaining([first.id, second.id, null]));
    await expect(undo(second, inner.id, 3)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a merge is done once however often it is sent, on the versions that were seen, and never twice over', async () => {
    const [one, other, third] = [await resident(), await resident(), await resident()];
    const input = asked(other);
    await merge(one, input);
    expect(await merge(one, input)).toMatchObject({ id: one.id, version: 2 });
    await expect(merge(one, { ...input, take: ['note'] })).rejects.toMatchObject({ code: 'command.reused' });
    await expect(merge(one, asked(third))).rejects.toMatchObject({ code: 'record.stale' });
    await expect(merge(one, asked(other, { version: 2 }))).rejects.toMatchObject({ code: 'not-found' });
    await expect(merge(one, asked(one, { version: 2 }))).rejects.toMatchObject({ code: 'record.same' });
    await expect(merge(one, asked(third, { version: 2, take: ['nothing'] }))).rejects.toMatchObject({ code: 'request.invalid' });
    const outcomes = await Promise.allSettled([
      merge(one, asked(third, { version: 2 })),
      merge(third, asked({ id: one.id, version: 2 })),
      merge(one, asked(third, { version: 2 })),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(['record.stale', 'not-found']).toContain(outcome.reason.code);
  });

  test('need both in the area of who merges them, and his permission', async () => {
    const [one, far] = [await resident(), await resident({}, FAR)];
    for (const [viewer, code] of [
      [staff, 'not-found'],
      [elsewhere, 'not-found'],
      [viewerOf('230302', 'grid-leader'), 'permission.denied'],
      [viewerOf('230303', 'supervisor'), 'not-found'],
    ] as const) {
      await expect(merge(one, asked(far), viewer)).rejects.toMatchObject({ code });
      await expect(on.merges.compare(viewer, 'residents', one.id, far.id)).rejects.toMatchObject({ code });
    }
    const input = asked(far);
    await merge(one, input);
    // The one that went would come back where this viewer may not act.
    await expect(undo(one, input.id, 2, staff)).rejects.toMatchObject({ code: 'not-found' });
    await expect(on.merges.list(elsewhere, 'residents', one.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a number that only one of them may have goes over, and back', async () => {
    const [one, other] = [await resident(), await resident({ identityNumber: '110101199003070652' })];
    const input = asked(other, { take: ['identityNumber'] });
    await merge(one, input);
    expect(await valuesOf(RESIDENTS, one.id)).toMatchObject({ identityNumber: '110101199003070652' });
    await undo(one, input.id);
    expect(await valuesOf(RESIDENTS, one.id)).toMatchObject({ identityNumber: null });
    expect(await valuesOf(RESIDENTS, other.id)).toMatchObject({ identityNumber: '110101199003070652' });
  });

  test('undone, what was changed since stays as somebody wanted it, and is named', async () => {
    const [one, other] = [await home({ unit: '1' }), await home({ unit: '2', room: '201' })];
    const [moved, left] = [await resident({ householdId: other.id }), await resident({ householdId: other.id })];
    const input = asked(other, { take: ['unit', 'room'] });
    await merge(one, input, supervisor, 'households');
    await on.changes.change(editor, 'households', one.id, { version: 2, values: { unit: '3' } });
    await on.changes.change(editor, 'residents', left.id, { version: 2, values: { householdId: null } });
    await expect(undo(one, input.id, 2, supervisor, 'households')).rejects.toMatchObject({ code: 'record.stale' });
    const { kept, restored } = await undo(one, input.id, 3, supervisor, 'households');
    expect(restored.id).toBe(other.id);
    expect(kept).toEqual([
      { register: 'households', id: one.id, field: 'unit' },
      { register: 'residents', id: left.id, field: 'householdId' },
    ]);
    expect(await valuesOf(HOUSEHOLDS, one.id)).toMatchObject({ unit: '3', room: null });
    expect(await valuesOf(RESIDENTS, moved.id)).toMatchObject({ householdId: other.id });
    expect(await valuesOf(RESIDENTS, left.id)).toMatchObject({ householdId: null });
    await expect(undo(one, input.id, 4, supervisor, 'households')).rejects.toMatchObject({ code: 'merge.undone' });
  });

  test('carry the sums of what points at them, merged and undone, and of what they themselves are summed up in', async () => {
    const helper = () => on.create(editor, 'volunteers', HERE, volunteer());
    const served = (volunteerId: string, hours: number) =>
      on.create(editor, 'service-records', HERE, { subject: '送餐', volunteerId, servedOn: '2026-03-01', hours });
    const hoursOf = async (...ids: string[]) =>
      Promise.all(ids.map(async (id) => (await valuesOf(VOLUNTEERS, id))?.serviceHours ?? null));
    const [one, other] = [await helper(), await helper()];
    const [short, long] = [await served(one.id, 2), await served(other.id, 3)];
    const input = asked(other, { take: ['note'] });
    await merge(one, input, supervisor, 'volunteers');
    expect(await hoursOf(one.id)).toEqual([5]);
    await undo(one, input.id, 2, supervisor, 'volunteers');
    expect(await hoursOf(one.id, other.id)).toEqual([2, 3]);
    // Two records of one service: the hours that went with the second are nobody's any more.
    const twice = asked(long, { take: ['hours'], other: { id: long.id, version: 3 } });
    await merge(short, twice, supervisor, 'service-records');
    expect(await hoursOf(one.id, other.id)).toEqual([3, 0]);
    await undo(short, twice.id, 2, supervisor, 'service-records');
    expect(await hoursOf(one.id, other.id)).toEqual([2, 3]);
    // A sum is nobody's to take over.
    const taken = asked({ ...other, version: 3 }, { version: 3, take: ['serviceHours'] });
    await expect(merge(one, taken, supervisor, 'volunteers')).rejects.toMatchObject({ code: 'request.invalid' });
  });

  test('are two again only within thirty days', async () => {
    const [one, other] = [await resident(), await resident()];
    const input = asked(other);
    await merge(one, input);
    on.clock.forward(30 * DAY_MS);
    await expect(undo(one, input.id)).rejects.toMatchObject({ code: 'merge.too-late' });
    const { items } = await on.merges.list(staff, 'residents', one.id);
    expect(items[0]?.undoUntil).toBeNull();
  });

  test('merged and undone, are what they were: values, places, and all that pointed at them', async () => {
    const text = fc.option(fc.constantFrom('甲', '乙', '丙'), { nil: null });
    const phone = fc.option(fc.constantFrom('19912345611', '19912345612'), { nil: null });
    const values = fc.record({ unit: text, room: text, address: text, headPhone: phone, note: text });
    const fields = ['unit', 'room', 'address', 'headPhone', 'note', 'householdNumber'];
    await fc.assert(
      fc.asyncProperty(
        values,
        values,
        fc.subarray(fields),
        fc.array(fc.boolean(), { maxLength: 3 }),
        fc.constantFrom(HERE, BESIDE),
        async (a, b, take, members, grid) => {
          const [one, other] = [await home(a), await home(b, grid)];
          const residents: string[] = [];
          for (const isHis of members) residents.push((await resident({ householdId: isHis ? other.id : one.id })).id);
          const all = async () => ({
            homes: stripped(await on.plain(HOUSEHOLDS, [one.id, other.id])),
            residents: stripped(await on.plain(RESIDENTS, residents)),
          });
          const before = await all();
          const input = asked(other, { take });
          await merge(one, input, supervisor, 'households');
          expect((await all()).homes).toHaveLength(1);
          expect(await undo(one, input.id, 2, supervisor, 'households')).toMatchObject({ kept: [] });
          expect(await all()).toEqual(before);
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);
});

/** What a record is, without how often it was written. */
const stripped = (records: readonly { readonly id: string; readonly version: number }[]) =>
  records.map(({ version: _version, ...record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1));
