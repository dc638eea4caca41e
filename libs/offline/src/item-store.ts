import { type PhoneDatabase, photosOfOwner } from './database.js';
import type { OutboxItem } from './item.js';
import type { ItemStore } from './outbox-options.js';

/** The outbox in IndexedDB. */
export class IndexedItemStore implements ItemStore {
  constructor(private readonly database: PhoneDatabase) {}

  list(accountId: string): Promise<OutboxItem[]> {
    return this.database.getAllFromIndex('items', 'account', accountId);
  }

  async update(id: string, change: (item: OutboxItem) => OutboxItem): Promise<OutboxItem | undefined> {
    const step = this.database.transaction('items', 'readwrite');
    const item = await step.store.get(id);
    const next = item && change(item);
    if (next && next !== item) await step.store.put(next);
    await step.done;
    return next;
  }

  async remove(id: string): Promise<void> {
    const step = this.database.transaction(['items', 'photos'], 'readwrite');
    await step.objectStore('photos').delete(photosOfOwner(id));
    await step.objectStore('items').delete(id);
    await step.done;
  }

  async content(id: string, sha256: string): Promise<Blob | undefined> {
    return (await this.database.get('photos', [id, sha256]))?.content;
  }

  async dropContents(id: string): Promise<void> {
    await this.database.delete('photos', photosOfOwner(id));
  }
}
