import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiError, OfflineError } from '@wangge/api-client';
import type { ErrorCode, FileState } from '@wangge/contracts';
import { CHUNK_BYTES } from './deliver.js';
import { type Command, newItem, type OutboxItem } from './item.js';
import { Outbox } from './outbox.js';
import type { ItemStore } from './outbox-options.js';
import type { Transport } from './transport.js';

const NOW = '2026-06-12T01:41:00.000Z';
const SHA = 'a'.repeat(64);

/** A store whose items survive whoever uses it, as the real one survives the page. */
class MemoryStore implements ItemStore {
  readonly items = new Map<string, OutboxItem>();
  readonly contents = new Map<string, Blob>();

  async list(accountId: string) {
    return [...this.items.values()].filter((item) => item.accountId === accountId);
  }
  async update(id: string, change: (item: OutboxItem) => OutboxItem) {
    const item = this.items.get(id);
    if (!item) return undefined;
    const next = change(item);
    this.items.set(id, next);
    return next;
  }
  async remove(id: string) {
    this.items.delete(id);
    await this.dropContents(id);
  }
  async content(id: string, sha256: string) {
    return this.contents.get(`${id}/${sha256}`);
  }
  async dropContents(id: string) {
    for (const key of this.contents.keys()) if (key.startsWith(`${id}/`)) this.contents.delete(key);
  }
}

/** A server that remembers what it was told, and can be made to fail. */
class FakeServer implements Transport {
  readonly taken = new Map<string, number>();
  readonly files = new Map<string, FileState>();
  refusal: ErrorCode | undefined;
  /** Requests that still get through; the next one finds no network. */
  requestsLeft = Number.POSITIVE_INFINITY;
  /** The command is done, and its answer is lost. */
  loseAnswer = false;
  readonly order: string[] = [];

  async command(command: Command) {
    this.spend();
    if (this.refusal) throw refused(this.refusal);
    const id = 'id' in command.body ? command.body.id : (command.body.commandId ?? '');
    this.order.push(id);
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
    for (const { sha256, bytes } of 'photos' in command.body ? (command.body.photos ?? []) : []) {
      if (!this.files.has(sha256)) this.files.set(sha256, { sha256, bytes, received: 0, ready: false });
    }
    if (this.loseAnswer) throw new OfflineError('lost');
    return { number: '20260612-0087' };
  }
  async fileState(sha256: string) {
    this.spend();
    const file = this.files.get(sha256);
    if (!file) throw refused('file.not-declared');
    return file;
  }
  async putFile(sha256: string, offset: number, content: Blob) {
    this.spend();
    const file = await this.fileState(sha256);
    if (offset !== file.received) throw refused('file.incomplete');
    const received = offset + content.size;
    const next = { ...file, received, ready: received === file.bytes };
    this.files.set(sha256, next);
    return next;
  }
  private spend() {
    if (this.requestsLeft <= 0) throw new OfflineError('no network');
    this.requestsLeft -= 1;
  }
}

const refused = (code: ErrorCode, status = 422) => new ApiError({ type: 'about:blank', title: code, status, code });
const idOf = (serial: number) => `0197624e-0000-7000-8000-${String(serial).padStart(12, '0')}`;

function report(serial: number, more: { photoBytes?: number; urgent?: boolean; minute?: number } = {}): OutboxItem {
  const photos = more.photoBytes ? [{ sha256: SHA, bytes: more.photoBytes, type: 'image/jpeg' as const }] : [];
  return newItem({
    id: idOf(serial),
    accountId: 'worker',
    command: { kind: 'report', body: { id: idOf(serial), description: '井盖没了', point: { lng: 130.97, lat: 45.3 }, photos } },
    title: '井盖没了',
    urgent: more.urgent ?? false,
    thumbnail: null,
    createdAt: `2026-06-12T01:${String(more.minute ?? 0).padStart(2, '0')}:00.000Z`,
  });
}

function setUp(...items: OutboxItem[]) {
  const store = new MemoryStore();
  for (const item of items) {
    store.items.set(item.id, item);
    for (const { declaration } of item.photos) {
      store.contents.set(`${item.id}/${declaration.sha256}`, new Blob([new Uint8Array(declaration.bytes)]));
    }
  }
  const server = new FakeServer();
  const clock = { now: new Date(NOW) };
  return { store, server, clock, open: (accountId = 'worker') => openOutbox(store, server, clock, accountId) };
}

