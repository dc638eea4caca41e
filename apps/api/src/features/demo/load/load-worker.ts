import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { NestFactory } from '@nestjs/core';
import { Config } from '../../../platform/config/config.js';
import { DemoCasting } from '../demo-cast.js';
import { LoadModule } from './load.module.js';
import { LoadWork, type Piece } from './load-work.js';

/** A thread of its own: encrypting and building records is work for more than one processor. */
async function serve(): Promise<void> {
  const environment: Readonly<Record<string, string | undefined>> = workerData;
  const app = await NestFactory.createApplicationContext(LoadModule.of(new Config(environment)), { logger: ['error', 'warn'] });
  const cast = await app.get(DemoCasting).cast();
  const work = app.get(LoadWork);
  parentPort?.on('message', (piece: Piece | 'end') => {
    if (piece === 'end') void app.close().then(() => process.exit());
    else work.make(piece, cast).then(() => parentPort?.postMessage('done'), fail);
  });
  parentPort?.postMessage('done');
}

/** Out of the promise, so that it ends the thread and reaches whoever started it. */
const fail = (error: unknown) =>
  setImmediate(() => {
    throw error;
  });

serve().catch(fail);
