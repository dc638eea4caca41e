import { Worker } from 'node:worker_threads';

const SCRIPT = new URL('../../../../workers/pglite.mjs', import.meta.url);

type Reply = { readonly id: number; readonly value?: unknown; readonly error?: { message: string; stack?: string } };
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** Questions to the thread of the embedded database, each answered once or refused when the thread is gone. */
export class WorkerHandle {
  private readonly worker = new Worker(SCRIPT, { execArgv: [] });
  private readonly waiting = new Map<number, Waiting>();
  private failure: Error | undefined;
  private next = 0;

  constructor() {
    this.worker.on('message', (reply: Reply) => this.settle(reply));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('the thread of the embedded database has ended')));
  }

  async open(directory: string, loadFrom: string | undefined): Promise<void> {
    await this.ask('open', { directory, loadFrom });
  }

  async exchange(message: Uint8Array): Promise<Uint8Array> {
    const answer = await this.ask('exchange', { message });
    if (!(answer instanceof Uint8Array)) throw new TypeError('the embedded database answered without bytes');
    return answer;
  }

  async dump(path: string): Promise<void> {
    await this.ask('dump', { path });
  }

  async close(): Promise<void> {
    await this.ask('close', {});
    await this.worker.terminate();
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
  }

  private ask(command: string, parameters: object): Promise<unknown> {
    if (this.failure) return Promise.reject(this.failure);
    this.next += 1;
    const id = this.next;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, command, ...parameters });
    });
  }

  private settle({ id, value, error }: Reply): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(Object.assign(new Error(error.message), { stack: error.stack }));
    else waiting?.resolve(value);
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }
}
