import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Piece } from './load-work.js';

const MOST_THREADS = 8;

/** Hands the pieces to as many threads as there are processors; `told` is called after each. The first failure ends all. */
export async function inThreads(
  pieces: readonly Piece[],
  environment: Readonly<Record<string, string | undefined>>,
  told: (done: number) => void,
): Promise<void> {
  let next = 0;
  let done = 0;
  const run = async (): Promise<void> => {
    const worker = new Worker(new URL('./load-worker.js', import.meta.url), { workerData: { ...environment } });
    let current: Piece | undefined;
    worker.on('message', () => {
      if (current) told(++done);
      current = pieces[next++];
      worker.postMessage(current ?? 'end');
    });
    await ended(worker);
  };
  const count = Math.min(MOST_THREADS, availableParallelism(), pieces.length);
  await Promise.all(Array.from({ length: count }, run));
}

function ended(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('a thread ended before its work'))));
  });
}
