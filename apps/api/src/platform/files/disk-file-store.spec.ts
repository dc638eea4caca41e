import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DiskFileStore } from './disk-file-store.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe('kept content', () => {
  test('is read by its hash, and kept once however often it is written', async () => {
    const store = new DiskFileStore(folder);
    const hashes = await Promise.all(Array.from({ length: 5 }, () => store.write(Buffer.from('photo'))));
    expect(new Set(hashes).size).toBe(1);
    const { stream, size } = await store.read(hashes[0] ?? '');
    expect([size, (await buffer(stream)).toString()]).toEqual([5, 'photo']);
    expect(filesIn()).toHaveLength(1);
  });

  test('that is not there, or is no hash, is not found', async () => {
    const store = new DiskFileStore(folder);
    for (const hash of ['0'.repeat(64), '../../etc/passwd', '', 'A'.repeat(64)]) {
      await expect(store.read(hash)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
