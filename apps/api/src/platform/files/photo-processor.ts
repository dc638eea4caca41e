import { stat } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { ApiProblem, apiError } from '../http/errors.js';
import { WorkGate } from '../work/work-gate.js';
import type { FileStore } from './file-store.js';
import { imageKindOf } from './image-kind.js';
import { type PhotoFacts, readPhotoFacts } from './photo-facts.js';
import { MOST_FILE_BYTES } from './upload-store.js';

/** A photo as it is shown: what it weighs, where its two sizes are kept, and what the camera knew. */
export interface ProcessedPhoto extends PhotoFacts {
  readonly contentHash: string;
  readonly thumbHash: string;
  readonly width: number;
  readonly height: number;
}

/** The same before it is kept anywhere. */
export interface MadePhoto extends PhotoFacts {
  readonly shown: Buffer;
  readonly thumb: Buffer;
  readonly width: number;
  readonly height: number;
}

const MOST_PIXELS = 40_000_000;
const SHOWN = { side: 2560, quality: 82 };
const THUMB = { side: 320, quality: 76 };
const PATIENCE_SECONDS = 20;

/** `error` also refuses pictures that end early; warnings (a maker's odd marks) pass. */
const READING = { failOn: 'error', sequentialRead: true } as const;

/** Decoded pictures are large: nothing of them is kept between two requests. */
sharp.cache(false);
sharp.concurrency(1);

/** Makes a photo safe to show: only its pixels go on, in a file this server has written itself. */
export class PhotoProcessor {
  private readonly gate = new WorkGate(2, 50);

  constructor(private readonly files: FileStore) {}

  async process(file: string): Promise<ProcessedPhoto> {
    const { shown, thumb, ...facts } = await this.make(file);
    return { contentHash: await this.files.write(shown), thumbHash: await this.files.write(thumb), ...facts };
  }

  /** For whoever keeps it in another way, or not at all. */
  async make(file: string): Promise<MadePhoto> {
    return this.gate.run(async () => {
      const exif = await this.check(file);
      return { ...(await refusing(() => render(file))), ...readPhotoFacts(exif) };
    });
  }

  /** Everything that can be known without decoding a pixel. Answers the camera's notes. */
  private async check(file: string): Promise<Buffer | undefined> {
    if ((await stat(file)).size > MOST_FILE_BYTES) throw apiError('file.too-large');
    const kind = await imageKindOf(file);
    if (!kind) throw apiError('file.not-an-image');
    const { format, width, height, exif } = await refusing(() => sharp(file, { ...READING, limitInputPixels: false }).metadata());
    if (format !== kind) throw apiError('file.not-an-image');
    if (width * height > MOST_PIXELS) throw apiError('file.too-many-pixels');
    return exif;
  }
}

async function render(file: string) {
  const shown = await smaller(sharp(file, { ...READING, limitInputPixels: MOST_PIXELS }).autoOrient(), SHOWN);
  const thumb = await smaller(sharp(shown.data), THUMB);
  return { shown: shown.data, thumb: thumb.data, width: shown.info.width, height: shown.info.height };
}

function smaller(picture: Sharp, { side, quality }: { readonly side: number; readonly quality: number }) {
  return picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .timeout({ seconds: PATIENCE_SECONDS })
    .toBuffer({ resolveWithObject: true });
}

/** Whatever the decoder cannot read, or not in time, is no picture to us. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ApiProblem ? error : apiError('file.not-an-image');
  }
}
