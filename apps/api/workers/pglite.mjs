// The embedded PostgreSQL, in a thread of its own so that a long query stops no timer of the server.
// It speaks PostgreSQL's wire protocol: `exchange` takes the messages of one request and answers the server's.
import { readFile, writeFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';

let database;

const commands = {
  async open({ directory, loadFrom }) {
    const loadDataDir = loadFrom ? new Blob([await readFile(loadFrom)]) : undefined;
    database = await PGlite.create({ dataDir: directory, extensions: { postgis }, loadDataDir });
  },
  async exchange({ message }) {
    return database.execProtocolRaw(message);
  },
  async dump({ path }) {
    await database.exec('checkpoint');
    const archive = await database.dumpDataDir('none');
    await writeFile(path, Buffer.from(await archive.arrayBuffer()));
  },
  async close() {
    await database?.close();
    database = undefined;
  },
};

// One after the other, in the order of arrival: the database has a single session.
let last = Promise.resolve();

parentPort.on('message', (request) => {
  last = last.then(() => answer(request));
});

async function answer({ id, command, ...parameters }) {
  try {
    const value = await commands[command](parameters);
    parentPort.postMessage({ id, value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    parentPort.postMessage({ id, error: { message: String(error?.message ?? error), stack: error?.stack } });
  }
}
