import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { FieldValues, Point } from '@wangge/contracts';
import { findRegister, type Lens } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../platform/database/index.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { type GridChangeParticipant, GridChangeParticipants, type GridMove } from '../grid/index.js';
import { OwnRegistersRepository } from './definitions/own-registers.repository.js';
import { RecordCells } from './record-cells.js';
import { RegisterBackings } from './register-backings.js';
import { RegisterCatalogue } from './register-catalogue.js';
import { RegisterGridMoves } from './register-grid-moves.js';
import { RegisterSeeding } from './register-seeding.js';
import { RegistersRepository } from './registers.repository.js';

const secrets = new Secrets({ jwt: randomBytes(32), hash: randomBytes(32), fields: randomBytes(32) });
const cells = new RecordCells(new FieldCipher(secrets), secrets);
const COMMUNITY = '230302001001';
const [OLD, OTHER, WEST, EAST] = ['001', '002', '005', '006'].map((serial) => COMMUNITY + serial);
const DEED = { at: '2026-07-01T00:00:00.000Z', actorId: uuid(), actorName: '值班长', words: '网格调整：一 → 五、六' };
const DISTRICT: Lens = { kind: 'district', code: '230302' };
const IN_WEST: Point = { lng: 130.002, lat: 45.005 };
const IN_EAST: Point = { lng: 130.008, lat: 45.005 };
/** Outside of both by a few metres: found by tolerance once. */
const BESIDE: Point = { lng: 130.01005, lat: 45.005 };

