import { expect, test } from '@jest/globals';
import type { Lens } from '@wangge/domain';
import { describeOnBothDatabases } from '../../testing/index.js';
import type { Transaction } from './transaction.js';

const [one, two, account, command] = [1, 2, 3, 4].map((n) => `01999999-0000-7000-8000-00000000000${n}`);
const record = (id = '') => ({ kind: 'record', id }) as const;

const SET_TIMER = {
  name: 'platform.timer',
  text: `insert into timer (id, district_code, subject_id, kind, due_at) values (gen_random_uuid(), '230302', $1, 'overdue', now())`,
};
const TIMERS = { name: 'platform.timers', text: 'select subject_id from timer' };
const REMEMBER = {
  name: 'platform.remember',
  text: `insert into client_command (account_id, command_id, content_hash, subject_id) values ($1, $2, 'hash', $3)`,
};
const REMEMBERED = { name: 'platform.remembered', text: 'select subject_id from client_command' };
const TELL = { name: 'platform.tell', text: `insert into outbox (district_code, name, payload) values ('230302', 'Told', $1)` };
const TOLD = { name: 'platform.told', text: 'select name, payload from outbox' };

describeOnBothDatabases('the tables of the platform', (getDatabase) => {
  const as = <T>(lens: Lens, work: (tx: Transaction) => Promise<T>) => getDatabase().database.as(lens, work);

  test('let a record set and clear its own timers only', async () => {
    await as(record(one), (tx) => tx.query(SET_TIMER, [one]));
    await as(record(two), (tx) => tx.query(SET_TIMER, [two]));
    await expect(as(record(one), (tx) => tx.query(SET_TIMER, [two]))).rejects.toMatchObject({ code: '42501' });
    await as(record(one), (tx) => tx.query({ name: 'platform.clear', text: 'delete from timer' }));
    expect(await as({ kind: 'job' }, (tx) => tx.query(TIMERS))).toEqual([{ subject_id: two }]);
    expect(await as(record(one), (tx) => tx.query(TIMERS))).toEqual([]);
  });

  test('remember a command once, and show it to its account', async () => {
    await as(record(one), (tx) => tx.query(REMEMBER, [account, command, one]));
    const again = as(record(two), (tx) => tx.query(REMEMBER, [account, command, two]));
    await expect(again).rejects.toMatchObject({ code: '23505', constraint: 'client_command_pk' });
    expect(await as({ kind: 'mine', accountId: account ?? '' }, (tx) => tx.query(REMEMBERED))).toEqual([{ subject_id: one }]);
    expect(await as({ kind: 'mine', accountId: two ?? '' }, (tx) => tx.query(REMEMBERED))).toEqual([]);
  });

  test('let a record tell a fact and only the job read it', async () => {
    await as(record(one), (tx) => tx.query(TELL, [{ id: one }]));
    await expect(as(record(one), (tx) => tx.query(TOLD))).rejects.toMatchObject({ code: '42501' });
    expect(await as({ kind: 'job' }, (tx) => tx.query(TOLD))).toEqual([{ name: 'Told', payload: { id: one } }]);
  });
});
