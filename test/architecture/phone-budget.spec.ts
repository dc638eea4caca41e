import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { ROOT } from './repository.js';

const DIST = path.join(ROOT, 'apps/phone/dist');
const BUDGET = 150 * 1024;

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** Loaded on the way to the home screen though not imported by the entry itself. */
const ON_THE_WAY = /^src\/(app|home|session)\//;

/** A chunk with all that it imports before it runs. */
function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(manifest, next, seen);
  return seen;
}

function scriptsUntilHome(manifest: Manifest): string[] {
  const starts = Object.entries(manifest).filter(([key, chunk]) => chunk.isEntry || (chunk.isDynamicEntry && ON_THE_WAY.test(chunk.src ?? key)));
  const keys = new Set(starts.flatMap(([key]) => [...closure(manifest, key)]));
  return [...keys].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

const zipped = (file: string) => gzipSync(readFileSync(path.join(DIST, file)), { level: 9 }).length;

test('the phone loads at most 150 KiB of script (gzip) until its home screen', () => {
  const place = path.join(DIST, '.vite/manifest.json');
  expect(existsSync(place)).toBe(true);
  const scripts = scriptsUntilHome(JSON.parse(readFileSync(place, 'utf8')));
  const page = readFileSync(path.join(DIST, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(0);
  const all = [...new Set([...scripts, ...named])];
  const sizes = all.map((file) => ({ file, bytes: zipped(file) }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  expect({ sizes, total, fits: total <= BUDGET }).toMatchObject({ fits: true });
});
