import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A data directory with this file belongs to a database that was filled for a trial of speed. */
const fileOf = (dataDir: string) => path.join(dataDir, 'demo-load.json');

/** The seed it was filled with. */
export async function readMark(dataDir: string): Promise<number | undefined> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(JSON.parse(text).seed);
}

export async function writeMark(dataDir: string, seed: number): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(fileOf(dataDir), JSON.stringify({ seed }));
}
