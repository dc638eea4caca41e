import { AsyncLocalStorage } from 'node:async_hooks';
import type { Lens } from '@wangge/domain';
import type { DataSource } from 'typeorm';
import { isRetryable } from './errors.js';
import { lensStatement } from './lens-role.js';
import type { SqlConnection } from './sql-connection.js';
import { OpenTransaction, type Transaction } from './transaction.js';

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
    if (this.inside.getStore()?.isOpen) {
      throw new Error('a transaction within a transaction: it would wait for its own connection');
    }
    try {
      return await this.attempt(lens, work);
    } catch (error) {
      if (!isRetryable(error)) throw error;
      return await this.attempt(lens, work);
    }
  }

  private async attempt<T>(lens: Lens, work: Work<T>): Promise<T> {
    const opening = `begin; ${lensStatement(lens)}`;
    const runner = this.source.createQueryRunner();
    try {
      const connection: SqlConnection = await runner.connect();
      const transaction = new OpenTransaction(connection, runner, lens);
      return await this.within(connection, opening, transaction, work);
    } finally {
      await runner.release();
    }
  }

  private async within<T>(connection: SqlConnection, opening: string, transaction: OpenTransaction, work: Work<T>) {
    const mark = { isOpen: true };
    try {
      await connection.query(opening);
      const result = await this.inside.run(mark, () => work(transaction));
      await commit(connection);
      return result;
    } catch (error) {
      // Where even this fails the connection is broken, and the pool throws it away; the first error tells more.
      await connection.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      transaction.close();
      mark.isOpen = false;
    }
  }
}

/** PostgreSQL answers the commit of a failed transaction with ROLLBACK and no error. */
async function commit(connection: SqlConnection): Promise<void> {
  const { command } = await connection.query('commit');
  if (command !== 'COMMIT') throw new Error('nothing was saved: a statement failed and its error was swallowed');
}
