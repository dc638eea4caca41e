import { Duplex } from 'node:stream';

const SYNC = 'S'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);
const READY_FOR_QUERY_BYTES = 6;

/**
 * The socket of a PostgreSQL client, without a network: what the client writes is handed to the embedded
 * database as whole requests, and its answer is what the client reads. The client itself is the one used for
 * a real server, so values, named statements and errors are the same by construction.
 */
export class WireStream extends Duplex {
  private pending = Buffer.alloc(0);
  private started = false;
  private last: Promise<void> = Promise.resolve();
  private status = 'I';

  constructor(private readonly exchange: (message: Uint8Array) => Promise<Uint8Array>) {
    super();
  }

  /** `I` outside a transaction, `T` inside, `E` inside one that failed. */
  get transactionStatus(): string {
    return this.status;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.pending = Buffer.concat([this.pending, chunk]);
    for (let end = this.endOfRequest(); end > 0; end = this.endOfRequest()) {
      const request = Uint8Array.from(this.pending.subarray(0, end));
      this.pending = this.pending.subarray(end);
      this.last = this.last.then(() => this.ask(request));
    }
    done();
  }

  /** Where the first whole request ends, or 0: a request is asked for by Sync or is a simple Query. */
  private endOfRequest(): number {
    let at = 0;
    while (at + 5 <= this.pending.length) {
      const type = this.started ? this.pending[at] : undefined;
      const header = this.started ? 1 : 0;
      const end = at + header + this.pending.readInt32BE(at + header);
      if (end > this.pending.length) return 0;
      if (type === undefined || type === SYNC || type === QUERY || type === TERMINATE) {
        this.started = true;
        return end;
      }
      at = end;
    }
    return 0;
  }

  private async ask(request: Uint8Array): Promise<void> {
    if (this.destroyed) return;
    if (request[0] === TERMINATE) {
      this.push(null);
      return;
    }
    try {
      const answer = Buffer.from(await this.exchange(request));
      if (answer.length >= READY_FOR_QUERY_BYTES) this.status = String.fromCharCode(answer[answer.length - 1] ?? 0);
      this.push(answer);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
