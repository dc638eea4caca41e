import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { apiError } from '../http/errors.js';
import { UploadStore } from './upload-store.js';

let folder: string;
let uploads: UploadStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'uploads-'));
  uploads = new UploadStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = randomBytes(100_000);
const sha256 = createHash('sha256').update(content).digest('hex');
const chunk = (from: number, to = content.length, more: Partial<{ bytes: number; sha256: string }> = {}) => ({
  sha256,
  bytes: content.length,
  offset: from,
  stream: Readable.from([content.subarray(from, to)]),
  ...more,
});
const read = () => uploads.finish(sha256, async (file) => readFileSync(file));

describe('a file on its way in', () => {
  test('may come whole, and is handed on once', async () => {
    expect(await uploads.append(chunk(0))).toEqual({ received: 100_000, complete: true });
    expect((await read()).equals(content)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    await expect(read()).rejects.toMatchObject({ code: 'file.incomplete' });
  });

  test('may come in parts, also after a restart', async () => {
    expect(await uploads.append(chunk(0, 40_000))).toEqual({ received: 40_000, complete: false });
    uploads = new UploadStore(folder);
    expect(await uploads.received(sha256)).toBe(40_000);
    expect(await uploads.append(chunk(40_000))).toEqual({ received: 100_000, complete: true });
    expect((await read()).equals(content)).toBe(true);
  });

  test('goes on only where it ended, and may always start anew', async () => {
    await uploads.append(chunk(0, 40_000));
    for (const offset of [39_999, 40_001])
      await expect(uploads.append(chunk(offset))).rejects.toMatchObject({ code: 'file.incomplete' });
    expect(await uploads.received(sha256)).toBe(40_000);
    expect(await uploads.append(chunk(0))).toMatchObject({ complete: true });
  });

  test('sent again when it is all there changes nothing', async () => {
    await uploads.append(chunk(0));
    expect(await uploads.append(chunk(0, 10))).toEqual({ received: 100_000, complete: true });
    expect((await read()).equals(content)).toBe(true);
  });

  test('of other content than announced is thrown away', async () => {
    const other = createHash('sha256').update('other').digest('hex');
    await expect(uploads.append(chunk(0, 100_000, { sha256: other }))).rejects.toMatchObject({ code: 'file.hash-mismatch' });
    expect(await uploads.received(other)).toBe(0);
  });

  test('longer than announced is cut off while it comes', async () => {
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (; sent < 10_000; sent += 1) yield content;
      })(),
    );
    await expect(uploads.append({ ...chunk(0), stream: endless })).rejects.toMatchObject({ code: 'file.too-large' });
    expect(sent).toBeLessThan(100);
    expect(await uploads.received(sha256)).toBe(0);
  });

  test('announced as longer than any photo is refused before a byte is read', async () => {
    await expect(uploads.append(chunk(0, 1, { bytes: 26 * 1024 * 1024 }))).rejects.toMatchObject({ code: 'file.too-large' });
  });

  test('that breaks off keeps what had arrived', async () => {
    const broken = new Readable({ read: () => undefined });
    broken.push(content.subarray(0, 30_000));
    setTimeout(() => broken.destroy(), 50);
    await expect(uploads.append({ ...chunk(0), stream: broken })).rejects.toMatchObject({ code: 'file.incomplete' });
    expect(await uploads.received(sha256)).toBe(30_000);
    expect(await uploads.append(chunk(30_000))).toMatchObject({ complete: true });
  });

  test('sent by ten at once is one file', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => uploads.append(chunk(0))));
    expect(answers.every(({ complete }) => complete)).toBe(true);
    expect((await read()).equals(content)).toBe(true);
  });

  test('that was refused is removed, one that met a failure of ours is kept', async () => {
    await uploads.append(chunk(0));
    await expect(uploads.finish(sha256, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await uploads.received(sha256)).toBe(100_000);
    await expect(uploads.finish(sha256, () => Promise.reject(apiError('file.not-an-image')))).rejects.toMatchObject({
      code: 'file.not-an-image',
    });
    expect(await uploads.received(sha256)).toBe(0);
  });

  test('nobody goes on with for a day is removed', async () => {
    await uploads.append(chunk(0, 40_000));
    await uploads.removeAbandoned();
    expect(await uploads.received(sha256)).toBe(40_000);
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(path.join(folder, `${sha256}.part`), yesterday, yesterday);
    await uploads.removeAbandoned();
    expect(await uploads.received(sha256)).toBe(0);
  });

  test('cannot have a path for a name', async () => {
    await expect(uploads.append(chunk(0, 10, { sha256: '../../escape' }))).rejects.toMatchObject({ code: 'not-found' });
    await expect(uploads.received('../secrets.json')).rejects.toMatchObject({ code: 'not-found' });
  });
});
