import { beforeAll, expect, test } from '@jest/globals';
import type { Lens } from '@wangge/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { describeOnBothDatabases } from '../../testing/index.js';
import { sqlState } from './errors.js';
import type { Transaction } from './transaction.js';

const JOB: Lens = { kind: 'job' };

@Entity('note')
class Note {
  @PrimaryColumn('int')
  id: number;

  @Column('text')
  text: string;
}

const INSERT = { name: 'note.insert', text: 'insert into note (id, text) values ($1, $2)' };
const ALL = { name: 'note.all', text: 'select id, text from note order by id' };
const BREAK = { name: 'note.break', text: 'select 1 / (id - id) from note' };

describeOnBothDatabases(
  'the door',
  (getDatabase) => {
    const as = <T>(lens: Lens, work: (tx: Transaction) => Promise<T>) => getDatabase().database.as(lens, work);
    const notes = () => getDatabase().superuser.query<Note>(ALL.text);
    const insert = (id: number) => (tx: Transaction) => tx.query(INSERT, [id, 'x']);

    beforeAll(() =>
      getDatabase().superuser.query(`
        create table note (id int constraint note_pk primary key, text text);
        grant select, insert, update on note to app_job, app_record;
        grant select on note to app_reference`),
    );

    test('commits what the work did and returns what it returned', async () => {
      const seen = await as(JOB, async (tx) => {
        await tx.query(INSERT, [1, '一']);
        return tx.query<Note>(ALL);
      });
      expect(seen).toEqual([{ id: 1, text: '一' }]);
      expect(await notes()).toEqual(seen);
    });

    test('undoes everything when the work throws', async () => {
      const before = await notes();
      const work = as(JOB, async (tx) => {
        await tx.query(INSERT, [2, 'x']);
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await notes()).toEqual(before);
    });

    test('saves nothing in silence when a failed statement was swallowed', async () => {
      const work = as(JOB, async (tx) => {
        await tx.query(INSERT, [3, 'x']);
        await tx.query(BREAK).catch(() => undefined);
      });
      await expect(work).rejects.toThrow('nothing was saved');
      expect(await notes()).not.toContainEqual({ id: 3, text: 'x' });
    });

    test('lets each lens do what its role may, and no more', async () => {
      await expect(as({ kind: 'reference' }, insert(4))).rejects.toMatchObject({ code: '42501' });
      await expect(as({ kind: 'accounts' }, (tx) => tx.query(ALL))).rejects.toMatchObject({ code: '42501' });
    });

    test('goes through another lens within the same transaction', async () => {
      const who = { name: 'note.who', text: `select current_user as role, current_setting('app.record', true) as record` };
      const id = '01999999-0000-7000-8000-000000000001';
      const seen = await as({ kind: 'reference' }, async (tx) => {
        const before = await tx.query<{ role: string }>(who);
        await tx.become({ kind: 'record', id });
        return [before[0]?.role, (await tx.query(who))[0]];
      });
      expect(seen).toEqual(['app_reference', { role: 'app_record', record: id }]);
    });

    test('names a statement by its role, so that no plan is made for another', async () => {
      const names = { name: 'note.names', text: `select name from pg_prepared_statements where name like 'note.names.%'` };
      const seen = await as(JOB, async (tx) => {
        await tx.query(names);
        await tx.become({ kind: 'reference' });
        return tx.query<{ name: string }>(names);
      });
      expect(seen.map(({ name }) => name).sort()).toEqual(['note.names.app_job', 'note.names.app_reference']);
    });

    test('leaves no role and no setting behind', async () => {
      await as({ kind: 'street', code: '230302001' }, async () => undefined);
      const [row] = await getDatabase().sources.api.query(
        `select current_user::text as name, coalesce(current_setting('app.scope', true), '') as scope`,
      );
      expect(row).toEqual({ name: 'api', scope: '' });
    });

    test('refuses a query that forgot its lens', async () => {
      const query = getDatabase().sources.api.query('select * from note');
      await expect(query.catch(sqlState)).resolves.toBe('42501');
    });

    test('refuses a transaction within a transaction at once', async () => {
      await expect(as(JOB, () => as(JOB, insert(5)))).rejects.toThrow('a transaction within a transaction');
    });

    test('allows work that was begun inside but runs after the end', async () => {
      let later: Promise<unknown> | undefined;
      await as(JOB, async () => {
        later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => as(JOB, (tx) => tx.query(ALL)));
      });
      await expect(later).resolves.toBeDefined();
    });

    test('answers nothing after the end: a kept transaction is refused', async () => {
      let kept: Transaction | undefined;
      await as(JOB, async (tx) => {
        kept = tx;
      });
      await expect(kept?.query(ALL)).rejects.toThrow('after the end of its transaction');
      expect(() => kept?.manager).toThrow('after the end of its transaction');
    });

    test('does work that lost against another once more, and only once', async () => {
      const attempts = (times: number) => {
        let attempt = 0;
        return as(JOB, async (tx) => {
          attempt += 1;
          if (attempt <= times) await tx.query({ name: 'note.lose', text: LOSE });
          return attempt;
        });
      };
      await expect(attempts(1)).resolves.toBe(2);
      await expect(attempts(2)).rejects.toMatchObject({ code: '40001' });
    });

    test('tells which constraint was broken', async () => {
      const twice = as(JOB, async (tx) => {
        await tx.query(INSERT, [6, 'x']);
        await tx.query(INSERT, [6, 'x']);
      });
      await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'note_pk', detail: expect.stringContaining('6') });
    });

    test('gives TypeORM the same connection', async () => {
      const seen = await as(JOB, async (tx) => {
        await tx.manager.insert(Note, { id: 7, text: 'orm' });
        await tx.manager.update(Note, { id: 7 }, { text: 'changed' });
        const locked = tx.manager.createQueryBuilder(Note, 'note').where('note.id = :id', { id: 7 });
        return locked.setLock('pessimistic_write').getOne();
      });
      expect(seen).toMatchObject({ id: 7, text: 'changed' });
    });

    test('keeps TypeORM from ending a transaction that is not its own', async () => {
      const save = as(JOB, async (tx) => {
        await tx.manager.save(Note, { id: 8, text: 'saved' });
        throw new Error('undone');
      });
      await expect(save).rejects.toThrow('undone');
      await expect(as(JOB, (tx) => tx.manager.transaction(async () => undefined))).rejects.toThrow('only Database.as');
      expect(await notes()).not.toContainEqual({ id: 8, text: 'saved' });
    });

    test('serves many at once, each with its own answers', async () => {
      const long = (n: number) => `${n}`.repeat(5_000);
      const ask = { name: 'note.echo', text: 'select $1::text as echo' };
      const answers = await Promise.all(
        Array.from({ length: 150 }, (_, n) => as(JOB, (tx) => tx.query<{ echo: string }>(ask, [long(n)]))),
      );
      expect(answers.map(([row]) => row?.echo)).toEqual(answers.map((_, n) => long(n)));
    });
  },
  { entities: [Note] },
);

const LOSE = `do $$ begin raise exception 'lost' using errcode = '40001'; end $$`;
