import { type DataSource, type Migration, MigrationExecutor, type QueryRunner } from 'typeorm';

/** `wang` as a number: all servers that migrate one database wait for each other on it. */
const LOCK = 0x77616e67;

export type Report = (line: string) => void;

/** Brings the tables up to date, one migration after the other, each in a transaction of its own. */
export async function migrate(owner: DataSource, report: Report): Promise<void> {
  const runner = owner.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    const executor = new MigrationExecutor(owner, runner);
    for (const migration of await executor.getPendingMigrations()) {
      report(`migrating: ${migration.name}`);
      await executeWhole(executor, runner, migration);
    }
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [LOCK]).finally(() => runner.release());
  }
}

async function executeWhole(executor: MigrationExecutor, runner: QueryRunner, migration: Migration): Promise<void> {
  await runner.startTransaction();
  try {
    await executor.executeMigration(migration);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
