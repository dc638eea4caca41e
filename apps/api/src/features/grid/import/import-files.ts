import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GridInputError } from '../plan/input-error.js';

/** What describes a district: its divisions and its outline. */
export interface ImportFiles {
  readonly divisions: Uint8Array;
  readonly boundary: Uint8Array;
}

/** The district that comes with the platform. The same depth below the sources and below what is built from them. */
export const JIGUAN_FOLDER = fileURLToPath(new URL('../../../../seed/jiguan/', import.meta.url));

/** A district and a province have less; more than this is some other file. */
const LARGEST = 64 * 1024 * 1024;

export async function readImportFolder(folder: string): Promise<ImportFiles> {
  return { divisions: await read(folder, 'divisions.csv'), boundary: await read(folder, 'boundary.geojson') };
}

async function read(folder: string, file: string): Promise<Uint8Array> {
  const content = await readFile(path.join(folder, file)).catch((error: NodeJS.ErrnoException) => {
    throw fault(file, `无法读取（${error.code}）：${folder}`, `cannot be read (${error.code}) in ${folder}`);
  });
  if (content.length > LARGEST) throw fault(file, '文件过大', 'the file is too large');
  return content;
}

const fault = (file: string, zh: string, en: string) => new GridInputError([{ file, line: null, zh, en }]);
