import { createWriteStream } from 'node:fs';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { apiError } from '../http/errors.js';
import { isFileError } from './file-error.js';

/** A sender that is silent for so long has lost its network; it will ask where to go on. */
const SILENCE_MS = 30_000;

/** Lets through no more than was announced, and waits for no sender that has fallen silent. */
class Measured extends Transform {
  private passed = 0;
  private silence = this.await();

  constructor(private readonly most: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.passed += chunk.length;
    clearTimeout(this.silence);
    if (this.passed > this.most) return done(apiError('file.too-large'));
    this.silence = this.await();
    done(null, chunk);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.silence);
    done(error);
  }

  private await(): NodeJS.Timeout {
    return setTimeout(() => this.destroy(apiError('file.incomplete')), SILENCE_MS).unref();
  }
}

const BROKEN_OFF = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'];

/** Appends a body to a file, which ends where the body begins. What had arrived when it fails stays. */
export async function bodyToFile(body: Readable, file: string, offset: number, most: number): Promise<void> {
  try {
    await pipeline(body, new Measured(most), createWriteStream(file, { flags: offset === 0 ? 'w' : 'r+', start: offset }));
  } catch (error) {
    throw BROKEN_OFF.some((code) => isFileError(error, code)) ? apiError('file.incomplete') : error;
  }
}
