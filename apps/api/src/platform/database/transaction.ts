import type { Lens } from '@wangge/domain';
import type { EntityManager, QueryRunner } from 'typeorm';
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

export class OpenTransaction implements Transaction {
  private isOpen = true;

  constructor(
    private readonly connection: SqlConnection,
    private readonly runner: QueryRunner,
    private lens: Lens,
  ) {
    // TypeORM must know that a transaction is open, and must not end it: its `save` would commit what is not its own.
    Object.assign(runner, { isTransactionActive: true, ...REFUSALS });
  }

  get manager(): EntityManager {
    this.requireOpen();
    return this.runner.manager;
  }

  async query<Row>({ name, text }: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.requireOpen();
    const named = { name: this.nameForRole(name), text, values: [...values] };
    const { rows } = await this.connection.query<Row>(named);
    return rows;
  }

  async become(lens: Lens): Promise<void> {
    this.requireOpen();
    await this.connection.query(lensStatement(lens));
    this.lens = lens;
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

  private requireOpen(): void {
    if (!this.isOpen) throw new Error('a query after the end of its transaction: is an await missing?');
  }
}

async function refuse(): Promise<never> {
  throw new Error('only Database.as begins and ends transactions');
}

const REFUSALS = { startTransaction: refuse, commitTransaction: refuse, rollbackTransaction: refuse };
