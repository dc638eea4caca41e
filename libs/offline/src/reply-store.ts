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

  /** What one account was shown is not left for the next one on the same phone. */
  async clear(): Promise<void> {
    await this.database.delete('replies', IDBKeyRange.bound([this.accountId], [this.accountId, []]));
  }
}
