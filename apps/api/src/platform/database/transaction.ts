import type { Lens } from '@wangge/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { LENS_ROLES, lensStatement } from './lens-role.js';
import type { SqlConnection } from './sql-connection.js';

/** A statement that the database plans once. The name must be unique among all statements of the server. */
export type Statement = { readonly name: string; readonly text: string };

/** What work within `Database.as` can do. It ends with the work: nothing of it may be kept. */
export interface Transaction {
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** From here on through another lens, in the same transaction. */
  become(lens: Lens): Promise<void>;
  /** TypeORM on the same connection: `insert`, `update`, `delete` and the query builder only. */
  readonly manager: EntityManager;
}

const LONGEST_NAME = 63;

/**
 * What opens the transaction, and what changes its lens, is sent without waiting for its answer: it travels with the
 * statement that follows. Where it fails the transaction is aborted, so that nothing runs without its role.
 */
export class OpenTransaction implements Transaction {
  private readonly connection: SqlConnection;
  private readonly client: SqlConnection;
  private isOpen = true;
  private opening: Promise<unknown>;
  private ownManager: EntityManager | undefined;

  constructor(
    private readonly source: DataSource,
    { connection, client }: { readonly connection: SqlConnection; readonly client: SqlConnection },
    private lens: Lens,
  ) {
    this.connection = connection;
    this.client = client;
    this.opening = this.send(`begin; ${lensStatement(lens)}`);
  }

  /** Made when it is asked for: few pieces of work need it. */
  get manager(): EntityManager {
    this.requireOpen();
    if (!this.ownManager) {
      const runner = this.source.createQueryRunner();
      // TypeORM must know that a transaction is open, and must not end it: its `save` would commit what is not its own.
      Object.assign(runner, { databaseConnection: this.client, isTransactionActive: true, ...REFUSALS });
      this.ownManager = runner.manager;
    }
    return this.ownManager;
  }

  async query<Row>({ name, text }: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.requireOpen();
    const named = { name: this.nameForRole(name), text, values: [...values] };
    try {
      const { rows } = await this.connection.query<Row>(named);
      return rows;
    } catch (error) {
      // Of an aborted transaction the first error tells more.
      await this.opening;
      throw error;
    }
  }

  async become(lens: Lens): Promise<void> {
    this.requireOpen();
    const [before, next] = [this.opening, this.send(lensStatement(lens, this.lens))];
    this.opening = before.then(() => next);
    this.opening.catch(() => undefined);
    this.lens = lens;
  }

  /** Rejects where the transaction could not be opened, or its lens not be changed. */
  async opened(): Promise<void> {
    await this.opening;
  }

  close(): void {
    this.isOpen = false;
  }

  /** A plan belongs to the role it was made under: under another, the same name would be planned again each time. */
  private nameForRole(name: string): string {
    const full = `${name}.${LENS_ROLES[this.lens.kind]}`;
    if (full.length > LONGEST_NAME) throw new RangeError(`the name of a statement is too long: ${full}`);
    return full;
  }

  private send(text: string): Promise<unknown> {
    const answer = this.connection.query(text);
    // Whoever asks next is told.
    answer.catch(() => undefined);
    return answer;
  }

  private requireOpen(): void {
    if (!this.isOpen) throw new Error('a query after the end of its transaction: is an await missing?');
  }
}

async function refuse(): Promise<never> {
  throw new Error('only Database.as begins and ends transactions');
}

const REFUSALS = { startTransaction: refuse, commitTransaction: refuse, rollbackTransaction: refuse };
