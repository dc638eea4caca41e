import { deliver } from './deliver.js';
import type { Command, OutboxItem } from './item.js';
import { amended, bySendingOrder, failed, isDue, recovered, retried, started } from './item-state.js';
import type { OutboxOptions } from './outbox-options.js';

/** When another tab is sending, or nothing is due, look again after so many seconds at most. */
const LOOK_AGAIN = 15;

/** Everything this account has still to send, and the one that sends it. */
export class Outbox {
  private current: readonly OutboxItem[] = [];
  private readonly listeners = new Set<() => void>();
  private running = false;
  private again = false;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Without network the whole queue rests, not only the item that noticed. */
  private restUntil = 0;

  constructor(private readonly options: OutboxOptions) {}

  get items(): readonly OutboxItem[] {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async refresh(): Promise<void> {
    this.current = (await this.options.store.list(this.options.accountId)).sort(bySendingOrder);
    for (const listener of this.listeners) listener();
  }

  /** Sends whatever is due, now. Calls while it is under way make it look once more. */
  wake(): Promise<void> {
    this.restUntil = 0;
    return this.work();
  }

  private async work(): Promise<void> {
    this.again = true;
    if (this.running || this.closed) return;
    this.running = true;
    clearTimeout(this.timer);
    try {
      while (this.again && !this.closed) {
        this.again = false;
        const mine = await this.options.alone(() => this.run());
        if (!mine) break;
      }
    } finally {
      this.running = false;
      await this.plan();
    }
  }

  /** The network is back: whatever waits goes out now. */
  async retryAll(): Promise<void> {
    await this.refresh();
    const waiting = this.current.filter(({ state }) => state.name === 'waiting');
    for (const { id } of waiting)
      await this.change(id, (item) => (item.state.name === 'waiting' ? retried(item, this.now()) : item));
    await this.wake();
  }

  async retry(id: string): Promise<void> {
    await this.change(id, (item) => retried(item, this.now()));
    await this.wake();
  }

  async amend(id: string, command: Command): Promise<void> {
    await this.change(id, (item) => amended(item, command, this.now()));
    await this.wake();
  }

  /** Removes an item with its photos. One that is being sent stays. */
  async discard(id: string): Promise<void> {
    const item = this.current.find((candidate) => candidate.id === id);
    if (!item || item.state.name === 'sending') return;
    await this.options.store.remove(id);
    await this.changed();
  }

  /** Clears away what was delivered before this instant. */
  async tidy(before: Date): Promise<void> {
    await this.refresh();
    const old = this.current.filter(({ state }) => state.name === 'delivered' && Date.parse(state.at) < before.getTime());
    for (const { id } of old) await this.options.store.remove(id);
    if (old.length > 0) await this.changed();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private async run(): Promise<void> {
    await this.refresh();
    for (const { id, state } of this.current) {
      if (state.name === 'sending') await this.change(id, (item) => recovered(item, this.now()));
    }
    let due = this.nextDue();
    while (due && !this.closed && this.options.maySend() && Date.parse(this.now()) >= this.restUntil) {
      await this.send(due);
      due = this.nextDue();
    }
  }

  private async send(due: OutboxItem): Promise<void> {
    const item = await this.change(due.id, started);
    if (item?.state.name !== 'sending') return;
    const failure = await deliver(item, {
      transport: this.options.transport,
      content: (sha256) => this.options.store.content(item.id, sha256),
      save: async (change) => void (await this.change(item.id, change)),
      now: () => this.now(),
    });
    if (!failure) {
      await this.options.store.dropContents(item.id);
      this.options.onDelivered?.(this.current.find(({ id }) => id === item.id) ?? item);
      return;
    }
    const after = await this.change(item.id, (current) => failed(current, failure, this.now()));
    const unreachable = failure.kind === 'offline' || failure.kind === 'session';
    if (unreachable && after?.state.name === 'waiting') this.restUntil = Date.parse(after.state.notBefore);
  }

  private nextDue(): OutboxItem | undefined {
    return this.current.find((item) => isDue(item, this.now()));
  }

  /** Wakes up when the next item is due; at the latest after a while, for another tab may have stopped. */
  private async plan(): Promise<void> {
    if (this.closed) return;
    await this.refresh();
    const open = this.current.flatMap(({ state }) =>
      state.name === 'waiting' ? [Date.parse(state.notBefore)] : state.name === 'sending' ? [Number.POSITIVE_INFINITY] : [],
    );
    if (open.length === 0) return;
    const wait = Math.max(Math.min(...open), this.restUntil) - Date.parse(this.now());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.work(), Math.min(Math.max(wait, 1000), LOOK_AGAIN * 1000));
  }

  private async change(id: string, change: (item: OutboxItem) => OutboxItem): Promise<OutboxItem | undefined> {
    const item = await this.options.store.update(id, change);
    await this.changed();
    return item;
  }

  private async changed(): Promise<void> {
    this.options.announce?.();
    await this.refresh();
  }

  private now(): string {
    return (this.options.now?.() ?? new Date()).toISOString();
  }
}
