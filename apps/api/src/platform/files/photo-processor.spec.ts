import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { DiskFileStore } from './disk-file-store.js';
import { PhotoProcessor } from './photo-processor.js';

let folder: string;
let store: DiskFileStore;
let photos: PhotoProcessor;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'photos-'));
  store = new DiskFileStore(path.join(folder, 'files'));
  photos = new PhotoProcessor(store);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(content: Buffer | string): string {
  const name = path.join(folder, 'upload');
  writeFileSync(name, content);
  return name;
}
const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 40 } } });
const stored = async (hash: string) => buffer((await store.read(hash)).stream);

const CAMERA = {
  IFD0: { Make: 'A camera', Software: 'with a name' },
  IFD2: { DateTimeOriginal: '2026:06:12 09:30:15', OffsetTimeOriginal: '+08:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 17/1 42/1', GPSLongitudeRef: 'E', GPSLongitude: '130/1 58/1 12/1' },
};

describe('a photo', () => {
  test('keeps time and place as fields and nothing of them in the picture', async () => {
    const photo = await photos.process(file(await noise(800, 600).withExif(CAMERA).jpeg().toBuffer()));
    expect(photo.takenAt?.toISOString()).toBe('2026-06-12T01:30:15.000Z');
    expect(photo.point).toEqual({ lng: 130.97, lat: 45.295 });
    for (const hash of [photo.contentHash, photo.thumbHash]) {
      const kept = await stored(hash);
      const { exif, icc, xmp, iptc, format } = await sharp(kept).metadata();
      expect({ exif, icc, xmp, iptc, format }).toEqual({ format: 'jpeg' });
      expect(kept.includes('camera')).toBe(false);
    }
  });

  test('stands upright, whatever the camera was held like', async () => {
    const photo = await photos.process(file(await noise(800, 600).withMetadata({ orientation: 6 }).jpeg().toBuffer()));
    expect([photo.width, photo.height]).toEqual([600, 800]);
  });

  test('is made smaller to 2560 and 320 pixels, and never larger', async () => {
    const large = await photos.process(file(await noise(4000, 1000).jpeg().toBuffer()));
    expect([large.width, large.height]).toEqual([2560, 640]);
    expect(await sharp(await stored(large.thumbHash)).metadata()).toMatchObject({ width: 320, height: 80 });
    const small = await photos.process(file(await noise(100, 50).png().toBuffer()));
    expect([small.width, small.height, small.takenAt, small.point]).toEqual([100, 50, null, null]);
  });

  test.each<[string, (picture: Sharp) => Sharp]>([
    ['JPEG', (picture) => picture.jpeg()],
    ['PNG', (picture) => picture.png()],
    ['WebP', (picture) => picture.webp()],
  ])('may be %s, and is refused when it ends early', async (_, encode) => {
    const whole = await encode(noise(400, 300)).toBuffer();
    await expect(photos.process(file(whole))).resolves.toMatchObject({ width: 400, height: 300 });
    for (const part of [0.3, 0.9]) {
      await expect(photos.process(file(whole.subarray(0, whole.length * part)))).rejects.toMatchObject({
        code: 'file.not-an-image',
      });
    }
  });
});

describe('what is no photo', () => {
  const jpegMark = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

  test.each<[string, Buffer]>([
    ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a page of HTML that begins like a JPEG', Buffer.concat([jpegMark, Buffer.from('<html><script>alert(1)</script>')])],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACw=', 'base64')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused: %s', async (_, content) => {
    await expect(photos.process(file(content))).rejects.toMatchObject({ code: 'file.not-an-image' });
    expect(readdirSync(folder)).toEqual(['upload']);
  });

  test('loses whatever was hidden behind the picture', async () => {
    const picture = await noise(64, 64).jpeg().toBuffer();
    const photo = await photos.process(file(Buffer.concat([picture, Buffer.from('<script>hidden</script>')])));
    expect((await stored(photo.contentHash)).includes('hidden')).toBe(false);
  });

  test('a PNG of 30,000 × 30,000 pixels is refused by its head, undecoded', async () => {
    const before = process.memoryUsage().rss;
    const started = Date.now();
    await expect(photos.process(file(emptyPng(30_000, 30_000)))).rejects.toMatchObject({ code: 'file.too-many-pixels' });
    expect(Date.now() - started).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });

  test('a file of more than 25 MB is refused', async () => {
    await expect(photos.process(file(Buffer.concat([jpegMark, Buffer.alloc(26 * 1024 * 1024)])))).rejects.toMatchObject({
      code: 'file.too-large',
    });
  });
});

/** A grey picture of one bit a pixel: 900 million pixels in a hundred kilobytes. */
function emptyPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const lines = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngPart('IHDR', head),
    pngPart('IDAT', lines),
    pngPart('IEND', Buffer.alloc(0)),
  ]);
}

function pngPart(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
