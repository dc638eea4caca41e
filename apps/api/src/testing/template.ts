import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cluster, createDatabase, oncePerRun, runFolder } from '@wangge/testing';
import { BOOTSTRAP_FILE } from '../platform/database/bootstrap.js';
import { createDataSources, createEmbedded } from '../platform/database/data-source.js';
import { EmbeddedDatabase } from '../platform/database/embedded/embedded-database.js';
import { migrate } from '../platform/database/migrate.js';

const MIGRATIONS = fileURLToPath(new URL('../migrations/', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../../.cache/', import.meta.url));
const ENGINES = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'];

/** Another run may be using a dump of an earlier schema, so a few are kept. */
const KEPT = 4;

const quietly = () => undefined;

/** The name of a migrated database of the cluster, to be copied; made once per test run. */
export async function serverTemplate(cluster: Cluster): Promise<string> {
  const name = `wangge_template_${schemaHash()}`;
  await oncePerRun(name, async () => {
    const { databaseUrl, databaseOwnerUrl } = await createDatabase(cluster, name);
    const sources = await createDataSources({ databaseUrl, databaseOwnerUrl, dataDir: '' });
    await migrate(await sources.owner(), quietly).finally(() => sources.close());
  });
  return name;
}

/** A dump of a migrated embedded database; kept until the schema changes, since making it takes ten seconds. */
export async function embeddedTemplate(): Promise<string> {
  const file = path.join(CACHE, `embedded-${schemaHash()}.tar`);
  await oncePerRun(path.basename(file), async () => {
    if (!existsSync(file)) await makeDump(file);
  });
  return file;
}

async function makeDump(file: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  for (const old of dumpsByAge().slice(KEPT)) rmSync(old, { force: true });
  const folder = mkdtempSync(path.join(runFolder(), 'wangge-embedded-'));
  const database = await EmbeddedDatabase.open(folder);
  const sources = await createEmbedded(database, {});
  try {
    await migrate(await sources.owner(), quietly);
    await database.dump(`${file}.part`);
    renameSync(`${file}.part`, file);
  } finally {
    await sources.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function dumpsByAge(): string[] {
  const dumps = readdirSync(CACHE).filter((name) => /^embedded-.*\.tar/.test(name)).map((name) => path.join(CACHE, name));
  return dumps.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

/** Changes with whatever makes the schema: the bootstrap, the migrations, the engine. */
function schemaHash(): string {
  const hash = createHash('sha256').update(readFileSync(BOOTSTRAP_FILE));
  for (const file of readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/(?<!\.spec)\.(ts|sql)$/.test(file)) hash.update(file).update(readFileSync(path.join(MIGRATIONS, file)));
  }
  for (const engine of ENGINES) hash.update(versionOf(engine));
  return hash.digest('hex').slice(0, 16);
}

function versionOf(engine: string): string {
  const manifest = fileURLToPath(new URL(`../../../../node_modules/${engine}/package.json`, import.meta.url));
  return existsSync(manifest) ? readFileSync(manifest, 'utf8') : '';
}
