import { type ResourceLimits, Worker } from 'node:worker_threads';

export type TaskReply = { readonly id: number; readonly value?: unknown; readonly error?: TaskFailure };
export type TaskFailure = { readonly name: string; readonly message: string; readonly fault?: string };
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** What went wrong in a thread; `fault` is the stable word its task gave, where it gave one. */
export class TaskError extends Error {
  override readonly name = 'TaskError';

  constructor(
    message: string,
    readonly fault?: string,
  ) {
    super(message);
  }
}

/**
 * Heavy work in a thread of its own, so that it stops no request and its memory has an end. Its script says what it can do
 * with `answerTasks`. One that runs out of memory or ends refuses whatever still waits, and does not take the process along.
 */
export class TaskThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private failure: Error | undefined;
  private next = 0;

  constructor(script: URL, workerData: unknown, resourceLimits: ResourceLimits) {
    this.worker = new Worker(script, { workerData, resourceLimits, execArgv: [], env: {} });
    this.worker.on('message', (reply: TaskReply) => this.settle(reply));
    this.worker.on('error', (error) => this.fail(new TaskError(error.message, isOutOfMemory(error) ? 'too-large' : undefined)));
    this.worker.on('exit', () => this.fail(new TaskError('the thread has ended')));
  }

  /** Buffers in `transfer` are handed over and can no longer be used here. */
  ask(task: string, input: unknown, transfer: readonly ArrayBuffer[] = []): Promise<unknown> {
    if (this.failure) return Promise.reject(this.failure);
    this.next += 1;
    const id = this.next;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, task, input }, [...transfer]);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private settle({ id, value, error }: TaskReply): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(new TaskError(`${error.name}: ${error.message}`, error.fault));
    else waiting?.resolve(value);
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
