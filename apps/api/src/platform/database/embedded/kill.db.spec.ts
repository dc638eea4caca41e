import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runFolder } from '@wangge/testing';
import { embeddedTemplate } from '../../../testing/template.js';
import { EmbeddedDatabase } from './embedded-database.js';

const WORKER = fileURLToPath(new URL('../../../../workers/pglite.mjs', import.meta.url));

/** A process that writes row after row and tells each one that was acknowledged. */
const WRITER = `
  import { Worker } from 'node:worker_threads';
  const worker = new Worker(process.argv[1], { execArgv: [] });
  let next = 0;
  const waiting = new Map();
  worker.on('message', ({ id, value, error }) => {
    if (error) throw new Error(error.message);
    waiting.get(id)(value);
  });
  const ask = (command, parameters) =>
    new Promise((resolve) => {
      waiting.set((next += 1), resolve);
      worker.postMessage({ id: next, command, ...parameters });
    });
  const query = async (text) => {
    const body = Buffer.from(text + '\\0');
    const message = Buffer.concat([Buffer.from('Q'), Buffer.alloc(4), body]);
    message.writeInt32BE(body.length + 4, 1);
    const answer = Buffer.from(await ask('exchange', { message: new Uint8Array(message) }));
    if (answer[0] === 'E'.charCodeAt(0)) throw new Error(answer.toString());
  };
  await ask('open', { directory: process.argv[2] });
  for (let n = Number(process.argv[3]); ; n += 1) {
    await query('begin; insert into kept (id, long) values (' + n + ", repeat('x', 500)); commit");
    console.log(n);
  }
`;

/** Lets it write for a while, kills it in the middle, and answers the last row it was told is safe. */
function writeUntilKilled(data: string, from: number): Promise<number> {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, WORKER, data, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: path.dirname(WORKER),
  });
  let last = from - 1;
  const lines = createInterface(writer.stdout);
  lines.once('line', () => setTimeout(() => writer.kill('SIGKILL'), 400));
  lines.on('line', (line) => {
    last = Number(line);
  });
  return new Promise((resolve) => lines.once('close', () => resolve(last)));
}

describe('the embedded database, killed in the middle of writing', () => {
  const folder = mkdtempSync(path.join(runFolder(), 'wangge-kill-'));

  const open = async () => EmbeddedDatabase.open(folder, { loadFrom: await embeddedTemplate() });
  const rows = async () => {
    const database = await open();
    const { rows: ids } = await database.hold('superuser', (client) => client.query<{ id: number }>('select id from kept order by id'));
    await database.close();
    return ids.map(({ id }) => id);
  };

  beforeAll(async () => {
    const database = await open();
    await database.hold('superuser', (client) => client.query('create table kept (id int primary key, long text)'));
    await database.close();
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has lost nothing that was acknowledged, and doubled nothing', async () => {
    let next = 1;
    for (let cycle = 0; cycle < 3; cycle += 1) {
      const last = await writeUntilKilled(path.join(folder, 'data'), next);
      expect(last).toBeGreaterThan(next);
      const kept = await rows();
      expect(kept.length).toBeGreaterThanOrEqual(last);
      expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => index + 1));
      next = kept.length + 1;
    }
  }, 120_000);
});