const opened: Outbox[] = [];
function openOutbox(store: ItemStore, transport: Transport, clock: { now: Date }, accountId: string, more = {}) {
  const outbox = new Outbox({
    accountId,
    store,
    transport,
    alone: async (work) => work().then(() => true),
    maySend: () => true,
    now: () => clock.now,
    ...more,
  });
  opened.push(outbox);
  return outbox;
}

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] }));
afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close();
  jest.useRealTimers();
});

describe('the outbox', () => {
  test('delivers a report and its photo in pieces, then lets go of the content', async () => {
    const bytes = CHUNK_BYTES * 2 + 10;
    const { store, server, open } = setUp(report(1, { photoBytes: bytes }));
    await open().wake();
    expect(store.items.get(idOf(1))).toMatchObject({ state: { name: 'delivered' }, number: '20260612-0087', accepted: true });
    expect(server.files.get(SHA)).toMatchObject({ received: bytes, ready: true });
    expect(store.contents.size).toBe(0);
  });

  test('sends urgent items first, then the oldest', async () => {
    const { server, open } = setUp(report(1, { minute: 5 }), report(2, { minute: 1 }), report(3, { minute: 9, urgent: true }));
    await open().wake();
    expect(server.order).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  test('keeps an item whose answer was lost and repeats it under the same id', async () => {
    const { store, server, clock, open } = setUp(report(1));
    const outbox = open();
    server.loseAnswer = true;
    await outbox.wake();
    expect(store.items.get(idOf(1))).toMatchObject({ state: { name: 'waiting' }, accepted: false });
    server.loseAnswer = false;
    clock.now = new Date(Date.parse(NOW) + 60_000);
    await outbox.wake();
    expect([...server.taken]).toEqual([[idOf(1), 2]]);
    expect(store.items.get(idOf(1))?.state.name).toBe('delivered');
  });

  test.each([1, 2, 3, 4, 5, 6, 7])('goes on where it stopped when the network breaks at request %i', async (requests) => {
    const bytes = CHUNK_BYTES * 3;
    const { store, server, clock, open } = setUp(report(1, { photoBytes: bytes }));
    server.requestsLeft = requests;
    await open().wake();
    const reached = server.files.get(SHA)?.received ?? 0;
    server.requestsLeft = Number.POSITIVE_INFINITY;
    clock.now = new Date(Date.parse(NOW) + 60_000);
    const offsets: number[] = [];
    const put = server.putFile.bind(server);
    server.putFile = (sha256, offset, content) => {
      offsets.push(offset);
      return put(sha256, offset, content);
    };
    await open().wake();
    expect(store.items.get(idOf(1))?.state.name).toBe('delivered');
    expect(offsets[0] ?? bytes).toBe(reached);
    expect(server.taken.get(idOf(1))).toBe(1);
  });

  test('takes up what a killed page left half sent', async () => {
    const item = report(1);
    const { store, open } = setUp({ ...item, state: { name: 'sending', tries: 0 } });
    await open().wake();
    expect(store.items.get(idOf(1))?.state.name).toBe('delivered');
  });

  test('asks for a decision when the server refuses, and goes on with the others', async () => {
    const { store, server, open } = setUp(report(1, { minute: 1 }), report(2, { minute: 2 }));
    const outbox = open();
    const accept = server.command.bind(server);
    server.command = (command) =>
      command.kind === 'report' && command.body.id === idOf(1)
        ? Promise.reject(refused('grid.outside-district'))
        : accept(command);
    await outbox.wake();
    expect(store.items.get(idOf(1))?.state).toEqual({ name: 'attention', code: 'grid.outside-district', photo: null });
    expect(store.items.get(idOf(2))?.state.name).toBe('delivered');
  });

  test('a refused report goes out with a better place under the same id', async () => {
    const item = report(1);
    const { server, open } = setUp(item);
    server.refusal = 'grid.outside-district';
    const outbox = open();
    await outbox.wake();
    server.refusal = undefined;
    if (item.command.kind !== 'report') throw new Error('a report');
    await outbox.amend(item.id, { kind: 'report', body: { ...item.command.body, point: { lng: 130.98, lat: 45.31 } } });
    expect(outbox.items[0]).toMatchObject({ state: { name: 'delivered' }, command: { body: { point: { lng: 130.98 } } } });
  });

  test('says which photo was refused while the report itself has arrived', async () => {
    const { store, server, open } = setUp(report(1, { photoBytes: 10 }));
    server.putFile = () => Promise.reject(refused('file.not-an-image'));
    await open().wake();
    expect(store.items.get(idOf(1))).toMatchObject({
      accepted: true,
      state: { name: 'attention', code: 'file.not-an-image', photo: SHA },
    });
    expect(store.contents.size).toBe(1);
  });

  test('a photo that stays damaged ends in a decision instead of going round for ever', async () => {
    const { store, server, clock, open } = setUp(report(1, { photoBytes: 10 }));
    server.putFile = () => Promise.reject(refused('file.hash-mismatch'));
    const outbox = open();
    for (let minute = 0; minute < 6; minute++) {
      clock.now = new Date(clock.now.getTime() + 600_000);
      await outbox.wake();
    }
    expect(store.items.get(idOf(1))?.state).toMatchObject({ name: 'attention', code: 'file.hash-mismatch' });
  });

  test('rests as a whole without network, and the returning network wakes it', async () => {
    const { store, server, open } = setUp(report(1, { minute: 1 }), report(2, { minute: 2 }));
    server.requestsLeft = 0;
    const command = jest.spyOn(server, 'command');
    const outbox = open();
    await outbox.wake();
    expect(command).toHaveBeenCalledTimes(1);
    server.requestsLeft = Number.POSITIVE_INFINITY;
    await outbox.retryAll();
    expect([...store.items.values()].map(({ state }) => state.name)).toEqual(['delivered', 'delivered']);
  });

  test('never sends what another account wrote', async () => {
    const { server, open } = setUp(report(1));
    const outbox = open('somebody-else');
    await outbox.wake();
    expect(server.taken.size).toBe(0);
    expect(outbox.items).toEqual([]);
  });

  test('sends nothing once another account is signed in', async () => {
    const { store, server, clock } = setUp(report(1));
    await openOutbox(store, server, clock, 'worker', { maySend: () => false }).wake();
    expect(server.taken.size).toBe(0);
  });

  test('two tabs send an item once', async () => {
    const { store, server, clock } = setUp(report(1), report(2));
    let held = false;
    const alone = async (work: () => Promise<void>) => {
      if (held) return false;
      held = true;
      await work();
      held = false;
      return true;
    };
    await Promise.all([1, 2].map(() => openOutbox(store, server, clock, 'worker', { alone }).wake()));
    expect([...server.taken.values()]).toEqual([1, 1]);
  });

  test('discards an item with its photos, but not while it is being sent', async () => {
    const { store, server, open } = setUp(report(1, { photoBytes: 10 }));
    server.requestsLeft = 0;
    const outbox = open();
    await outbox.wake();
    await store.update(idOf(1), (item) => ({ ...item, state: { name: 'sending', tries: 0 } }));
    await outbox.refresh();
    await outbox.discard(idOf(1));
    expect(store.items.size).toBe(1);
    await store.update(idOf(1), (item) => ({ ...item, state: { name: 'waiting', tries: 0, notBefore: NOW } }));
    await outbox.refresh();
    await outbox.discard(idOf(1));
    expect([store.items.size, store.contents.size]).toEqual([0, 0]);
  });

  test('clears away what was delivered before today, and nothing else', async () => {
    const old = { ...report(1), state: { name: 'delivered', at: '2026-06-11T08:00:00.000Z' } } as const;
    const fresh = { ...report(2), state: { name: 'delivered', at: '2026-06-12T01:00:00.000Z' } } as const;
    const { store, open } = setUp(old, fresh, report(3));
    await open().tidy(new Date('2026-06-11T16:00:00.000Z'));
    expect([...store.items.keys()]).toEqual([idOf(2), idOf(3)]);
  });
});
