import type { DataSource } from 'typeorm';
import { DatabaseNotReadyError, sqlState } from './errors.js';

const PERMISSION_DENIED = '42501';

const WHO = `
  select session_user as name, rolsuper or rolbypassrls as is_above,
    exists (select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p', 'v', 'm')) as owns_tables
  from pg_roles where rolname = current_user`;

type Who = { readonly name: string; readonly is_above: boolean; readonly owns_tables: boolean };

/**
 * Policies do not bind a superuser or the owner of a table, and a forgotten lens must be an error and not an open
 * door: a server whose login could read without a lens does not start.
 */
export async function assertRolesBind(api: DataSource): Promise<void> {
  const [who]: Who[] = await api.query(WHO);
  if (!who || who.is_above || who.owns_tables) {
    throw new DatabaseNotReadyError([`the server's login ${who?.name ?? ''} stands above the policies: use the login api`]);
  }
  const answer = await api.query('select 1 from timer limit 1').catch((error) => error);
  if (sqlState(answer) !== PERMISSION_DENIED) {
    throw new DatabaseNotReadyError([`a query without a lens was not refused, as ${who.name}`]);
  }
}
