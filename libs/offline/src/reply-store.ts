import type { PhoneDatabase } from './database.js';

/** The server's last replies, so that a screen has something to show before, or without, the next one. */
export class ReplyStore {
  constructor(
    private readonly database: PhoneDatabase,
    private readonly accountId: string,
  ) {}

  async find(key: string): Promise<{ readonly at: string; readonly reply: unknown } | undefined> {
    return this.database.get('replies', [this.accountId, key]);
  }

  async keep(key: string, reply: unknown, now = new Date()): Promise<void> {
    await this.database.put('replies', { accountId: this.accountId, key, at: now.toISOString(), reply });
  }

  async drop(key: string): Promise<void> {
    await this.database.delete('replies', [this.accountId, key]);
  }

  /** Forgets what nobody has asked for in a while. */
  async prune(before: Date): Promise<void> {
    const step = this.database.transaction('replies', 'readwrite');
    for await (const cursor of step.store.iterate(this.all())) {
      if (Date.parse(cursor.value.at) < before.getTime()) await cursor.delete();
    }
    await step.done;
  }

  /** What one account was shown is not left for the next one on the same phone. */
  async clear(): Promise<void> {
    await this.database.delete('replies', this.all());
  }

  private all(): IDBKeyRange {
    return IDBKeyRange.bound([this.accountId], [this.accountId, []]);
  }
}
