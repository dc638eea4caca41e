import { sha256Of } from '@wangge/api-client';
import type { PhotoDeclaration } from '@wangge/contracts';

export interface PreparedPhoto {
  readonly declaration: PhotoDeclaration;
  readonly content: Blob;
  /** A small JPEG as a data address. */
  readonly thumbnail: string;
}

/** The file cannot be read as a picture. */
export class UnreadablePhotoError extends Error {
  constructor(cause?: unknown) {
    super('unreadable photo', { cause });
    this.name = 'UnreadablePhotoError';
  }
}

/** Up to here the camera's own bytes are kept: they hold time and place, which the server reads and then removes. */
const KEEP_BYTES = 8 * 1024 * 1024;
const LONGEST_SIDE = 2560;
const THUMBNAIL_SIDE = 480;
const TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Reads a chosen file, makes it smaller where it must be, and hashes exactly what will be sent. */
export async function preparePhoto(file: File, now = new Date()): Promise<PreparedPhoto> {
  const picture = await decode(file);
  try {
    const thumbnail = draw(picture, THUMBNAIL_SIDE).toDataURL('image/jpeg', 0.7);
    const kept = TYPES.find((type) => type === file.type);
    // Copied into memory: a file chosen on Android may vanish before it is sent.
    const content =
      kept && file.size <= KEEP_BYTES
        ? new Blob([await file.arrayBuffer()], { type: kept })
        : await toJpeg(draw(picture, LONGEST_SIDE));
    const type = TYPES.find((candidate) => candidate === content.type) ?? 'image/jpeg';
    const declaration = { sha256: await sha256Of(content), bytes: content.size, type, takenAt: takenAt(file, now) };
    return { declaration, content, thumbnail };
  } finally {
    picture.close();
  }
}

async function decode(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    throw new UnreadablePhotoError(cause);
  }
}

function draw(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new UnreadablePhotoError();
  // Transparent parts of a PNG would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new UnreadablePhotoError())), 'image/jpeg', 0.85);
  });
}

/** A fresh photo's file time is the moment it was taken; a wrong clock must not date it into the future. */
function takenAt(file: File, now: Date): string {
  return new Date(Math.min(file.lastModified, now.getTime())).toISOString();
}
