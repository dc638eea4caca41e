import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AddTag, RecordQuery, type TagGroup } from '@wangge/contracts';
import { areaLens, type Lens, type Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { GRIDS, person, type RegistersOn, registersOn, viewerOf } from '../testing/registers-on.js';

const [HERE, BESIDE, NEAR, FAR] = GRIDS;
const DAY_MS = 86_400_000;
const staff = viewerOf('230302001001');
const worker = viewerOf(HERE, 'grid-worker');
const officer = viewerOf('230302001', 'safety-officer');
const farOfficer = viewerOf('230302002', 'safety-officer');
const leader = viewerOf('230302', 'leader');
const SOURCE = '区民政局证明某字第九号';
const SECRET = '区司法局决定书某字第七号';

describeOnBothDatabases('tags', (getDatabase) => {
  let on: RegistersOn;
  beforeAll(async () => {
    on = await registersOn(getDatabase());
  }, 60_000);
  afterAll(() => on.close());

  const today = () => new Date(on.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const resident = (grid: string = HERE) => on.create(viewerOf('230302'), 'residents', grid, person());
  const tag = (kind: string, more: Partial<AddTag> = {}): AddTag => ({
    id: uuid(),
    kind,
    source: kind === 'drug-use' ? SECRET : SOURCE,
    since: '2026-01-01',
    expiresOn: '2026-08-01',
    note: null,
    ...more,
  });
  const add = (viewer: Viewer, { id }: { id: string }, input: AddTag) => on.tagging.add(viewer, 'residents', id, input);
  const careOf = async (viewer: Viewer, { id }: { id: string }) => (await on.tags.list(viewer, 'residents', id)).items;
  const specialOf = async (viewer: Viewer, { id }: { id: string }) => (await on.tags.look(viewer, 'residents', id, '例行走访')).items;
  const listed = async (viewer: Viewer, kind: string, more: Record<string, string> = {}) =>
    (await on.registers.listRecords(viewer, 'residents', RecordQuery.parse({ tag: kind, perPage: '100', ...more }))).items.map(({ id }) => id);
  const counted = async (viewer: Viewer, kind: string, node: string = HERE) => {
    on.clock.forward(31_000);
    const totals = await on.tagCounts.of(viewer, node);
    return totals && (totals.find((each) => each.kind === kind)?.total ?? 0);
  };

  test('are added once, confirmed anew and ended, each time with who, when and why', async () => {
    const one = await resident();
    const input = tag('elder-alone', { note: '每周探望' });
    const added = await add(staff, one, input);
    expect(added).toMatchObject({ kind: 'elder-alone', group: 'care', version: 1, state: 'valid', source: SOURCE, note: '每周探望' });
    expect(await add(staff, one, input)).toEqual(added);
    await expect(add(staff, one, { ...input, kind: 'disabled' })).rejects.toMatchObject({ code: 'command.reused' });
    await expect(add(staff, one, tag('elder-alone'))).rejects.toMatchObject({ code: 'tag.already-there' });
    const at = { register: 'residents', id: one.id, tag: added.id };
    const renewed = await on.tagging.renew(staff, at, { version: 1, source: '入户复核', expiresOn: '2027-06-12', note: null });
    expect(renewed).toMatchObject({ version: 2, expiresOn: '2027-06-12', source: '入户复核', note: null });
    await expect(on.tagging.end(staff, at, { version: 1, reason: '子女搬回' })).rejects.toMatchObject({ code: 'record.stale' });
    const ended = await on.tagging.end(staff, at, { version: 2, reason: '子女搬回' });
    expect(ended).toMatchObject({ state: 'ended', version: 3 });
    expect(ended.changes.map(({ deed, actor, source, reason }) => [deed, actor, source, reason])).toEqual([
      ['ended', staff.name, '入户复核', '子女搬回'],
      ['renewed', staff.name, '入户复核', null],
      ['added', staff.name, SOURCE, null],
    ]);
    await expect(on.tagging.end(staff, at, { version: 3, reason: '再次解除' })).rejects.toMatchObject({ code: 'tag.ended' });
    expect(await add(staff, one, tag('elder-alone'))).toMatchObject({ state: 'valid', version: 1 });
    const audit = await getDatabase().superuser.query<{ action: string; details: object }>(
      'select action, details from audit_entry where subject_id = $1 order by position',
      [added.id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['tag.added', 'tag.renewed', 'tag.ended']);
    expect(JSON.stringify(audit)).not.toMatch(/elder|民政|子女/);
  });

  test('hold to their last day and count, are found and shown as such no longer', async () => {
    const one = await resident();
    await add(staff, one, tag('no-support', { expiresOn: today() }));
    expect([(await careOf(worker, one))[0]?.state, await listed(worker, 'no-support'), await counted(worker, 'no-support')]).toEqual([
      'valid',
      [one.id],
      1,
    ]);
    on.clock.forward(DAY_MS);
    expect([(await careOf(worker, one))[0]?.state, await listed(worker, 'no-support'), await counted(worker, 'no-support')]).toEqual([
      'expired',
      [],
      0,
    ]);
    const [expired] = await careOf(staff, one);
    const at = { register: 'residents', id: one.id, tag: expired?.id ?? '' };
    await on.tagging.renew(staff, at, { version: 1, source: SOURCE, expiresOn: '2026-12-01', note: null });
    expect(await listed(worker, 'no-support')).toEqual([one.id]);
  });

  test('whose days cannot be are refused by the day', async () => {
    const one = await resident();
    for (const [more, path] of [
      [{ since: '2027-01-01' }, 'body.since'],
      [{ expiresOn: '2026-01-01' }, 'body.expiresOn'],
      [{ expiresOn: '2030-01-01' }, 'body.expiresOn'],
    ] as const)
      await expect(add(staff, one, tag('disabled', more))).rejects.toMatchObject({
        code: 'record.invalid',
        details: { fields: [{ path, rule: 'date-out-of-range' }] },
      });
    await expect(add(staff, one, tag('petitioner'))).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(on.tagging.add(staff, 'buildings', one.id, tag('disabled'))).rejects.toMatchObject({ code: 'not-found' });
  });

  describe('of special groups', () => {
    let one: { id: string };
    beforeEach(async () => {
      one = await resident();
      await add(officer, one, tag('drug-use'));
    });

    test('are seen by whoever may after saying why, and by nobody else, who finds what he would find without them', async () => {
      const plain = await resident();
      expect((await specialOf(officer, one)).map(({ kind, source }) => [kind, source])).toEqual([['drug-use', SECRET]]);
      expect(await specialOf(officer, plain)).toEqual([]);
      const looks = await getDatabase().superuser.query<{ details: object }>(
        `select details from audit_entry where action = 'tag.looked' and subject_id = any($1::uuid[])`,
        [[one.id, plain.id]],
      );
      expect(looks).toHaveLength(2);
      for (const viewer of [staff, worker, leader]) {
        await expect(specialOf(viewer, one)).rejects.toMatchObject({ code: 'permission.denied' });
        expect(await listed(viewer, 'drug-use')).toEqual([]);
        expect(await counted(viewer, 'drug-use')).toEqual(viewer === leader ? null : 0);
        if (viewer !== leader) expect(await careOf(viewer, one)).toEqual(await careOf(viewer, plain));
      }
      await expect(specialOf(farOfficer, one)).rejects.toMatchObject({ code: 'not-found' });
      expect(await listed(farOfficer, 'drug-use')).toEqual([]);
      expect(await listed(officer, 'drug-use')).toContain(one.id);
      expect(await counted(officer, 'drug-use')).toBeGreaterThan(0);
      const [asked] = await getDatabase().superuser.query<{ details: object }>(
        `select details from audit_entry where action = 'tag.listed' and subject_id = $1`,
        [officer.accountId],
      );
      expect(asked?.details).toEqual({ kinds: ['drug-use'], scope: '230302001' });
    });

    test('are set by nobody who may not, not even by their id', async () => {
      const [given] = await specialOf(officer, one);
      const at = { register: 'residents', id: one.id, tag: given?.id ?? '' };
      await expect(add(staff, one, tag('released'))).rejects.toMatchObject({ code: 'permission.denied' });
      await expect(add(officer, one, tag('disabled'))).rejects.toMatchObject({ code: 'permission.denied' });
      const same = { code: 'not-found' };
      await expect(on.tagging.end(staff, at, { version: 1, reason: '不属实' })).rejects.toMatchObject(same);
      await expect(on.tagging.end(staff, { ...at, tag: uuid() }, { version: 1, reason: '不属实' })).rejects.toMatchObject(same);
      await expect(on.tagging.end(leader, at, { version: 1, reason: '不属实' })).rejects.toMatchObject({ code: 'permission.denied' });
      expect(await on.tagging.end(officer, at, { version: 1, reason: '解除强制隔离' })).toMatchObject({ state: 'ended' });
    });

    test('are asked for apart from care tags, and by names that there are', async () => {
      await expect(listed(officer, 'drug-use,disabled')).rejects.toMatchObject({ code: 'request.invalid' });
      await expect(listed(officer, 'dragon-tamer')).rejects.toMatchObject({ code: 'request.invalid' });
    });

    test('make no file, even for whoever may see them', async () => {
      const both = { ...officer, assignments: [...officer.assignments, ...staff.assignments] };
      expect(await on.pages.count(both, 'residents', { tag: 'drug-use' }, 100)).toBe(0);
      await add(staff, one, tag('disabled'));
      expect(await on.pages.count(both, 'residents', { tag: 'disabled' }, 100)).toBeGreaterThan(0);
    });
  });

  test('go with their record wherever it goes, though whoever moves it may not know them', async () => {
    const one = await resident();
    await add(officer, one, tag('mental-disorder'));
    await on.moves.move(staff, 'residents', one.id, { id: uuid(), version: 1, gridCode: BESIDE, values: {}, reason: '搬家' });
    expect([await counted(officer, 'mental-disorder', HERE), await counted(officer, 'mental-disorder', BESIDE)]).toEqual([0, 1]);
    await on.changes.change(staff, 'residents', one.id, { version: 2, gridCode: HERE, values: {} });
    expect(await counted(officer, 'mental-disorder', HERE)).toBe(1);
    await on.changes.remove(staff, 'residents', one.id, 3, '登记有误');
    expect([await counted(officer, 'mental-disorder', HERE), await listed(officer, 'mental-disorder')]).toEqual([0, []]);
  });

  test('of two that are merged stand on the one that stays, and part again when the merge is undone', async () => {
    const [one, other] = [await resident(), await resident(BESIDE)];
    await add(officer, other, tag('released'));
    await add(staff, one, tag('left-behind-elder'));
    const reason = '同一个人';
    const merge = { id: uuid(), version: 1, other: { id: other.id, version: 1 }, take: [], reason };
    await on.merging.merge(staff, 'residents', one.id, merge);
    expect((await specialOf(officer, one)).map(({ kind }) => kind)).toEqual(['released']);
    expect([await listed(officer, 'released'), await counted(officer, 'released', HERE)]).toEqual([[one.id], 1]);
    await on.unmerging.undo(staff, { register: 'residents', id: one.id, merge: merge.id, version: 2, reason: '不是同一个人' });
    expect([await specialOf(officer, one), (await specialOf(officer, other)).map(({ kind }) => kind)]).toEqual([[], ['released']]);
    expect([await listed(officer, 'released'), await counted(officer, 'released', BESIDE)]).toEqual([[other.id], 1]);
    expect((await careOf(staff, one)).map(({ kind }) => kind)).toEqual(['left-behind-elder']);
  });

  describe('behind the two walls', () => {
    const member = (code: string, group?: TagGroup): Lens => ({
      kind: 'member',
      accountId: uuid(),
      codes: [code],
      departmentIds: [],
      ...(group && { tag: group }),
    });
    const ALL = { name: 'tags.walls', text: 'select id, group_name from register_tag' };
    const HISTORY = { name: 'tags.walls-history', text: 'select tag_id from register_tag_change' };
    let near: string;
    beforeAll(async () => {
      near = (await resident(NEAR)).id;
      await add(viewerOf('230302', 'safety-officer'), { id: near }, tag('community-correction', { expiresOn: '2026-11-01' }));
      await add(viewerOf('230302'), { id: near }, tag('serious-illness', { expiresOn: '2026-11-01' }));
    });

    const rows = (lens: Lens) => getDatabase().database.as(lens, (tx) => tx.query<{ group_name: string }>(ALL));
    const history = (lens: Lens) => getDatabase().database.as(lens, (tx) => tx.query(HISTORY));

    test('the database shows the tags of the group and the area that were said, and none where none was said', async () => {
      const areas = ['23', '230302', '230302001', '230302001002', NEAR].map(areaLens);
      for (const lens of [...areas, member(NEAR), { kind: 'record', id: near }, { kind: 'job' }] as const)
        expect([lens, await rows(lens), lens.kind === 'job' ? [] : await history(lens)]).toEqual([lens, [], []]);
      await expect(history({ kind: 'job' })).rejects.toMatchObject({ code: '42501' });
      for (const lens of [...areas.map((area) => ({ ...area, tag: 'special' as const })), member(NEAR, 'special')]) {
        const seen = await rows(lens);
        expect([lens, seen.length > 0, seen.every((row) => row.group_name === 'special')]).toEqual([lens, true, true]);
        expect((await history(lens)).length).toBeGreaterThanOrEqual(seen.length);
      }
      expect(await rows({ ...areaLens('230302002'), tag: 'special' })).toEqual([]);
      expect(await rows(member(FAR, 'care'))).toEqual([]);
    });

    test('what was said ends with its lens', async () => {
      const seen = await getDatabase().database.as({ ...areaLens('230302'), tag: 'special' }, async (tx) => {
        const before = await tx.query(ALL);
        await tx.become(areaLens('230302'));
        return [before.length > 0, await tx.query(ALL)];
      });
      expect(seen).toEqual([true, []]);
    });

    test('nobody writes a tag of a group that he has not said, or of another record', async () => {
      const insert = {
        name: 'tags.walls-insert',
        text: `insert into register_tag (district_code, id, register, record_id, origin_id, version, street_code, community_code, grid_code,
                 group_name, kind_key, sealed, since, expires_on, created_at, updated_at)
               values ('230302', gen_random_uuid(), 'residents', $1, $1, 1, '230302001', '230302001002', '230302001002001',
                 'special', 'x', '', '2026-01-01', '2026-12-01', now(), now())`,
      };
      for (const lens of [
        { kind: 'record', id: near },
        { kind: 'record', id: near, tag: 'care' },
        { kind: 'record', id: uuid(), tag: 'special' },
        { kind: 'job' },
      ] as const)
        await expect(getDatabase().database.as(lens, (tx) => tx.query(insert, [near]))).rejects.toMatchObject({ code: '42501' });
      await expect(getDatabase().database.as({ ...areaLens('230302'), tag: 'special' }, (tx) => tx.query(insert, [near]))).rejects.toMatchObject({
        code: '42501',
      });
    });

    test('the filter of the application alone keeps areas and groups apart as well', async () => {
      const { superuser } = getDatabase();
      for (const table of ['register_tag', 'register_tag_change', 'register_residents'])
        await superuser.query(`alter table ${table} disable row level security`);
      try {
        expect(await listed(officer, 'community-correction')).toEqual([near]);
        expect(await listed(farOfficer, 'community-correction')).toEqual([]);
        expect(await listed(staff, 'community-correction')).toEqual([]);
        expect((await careOf(viewerOf('230302'), { id: near })).map(({ kind }) => kind)).toEqual(['serious-illness']);
        expect(await counted(farOfficer, 'community-correction', '230302')).toBe(0);
        expect(await counted(viewerOf('230302'), 'community-correction', '230302')).toBe(0);
      } finally {
        for (const table of ['register_tag', 'register_tag_change', 'register_residents'])
          await superuser.query(`alter table ${table} enable row level security`);
      }
    });

    test('what is stored tells nobody who has only the database what a tag says', async () => {
      for (const table of ['register_tag', 'register_tag_change', 'audit_entry', 'client_command', 'register_change']) {
        const stored = await getDatabase().superuser.query<{ row: string }>(`select to_jsonb(r)::text as row from ${table} as r`);
        expect(stored.length).toBeGreaterThan(0);
        for (const { row } of stored)
          for (const word of [SOURCE, SECRET, Buffer.from(SECRET).toString('hex'), 'mental-disorder', 'community-correction'])
            expect([table, word, row.includes(word) && !row.includes('"tag.listed"')]).toEqual([table, word, false]);
      }
    });
  });
});
