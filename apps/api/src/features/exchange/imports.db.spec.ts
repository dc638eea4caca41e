import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { Lens } from '@wangge/domain';
import type { Database, Transaction } from '../../platform/database/index.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { ImportParts, type TriedRow } from './import-parts.js';
import { ImportsRepository } from './imports.repository.js';

const cipher = new FieldCipher(new Secrets({ jwt: randomBytes(32), hash: randomBytes(32), fields: randomBytes(32) }));
const imports = new ImportsRepository(cipher);
const parts = new ImportParts(cipher);

const [MINE, OTHERS] = [randomUUID(), randomUUID()];
const [ID, OTHER_ID] = [randomUUID(), randomUUID()];
const NUMBER = '230398190502031007';
const CREATED = '2026-06-12T01:00:00.000Z';
const EXPIRES = '2026-06-15T01:00:00.000Z';
const ROW: TriedRow = {
  number: 2,
  texts: ['张三', NUMBER],
  reading: { values: { name: '张三', identityNumber: NUMBER }, references: {}, point: null, shape: null, gridCode: null, faults: [] },
  outcome: 'new',
  faults: [],
};
const mine = (accountId: string): Lens => ({ kind: 'mine', accountId });
const record = (id: string): Lens => ({ kind: 'record', id });
const JOB: Lens = { kind: 'job' };

describeOnBothDatabases('imports on their way', (getDatabase) => {
  const as = <T>(lens: Lens, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const { database }: { database: Database } = getDatabase();
    return database.as(lens, work);
  };

  beforeAll(async () => {
    for (const [id, accountId] of [
      [ID, MINE],
      [OTHER_ID, OTHERS],
    ] as const) {
      await as(record(id), async (tx) => {
        const given = { id, accountId, districtCode: '230302', register: 'residents', fileName: '张三的表.xlsx', coordinates: 'wgs84' as const };
        await imports.insert(tx, { ...given, bytes: 3, sha256: 'a'.repeat(64), createdAt: CREATED, expiresAt: EXPIRES });
        await parts.addFile(tx, id, Buffer.from(NUMBER.repeat(20_000)));
        await parts.addRows(tx, id, 0, [ROW]);
      });
    }
  });

  test('are shown to who uploaded them, and to nobody else', async () => {
    const list = (account: string) => as(mine(account), (tx) => imports.list(tx, account, undefined));
    expect((await list(MINE)).map(({ id, fileName }) => [id, fileName])).toEqual([[ID, '张三的表.xlsx']]);
    expect((await list(OTHERS)).map(({ id }) => id)).toEqual([OTHER_ID]);
    expect(await list(randomUUID())).toEqual([]);
    // The policies alone hold it too, and no lens of an area knows of imports at all.
    expect(await as(mine(MINE), (tx) => imports.find(tx, OTHER_ID))).toBeUndefined();
    expect(await as(mine(OTHERS), (tx) => imports.list(tx, MINE, undefined))).toEqual([]);
    for (const lens of [{ kind: 'district', code: '230302' }, { kind: 'reference' }] satisfies Lens[])
      await expect(as(lens, (tx) => imports.find(tx, ID))).rejects.toThrow(/permission denied/);
    await expect(as(mine(MINE), (tx) => parts.readRows(tx, ID, 0))).rejects.toThrow(/permission denied/);
  });

  test('are written one at a time: the lens of one import reaches no other', async () => {
    expect(await as(record(ID), (tx) => parts.readRows(tx, OTHER_ID, 0))).toBeUndefined();
    expect(await as(record(ID), (tx) => parts.readRows(tx, ID, 0))).toEqual([ROW]);
    const move = { id: OTHER_ID, from: 'checking', to: 'cancelled', at: CREATED } as const;
    expect(await as(record(ID), (tx) => imports.move(tx, move))).toBe(false);
  });

  test('are stored encrypted, each part bound to its place', async () => {
    expect((await as(record(ID), (tx) => parts.readFile(tx, ID))).toString()).toBe(NUMBER.repeat(20_000));
    const { superuser } = getDatabase();
    const kept = await superuser.query<{ text: string }>(
      `select encode(content, 'escape') as text from register_import_part union all select row_to_json(i)::text from register_import i`,
    );
    expect(kept.length).toBeGreaterThan(3);
    for (const { text } of kept) for (const plain of [NUMBER, '张三']) expect(text).not.toContain(plain);
    await superuser.query(
      `update register_import_part set number = number + 10 where kind = 'rows' and import_id = '${OTHER_ID}'`,
    );
    await expect(as(record(OTHER_ID), (tx) => parts.readRows(tx, OTHER_ID, 10))).rejects.toThrow(/altered/);
  });

  test('are leased to one process at a time, and taken up by another when that one is silent', async () => {
    const lease = (id: string, now: string, until: string) => as(JOB, (tx) => imports.lease(tx, ID, { id, until }, now));
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await lease(first, '2026-06-12T01:00:00Z', '2026-06-12T01:00:15Z')).toMatchObject({ id: ID, state: 'checking' });
    expect(await lease(second, '2026-06-12T01:00:10Z', '2026-06-12T01:00:25Z')).toBeUndefined();
    expect(await as(JOB, (tx) => imports.waiting(tx, '2026-06-12T01:00:10Z'))).not.toContain(ID);
    await as(JOB, (tx) => imports.keep(tx, ID, { id: first, until: '2026-06-12T01:00:30Z' }, 500));
    expect(await as(JOB, (tx) => imports.waiting(tx, '2026-06-12T01:00:31Z'))).toContain(ID);
    expect(await lease(second, '2026-06-12T01:00:31Z', '2026-06-12T01:00:46Z')).toMatchObject({ done: 500 });
    await as(JOB, (tx) => imports.keep(tx, ID, { id: first, until: '2026-06-12T02:00:00Z' }, 900));
    expect(await as(JOB, (tx) => imports.find(tx, ID))).toMatchObject({ done: 500 });
  });

  test('move from the state they are in, once, and are gone with all their parts when they expire', async () => {
    const move = { id: ID, from: 'checking', to: 'checked', at: CREATED } as const;
    expect(await as(record(ID), (tx) => imports.move(tx, move))).toBe(true);
    expect(await as(record(ID), (tx) => imports.move(tx, move))).toBe(false);
    await as(JOB, (tx) => imports.forget(tx, '2026-06-15T00:59:59Z'));
    expect(await as(JOB, (tx) => imports.find(tx, ID))).toBeDefined();
    await as(JOB, (tx) => imports.forget(tx, '2026-06-15T01:00:01Z'));
    expect(await as(JOB, (tx) => imports.find(tx, ID))).toBeUndefined();
    expect(await getDatabase().superuser.query('select 1 from register_import_part')).toEqual([]);
  });
});
