import { migrations } from '../../migrations/index.js';
import type { Database } from './database.js';
import { LENS_ROLES } from './lens-role.js';

/** What the database lacks, one sentence each with what to do about it; empty when it is ready. */
export async function findMissing(database: Database): Promise<string[]> {
  return database.as({ kind: 'reference' }, async (tx) => {
    const [found] = await tx.query<Found>(INSPECTION, [Object.values(LENS_ROLES)]);
    const applied = found?.has_migrations ? await tx.query<{ name: string }>(APPLIED) : [];
    return [...missingFromCluster(found), ...missingMigrations(new Set(applied.map(({ name }) => name)))];
  });
}

type Found = {
  readonly missing_roles: string[];
  readonly has_postgis: boolean;
  readonly is_leakproof: boolean;
  readonly has_migrations: boolean;
};

const INSPECTION = {
  name: 'readiness.inspect',
  text: `
    select
      array(select role::text from unnest($1::text[]) role
            where not exists (select from pg_roles where rolname = role and pg_has_role(session_user, oid, 'member')))
        as missing_roles,
      exists (select from pg_extension where extname = 'postgis') as has_postgis,
      exists (select from pg_proc where proname = 'geometry_overlaps' and proleakproof) as is_leakproof,
      to_regclass('schema_migration') is not null
        and has_table_privilege('schema_migration', 'select') as has_migrations`,
};

const APPLIED = { name: 'readiness.migrations', text: 'select name from schema_migration' };

const BOOTSTRAP = 'run docker/bootstrap.sql as a superuser';

function missingFromCluster(found: Found | undefined): string[] {
  if (!found) return ['the database does not answer'];
  return [
    ...found.missing_roles.map((role) => `the role ${role} is missing or not granted to the server's login: ${BOOTSTRAP}`),
    ...(found.has_postgis ? [] : [`the extension postgis is missing: ${BOOTSTRAP}`]),
    ...(found.is_leakproof ? [] : [`geometry_overlaps is not leakproof, so maps would be slow: ${BOOTSTRAP}`]),
  ];
}

function missingMigrations(applied: ReadonlySet<string>): string[] {
  const pending = migrations.map(({ name }) => name).filter((name) => !applied.has(name));
  return pending.map((name) => `the migration ${name} has not run: set DATABASE_OWNER_URL and start again`);
}