describeOnBothDatabases('records in a grid that is split', (getDatabase) => {
  const repository = new RegistersRepository(cells);
  const seeding = () => new RegisterSeeding(getDatabase().database, repository);
  const ids: Record<string, string> = {};
  const store = async (register: string, name: string, values: FieldValues, place: { point?: Point; gridCode?: string } = {}) => {
    const definition = findRegister(register);
    if (!definition) throw new Error(register);
    const id = uuid();
    ids[name] = id;
    const record = {
      id,
      gridCode: place.gridCode ?? OLD ?? '',
      point: place.point ?? null,
      values,
      at: '2026-06-01T00:00:00.000Z',
    };
    await seeding().insertMany(definition, [record], { id: null, name: '某人' });
  };
  const building = (name: string, point: Point, gridCode?: string) =>
    store('buildings', name, { code: name, name, use: 'residential' }, { point, ...(gridCode ? { gridCode } : {}) });
  const household = (name: string, buildingId: string | null) =>
    store('households', name, { householdNumber: name, householdKind: 'family', headName: name, buildingId });
  const resident = (name: string, values: FieldValues) =>
    store('residents', name, { name, gender: 'female', residentKind: 'registered', ...values });

  let move: GridMove;
  const participants = async (): Promise<readonly GridChangeParticipant[]> => {
    const all = new GridChangeParticipants();
    const catalogue = new RegisterCatalogue(getDatabase().database, new OwnRegistersRepository(), new RegisterBackings());
    new RegisterGridMoves(all, catalogue, cells).onModuleInit();
    return all.of({ districtCode: '230302' });
  };
  const through = <T>(lens: Lens, work: (tx: Transaction) => Promise<T>) => getDatabase().database.as(lens, work);
  const counts = async (lens: Lens = DISTRICT) => {
    const found: Record<string, unknown> = {};
    for (const participant of await participants()) {
      const { total, undecided, to } = await through(lens, (tx) => participant.preview(tx, lens, move));
      if (total > 0) found[participant.kind] = [total, undecided, ...to.map(({ code, count }) => `${code.slice(-1)}:${count}`)];
    }
    return found;
  };
  const listed = async (kind: string, undecided = false, after?: string, most = 50) => {
    const participant = (await participants()).find((each) => each.kind === kind);
    const rows = (await through(DISTRICT, async (tx) => participant?.list(tx, DISTRICT, move, { undecided, after, most }))) ?? [];
    return rows.map(({ id, title, to, by }) => [Object.keys(ids).find((name) => ids[name] === id), title, to[0]?.slice(-1), by]);
  };

  beforeAll(async () => {
    const box = async (west: number, east: number) => {
      const [row] = await getDatabase().superuser.query<{ hex: string }>(
        `select ST_Multi(ST_MakeEnvelope(${west}, 45, ${east}, 45.01, 4326))::text as hex`,
      );
      return row?.hex ?? '';
    };
    move = {
      kind: 'split',
      districtCode: '230302',
      codes: [OLD ?? ''],
      pieces: [
        { code: WEST ?? '', name: '五', outline: await box(130, 130.005) },
        { code: EAST ?? '', name: '六', outline: await box(130.005, 130.01) },
      ],
      lineage: [],
      defaults: { [OLD ?? '']: WEST ?? '' },
      decisions: [],
    };
    await building('west', IN_WEST);
    await building('east', IN_EAST);
    await building('beside', BESIDE);
    await building('elsewhere', IN_EAST, OTHER);
    await household('in-east', ids.east ?? null);
    await household('nowhere', null);
    await household('astray', ids.elsewhere ?? null);
    await resident('by-household', { householdId: ids['in-east'] ?? null });
    await resident('by-building', { householdId: ids.nowhere ?? null, buildingId: ids.west ?? null });
    await resident('by-nothing', {});
    await store('volunteers', 'helper', {
      name: 'helper',
      phone: '19912345678',
      serviceKind: 'other',
      state: 'active',
      residentId: ids['by-household'] ?? null,
    });
  }, 60_000);

  test('go where their point lies, or that of what they hang on; the rest is to be decided', async () => {
    expect(await counts()).toEqual({
      buildings: [3, 0, '5:1', '6:2'],
      households: [3, 2, '5:2', '6:1'],
      residents: [3, 1, '5:2', '6:1'],
      volunteers: [1, 0, '6:1'],
    });
    expect((await listed('households')).sort()).toEqual([
      ['astray', expect.any(String), '5', 'default'],
      ['in-east', expect.any(String), '6', 'related'],
      ['nowhere', expect.any(String), '5', 'default'],
    ]);
  });

  test('are listed page by page, with masked names, and those to be decided apart', async () => {
    const undecided = await listed('residents', true);
    expect(undecided.map(([name, , , by]) => [name, by])).toEqual([['by-nothing', 'default']]);
    expect(undecided[0]?.[1]).not.toContain('nothing');
    const first = await listed('residents', false, undefined, 2);
    const rest = await listed('residents', false, ids[String(first.at(-1)?.[0])], 2);
    expect([...first, ...rest].map(([name]) => name).sort()).toEqual(['by-building', 'by-household', 'by-nothing']);
  });

  test('are counted as far as the lens goes', async () => {
    expect(await counts({ kind: 'street', code: '230302002' })).toEqual({});
    expect(await counts({ kind: 'street', code: '230302001' })).toEqual(await counts());
  });

  test('follow what a person decided, but never against their own point', async () => {
    const before = move;
    const decisions = ['by-nothing', 'west'].map((name) => ({
      kind: name === 'west' ? 'buildings' : 'residents',
      id: ids[name] ?? '',
      code: EAST ?? '',
    }));
    move = { ...move, decisions };
    expect(await counts()).toMatchObject({ buildings: [3, 0, '5:1', '6:2'], residents: [3, 0, '5:1', '6:2'] });
    move = before;
  });

  describe('on the day', () => {
    test('move once, keep their history, and stay in every area above', async () => {
      const run = async () => {
        const totals: Record<string, number> = {};
        for (const participant of [...(await participants())].reverse()) {
          const { total } = await through({ kind: 'job' }, (tx) => participant.move(tx, move, DEED));
          if (total > 0) totals[participant.kind] = total;
        }
        return totals;
      };
      expect(await run()).toEqual({ buildings: 3, households: 3, residents: 3, volunteers: 1 });
      // What comes later is moved as well, and nothing twice.
      expect(await run()).toEqual({});
      await resident('late', { householdId: ids['in-east'] ?? null });
      expect(await run()).toEqual({ residents: 1 });
      const { superuser } = getDatabase();
      const rows = await superuser.query<{ id: string; grid_code: string; community_code: string; version: number }>(
        'select id, grid_code, community_code, version from register_residents',
      );
      expect(rows.every(({ community_code, version }) => community_code === COMMUNITY && version === 2)).toBe(true);
      expect(
        rows
          .filter(({ grid_code }) => grid_code === EAST)
          .map(({ id }) => id)
          .sort(),
      ).toEqual([ids['by-household'], ids.late].sort());
      const changes = await superuser.query(
        `select kind, reason, actor_name, version from register_change where record_id = $1 order by version`,
        [ids['by-household']],
      );
      expect(changes[1]).toEqual({ kind: 'moved', reason: DEED.words, actor_name: '值班长', version: 2 });
      expect(changes).toHaveLength(2);
    });
  });
});
