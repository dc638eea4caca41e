import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { describeOnBothDatabases } from '../../testing/index.js';
import { appendAudit } from './audit.js';
import { AuditSealer } from './audit-sealer.js';
import { verifyChain } from './verify-chain.js';

const RECORD = '01999999-0000-7000-8000-000000000001';
const ENTRY = {
  at: '2026-06-12T05:00:00.123Z',
  actorId: '01999999-0000-7000-8000-000000000009',
  actorName: '专干',
  action: 'register.reveal',
  subjectType: 'residents',
  subjectId: RECORD,
  districtCode: '230302',
  details: { reason: '核对', fields: ['phone'], version: 1 },
};

describeOnBothDatabases('the audit trail', (getDatabase) => {
  const superuser = (text: string) => getDatabase().superuser.query(text);
  const append = (count: number) =>
    getDatabase().database.as({ kind: 'record', id: RECORD }, async (tx) => {
      for (let n = 0; n < count; n += 1) await appendAudit(tx, ENTRY);
    });
  const seal = () => new AuditSealer(getDatabase().database).seal();
  const verify = () => verifyChain(getDatabase().database);

  beforeEach(async () => {
    await append(12);
    expect(await seal()).toBe(12);
  });
  afterEach(async () => {
    await superuser(`truncate audit_entry; update audit_head set link = 0, hash = repeat('0', 64)`);
  });

  test('is whole after it was sealed, however often and by however many', async () => {
    expect(await verify()).toEqual({ isWhole: true, entries: 12, unsealed: 0 });
    await append(3);
    expect(await verify()).toEqual({ isWhole: true, entries: 12, unsealed: 3 });
    const sealed = await Promise.all([seal(), seal(), seal()]);
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await verify()).toEqual({ isWhole: true, entries: 15, unsealed: 0 });
  });

  test('tells the first entry that was altered', async () => {
    await superuser(`update audit_entry set actor_name = '别人' where link in (3, 5)`);
    expect(await verify()).toMatchObject({ isWhole: false, link: 3, what: 'altered' });
  });

  test('tells an entry that was altered together with its hash', async () => {
    const forged = createHash('sm3').update('forged').digest('hex');
    await superuser(`update audit_entry set details = '{}', hash = '${forged}' where link = 2`);
    expect(await verify()).toMatchObject({ isWhole: false, link: 2, what: 'altered' });
  });

  test('tells the first entry that was removed, from the middle or from the end', async () => {
    await superuser('delete from audit_entry where link = 12');
    expect(await verify()).toMatchObject({ isWhole: false, link: 12, what: 'removed' });
    await superuser('delete from audit_entry where link = 2');
    expect(await verify()).toMatchObject({ isWhole: false, link: 2, what: 'removed' });
  });

  test('tells when all of it is gone', async () => {
    await superuser('delete from audit_entry');
    expect(await verify()).toMatchObject({ isWhole: false, link: 1, what: 'removed' });
  });

  test('lets nobody of the server change or remove an entry, nor read it but a job', async () => {
    const { database } = getDatabase();
    const asking = (kind: 'job' | 'record' | 'accounts', text: string) => {
      const lens = kind === 'record' ? ({ kind, id: RECORD } as const) : ({ kind } as const);
      return database.as(lens, (tx) => tx.query<{ link: number }>({ name: `audit.try-${text.length}-${kind}`, text }));
    };
    for (const kind of ['record', 'accounts', 'job'] as const) {
      await expect(asking(kind, 'delete from audit_entry')).rejects.toMatchObject({ code: '42501' });
      await expect(asking(kind, `update audit_entry set actor_name = 'x'`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(asking('record', 'select link from audit_entry')).rejects.toMatchObject({ code: '42501' });
    // What is sealed is out of reach of a second sealing.
    expect(await asking('job', `update audit_entry set link = 9, previous_hash = '', hash = '' returning link`)).toEqual([]);
    expect(await verify()).toEqual({ isWhole: true, entries: 12, unsealed: 0 });
  });
});
