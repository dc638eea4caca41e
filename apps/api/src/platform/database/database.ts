import { AsyncLocalStorage } from 'node:async_hooks';
import type { Lens } from '@wangge/domain';
import type { DataSource } from 'typeorm';
import { isRetryable } from './errors.js';
import { lease } from './lease.js';
import type { SqlConnection } from './sql-connection.js';
import { OpenTransaction, type Statement, type Transaction } from './transaction.js';

type Work<T> = (tx: Transaction) => Promise<T>;

/**
 * The only door to SQL. Each piece of work is one transaction under one lens; the lens's role and settings are
 * sent with `begin`, in one message, so that no statement can run without them.
 */
export class Database {
  private readonly inside = new AsyncLocalStorage<{ isOpen: boolean }>();

  constructor(private readonly source: DataSource) {}

  /** Work that lost against another transaction is done once more, so it must have no effect elsewhere. */
  async as<T>(lens: Lens, work: Work<T>): Promise<T> {
    return this.outside(async () => {
      try {
        return await this.attempt(lens, work);
      } catch (error) {
        if (!isRetryable(error)) throw error;
        return await this.attempt(lens, work);
      }
    });
  }

  /** One statement alone in its transaction: opening, statement and commit are on their way together. */
  async once<Row>(lens: Lens, statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return this.atOnce(lens, (tx) => tx.query<Row>(statement, values));
  }

  /**
   * Statements that do not wait for each other's answers, `Promise.all` of reads: they and the commit are on their way
   * together. What `work` asks after an await of its own comes too late, and is refused.
   */
  async atOnce<T>(lens: Lens, work: Work<T>): Promise<T> {
    return this.outside(async () => {
      const { connection, client, release } = await lease(this.source);
      const transaction = new OpenTransaction(this.source, { connection, client }, lens);
      const mark = { isOpen: true };
      const answer = this.inside.run(mark, () => work(transaction));
      transaction.close();
      const committed = commit(connection);
      try {
        const [result] = await Promise.all([answer, committed]);
        return result;
      } finally {
        // Answered in their order: when the commit is, nothing is open any more, whatever has happened.
        await Promise.allSettled([answer, committed]);
        mark.isOpen = false;
        release();
      }
    });
  }

  private async outside<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside.getStore()?.isOpen) {
      throw new Error('a transaction within a transaction: it would wait for its own connection');
    }
    return work();
  }

  private async attempt<T>(lens: Lens, work: Work<T>): Promise<T> {
    const { connection, client, release } = await lease(this.source);
    const transaction = new OpenTransaction(this.source, { connection, client }, lens);
    const mark = { isOpen: true };
    try {
      const result = await this.inside.run(mark, () => work(transaction));
      await transaction.opened();
      await commit(connection);
      return result;
    } catch (error) {
      // Where even this fails the connection is broken, and the pool throws it away; the first error tells more.
      await connection.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      transaction.close();
      mark.isOpen = false;
      release();
    }
  }
}

/** PostgreSQL answers the commit of a failed transaction with ROLLBACK and no error. */
async function commit(connection: SqlConnection): Promise<void> {
  const { command } = await connection.query('commit');
  if (command !== 'COMMIT') throw new Error('nothing was saved: a statement failed and its error was swallowed');
}
