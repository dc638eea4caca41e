import { beforeAll, expect, test } from '@jest/globals';
import type { PlacedRecord } from '@wangge/domain';
import fc from 'fast-check';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { placedRecords } from '../../testing/lens-arbitraries.js';
import { TasksRepository } from './tasks.repository.js';

const records = fc.sample(placedRecords, { numRuns: 1, seed: 230302 })[0] ?? [];
const people = [...new Set(records.map(({ assigneeId }) => assigneeId).filter((id) => id !== null))];
const tasks = new TasksRepository();
const isDone = (index: number) => index % 4 === 0;

/** A task for whoever the record is assigned to; every fourth is done. */
async function store({ superuser }: TestDatabase): Promise<void> {
  const rows = records.flatMap((record, index) => (record.assigneeId === null ? [] : [{ ...record, done: isDone(index) }]));
  await superuser.query(
    `insert into task (district_code, id, kind, subject_id, assignee_id, title, place, lng, lat, created_at, done_at)
     select "districtCode", gen_random_uuid(), 'check', id, "assigneeId", '', '', 0, 0, now(), case when done then now() end
       from jsonb_to_recordset($1::jsonb) as r ("districtCode" text, id uuid, "assigneeId" uuid, done boolean)`,
    [JSON.stringify(rows)],
  );
}

const due = (accountId: string, state: 'open' | 'done') =>
  subjects(records.filter((record, index) => record.assigneeId === accountId && isDone(index) === (state === 'done')));
const subjects = (of: readonly Pick<PlacedRecord, 'id'>[]) => of.map(({ id }) => id).sort();

describeOnBothDatabases('tasks behind the two walls', (getDatabase) => {
  beforeAll(() => store(getDatabase()));
  const listed = async (asker: string, filter: string, state: 'open' | 'done') => {
    const rows = await getDatabase().database.as({ kind: 'assigned', accountId: asker }, (tx) =>
      tasks.listMine(tx, filter, state),
    );
    return rows.map((row) => row.subject_id).sort();
  };
  const eachPerson = async (check: (asker: string, state: 'open' | 'done') => Promise<void>) => {
    expect(people.length).toBeGreaterThan(2);
    for (const asker of people) for (const state of ['open', 'done'] as const) await check(asker, state);
  };

  test('are the asker’s own, the open ones and the done ones', async () => {
    await eachPerson(async (asker, state) => expect(await listed(asker, asker, state)).toEqual(due(asker, state)));
  });

  test('are his own by the filter of the application alone', async () => {
    const { superuser } = getDatabase();
    await superuser.query('alter table task disable row level security');
    try {
      await eachPerson(async (asker, state) => expect(await listed(asker, asker, state)).toEqual(due(asker, state)));
    } finally {
      await superuser.query('alter table task enable row level security');
    }
  });

  test('are his own by the policy alone: asked for somebody else’s, it shows none', async () => {
    await eachPerson(async (asker) => {
      const { database } = getDatabase();
      const seen = await database.as({ kind: 'assigned', accountId: asker }, (tx) =>
        tx.query<{ id: string }>({ name: 'tasks.unfiltered', text: 'select subject_id as id from task' }),
      );
      expect(subjects(seen)).toEqual([...due(asker, 'open'), ...due(asker, 'done')].sort());
      for (const other of people.filter((person) => person !== asker)) expect(await listed(asker, other, 'open')).toEqual([]);
    });
  });

  test('end with their own subject only', async () => {
    const [first, second] = records.filter((record, index) => record.assigneeId !== null && !isDone(index));
    if (!first || !second) throw new Error('there are no open tasks');
    const { database, superuser } = getDatabase();
    await database.as({ kind: 'record', id: first.id }, async (tx) => {
      await tasks.finish(tx, first.id, '2026-06-12T05:00:00.000Z');
      await tasks.finish(tx, second.id, '2026-06-12T05:00:00.000Z');
    });
    const done = await superuser.query('select subject_id as id from task where done_at = $1', ['2026-06-12T05:00:00.000Z']);
    expect(done).toEqual([{ id: first.id }]);
  });
});
