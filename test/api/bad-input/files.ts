import { expect, test } from '@jest/globals';
import { blackPng, HALF_HTML, HTML, SVG } from './pictures.js';
import { report, sha256 } from '../events.js';
import { type Ask } from '../wire.js';
import { type Trial, V1 } from './trial.js';

const TEN_KB = Buffer.alloc(10_000, 7);

function uploadsOf(trial: Trial) {
  const { viewOf } = trial;
  const declare = async (content: Buffer, change: { bytes?: number; sha256?: string } = {}) => {
    const declared = { sha256: sha256(content), bytes: content.length, type: 'image/png', ...change };
    trial.expected += 1;
    return (await report(trial.worker, trial.point, { photos: [declared] })).id;
  };
  const put = (content: Buffer, hash = sha256(content), more: Partial<Ask> = {}): Ask => ({
    method: 'PUT',
    path: `${V1}/files/${hash}`,
    token: trial.worker.accessToken,
    body: content,
    ...more,
  });
  const sent = async (content: Buffer, change: { bytes?: number; sha256?: string } = {}, more: Partial<Ask> = {}) => {
    const id = await declare(content, change);
    const answer = (await trial.wire.send(put(content, change.sha256, more))).said;
    const { photos } = await viewOf(id);
    expect(photos.filter(({ ready }) => ready)).toEqual([]);
    return answer;
  };
  return { declare, put, sent };
}

function badContents(trial: Trial): void {
  const { get, said } = trial;
  const { declare, put, sent } = uploadsOf(trial);
  test('a page, a drawing with a script or half a picture is no photo', async () => {
    for (const content of [HTML, SVG, HALF_HTML, Buffer.from('\u0000'), blackPng(64).subarray(0, 60)])
      expect(await sent(content)).toBe('422 file.not-an-image');
  });

  test('a picture of 30,000 × 30,000 is never decoded', async () => {
    const huge = blackPng(30_000);
    expect(huge.length).toBeLessThan(1_000_000);
    const started = Date.now();
    expect(await sent(huge)).toBe('422 file.too-many-pixels');
    expect(Date.now() - started).toBeLessThan(5000);
    expect(await said({ 'a little too large': put(Buffer.from('')) })).toEqual({
      'a little too large': '404 file.not-declared',
    });
  });

  test('60 MB are refused, whether the sender says so or not', async () => {
    const large = Buffer.alloc(60_000_000);
    expect(await sent(large, { bytes: 20_000_000 })).toBe('413 file.too-large');
    expect(await sent(large, { bytes: 19_000_000, sha256: 'e'.repeat(64) }, { isChunked: true })).toBe('413 file.too-large');
  });

  test('content of another size or hash than declared is refused', async () => {
    expect(await sent(TEN_KB, { bytes: 100 })).toBe('413 file.too-large');
    expect(await sent(TEN_KB, { sha256: 'd'.repeat(64) })).toBe('422 file.hash-mismatch');
    const short = Buffer.alloc(10_000, 9);
    await declare(short, { bytes: 20_000 });
    expect(await said({ less: put(short), state: get(`/files/${sha256(short)}/state`) })).toEqual({
      less: '200',
      state: '200',
    });
    expect(await said({ gap: put(short, sha256(short), { path: `${V1}/files/${sha256(short)}?offset=15000` }) })).toEqual({
      gap: '409 file.incomplete',
    });
    expect(await said({ minus: put(short, sha256(short), { path: `${V1}/files/${sha256(short)}?offset=-1` }) })).toEqual({
      minus: '400 request.invalid',
    });
  });
}

function badNames(trial: Trial): void {
  const { get, said, all } = trial;
  const { put } = uploadsOf(trial);
  test('nothing but a hash is a name of a file', async () => {
    const names = [
      '..%2f..%2fsecrets.json',
      `${'a'.repeat(63)}%00`,
      'A'.repeat(64),
      'a'.repeat(63),
      'a'.repeat(65),
      '..\\..\\secrets.json',
      '%5c..%5csecrets.json',
      '.',
      '%2F',
    ];
    const asks: Record<string, Ask> = {};
    for (const name of names) {
      asks[`get ${name}`] = get(`/files/${name}`);
      asks[`state ${name}`] = get(`/files/${name}/state`);
      asks[`put ${name}`] = put(TEN_KB, name);
      asks[`photo ${name}`] = { ...put(TEN_KB, undefined, { token: undefined }), path: `${V1}/public/reports/photos/${name}` };
    }
    expect(await said(asks)).toEqual(all(asks, '404 not-found'));
  });

  test('the screens’ own files are no way to others', async () => {
    const paths = [
      '/../.data/secrets.json',
      '/..%2f..%2f..%2fpackage.json',
      '/console/..%2f..%2fpackage.json',
      '/console/%2e%2e/%2e%2e/package.json',
      '/phone/..\\..\\package.json',
      '/wall//etc/passwd',
      '/report/%00',
      '/api/v1/files/../secrets.json',
      '/api/v1/files/%2e%2e/secrets.json',
    ];
    for (const path of paths) {
      const answer = await trial.wire.send({ path });
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect(answer.text).not.toContain('"dependencies"');
    }
  });

  test('what was never declared, or by somebody else, is taken from nobody', async () => {
    expect(
      await said({
        never: put(Buffer.from('never')),
        'by another': put(TEN_KB, 'd'.repeat(64), { token: trial.stranger.accessToken }),
      }),
    ).toEqual({
      never: '404 file.not-declared',
      'by another': '404 file.not-declared',
    });
  });
}

export function badFiles(trial: Trial): void {
  badContents(trial);
  badNames(trial);
}
