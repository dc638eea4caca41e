import { describe, expect, jest, test } from '@jest/globals';
import { type ApiClient, ApiError, OfflineError } from '@wangge/api-client';
import { eventsApi } from '@wangge/contracts';
import { newId, pointOf } from './events.js';
import { KINDS, RunningServer } from './running-server.js';

jest.setTimeout(300_000);

const SENDERS = 6;

describe.each(KINDS)('the process is killed while reports are being sent, on %s', (kind) => {
  test('nothing acknowledged is lost, and sending all of it again doubles nothing', async () => {
    const server = await RunningServer.start(kind);
    try {
      const worker = await server.as('worker1');
      const point = await pointOf(server, worker, 'worker1');
      const before = await countMine(worker);
      const sent = new Set<string>();
      const acknowledged = new Set<string>();
      const send = (client: ApiClient, id: string) =>
        client.call(eventsApi.report, { body: { id, description: `路面有坑 ${id.slice(-4)}`, point } });
      let isKilled = false;
      const flood = Array.from({ length: SENDERS }, async () => {
        while (!isKilled) {
          const id = newId();
          sent.add(id);
          try {
            await send(worker, id);
            acknowledged.add(id);
          } catch (error) {
            if (!(error instanceof OfflineError) && !(error instanceof ApiError)) throw error;
            return;
          }
        }
      });
      await until(() => acknowledged.size >= 30);
      await server.kill('SIGKILL');
      isKilled = true;
      await Promise.all(flood);
      await server.launch();
      const again = await server.as('worker1');
      for (const id of acknowledged) {
        expect((await again.call(eventsApi.get, { params: { id } })).status).toBe('reported');
      }
      for (const id of sent) await send(again, id);
      expect(acknowledged.size).toBeGreaterThanOrEqual(30);
      expect(sent.size).toBeGreaterThan(acknowledged.size);
      expect(await countMine(again)).toBe(before + sent.size);
    } finally {
      await server.stop();
    }
  });
});

async function countMine(client: ApiClient): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await client.call(eventsApi.list, { query: { lens: 'mine', perPage: 100, cursor } });
    count += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return count;
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it did not come to that in a minute');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
