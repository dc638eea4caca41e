import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

const DEBIAN = '/usr/lib/postgresql';

/** An installed PostgreSQL with PostGIS, or undefined where there is none. */
export function findPostgres(): PostgresBinaries | undefined {
  return candidates().filter(hasPostgis).map(binariesIn)[0];
}

function candidates(): string[] {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort(newestFirst) : [];
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [...debian.map((version) => path.join(DEBIAN, version, 'bin')), ...onPath].filter(isComplete);
}

function newestFirst(a: string, b: string): number {
  return Number(b) - Number(a);
}

function isComplete(folder: string): boolean {
  const { initdb, postgres } = binariesIn(folder);
  return existsSync(initdb) && existsSync(postgres);
}

function binariesIn(folder: string): PostgresBinaries {
  return { initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') };
}

function hasPostgis(folder: string): boolean {
  return shareFolders(folder).some((share) => existsSync(path.join(share, 'extension', 'postgis.control')));
}

/** pg_config may be missing where only the server was installed; then the usual places are looked at. */
function shareFolders(folder: string): string[] {
  const usual = [path.join('/usr/share/postgresql', path.basename(path.dirname(folder))), path.join(folder, '../share/postgresql')];
  try {
    return [execFileSync(path.join(folder, 'pg_config'), ['--sharedir'], { encoding: 'utf8' }).trim(), ...usual];
  } catch {
    return usual;
  }
}
