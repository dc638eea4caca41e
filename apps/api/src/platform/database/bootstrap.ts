import { readFile } from 'node:fs/promises';

/** The same file the container of the database runs at its first start: from the repository, or from a bundle. */
export const BOOTSTRAP_FILE = new URL('../../../../../docker/bootstrap.sql', import.meta.url);

/** Roles, extension and rights, by a superuser. Doing it again changes nothing. */
export async function bootstrap(run: (sql: string) => Promise<unknown>): Promise<void> {
  await run(await readFile(BOOTSTRAP_FILE, 'utf8'));
}
