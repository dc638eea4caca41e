import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the repository. */
export const ROOT = path.join(__dirname, '../..');

const SKIPPED = new Set(['node_modules', 'dist', 'coverage', '.git', '.nx', '.cache', '.data']);

/** Every file of ours below a folder, relative to the repository. */
export function filesBelow(folder = ''): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(place);
    return entry.isFile() ? [place] : [];
  });
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** A folder for seeded files, inside the repository so that installed packages are found from it. */
export function scratchFolder(name: string): string {
  const cache = path.join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(path.join(cache, `${name}-`));
}

export function write(folder: string, file: string, content: string): void {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}
