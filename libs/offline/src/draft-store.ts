import { type PhoneDatabase, photosOfOwner } from './database.js';
import type { Draft } from './draft.js';
import type { OutboxItem } from './item.js';

/** Drafts survive the page; sending moves one into the outbox in a single step. */
export class DraftStore {
  constructor(private readonly database: PhoneDatabase) {}

  find(accountId: string, key: string): Promise<Draft | undefined> {
    return this.database.get('drafts', [accountId, key]);
  }

  async save(draft: Draft): Promise<void> {
    await this.database.put('drafts', draft);
  }

  async addPhoto(draft: Draft, sha256: string, content: Blob): Promise<void> {
    const step = this.database.transaction(['drafts', 'photos'], 'readwrite');
    await step.objectStore('photos').put({ owner: draft.id, sha256, content });
    await step.objectStore('drafts').put(draft);
    await step.done;
  }

  async removePhoto(draft: Draft, sha256: string): Promise<void> {
    const step = this.database.transaction(['drafts', 'photos'], 'readwrite');
    await step.objectStore('photos').delete([draft.id, sha256]);
    await step.objectStore('drafts').put(draft);
    await step.done;
  }

  async discard(draft: Draft): Promise<void> {
    const step = this.database.transaction(['drafts', 'photos'], 'readwrite');
    await step.objectStore('photos').delete(photosOfOwner(draft.id));
    await step.objectStore('drafts').delete([draft.accountId, draft.key]);
    await step.done;
  }

  /** The draft becomes an item: both or neither, so that a killed page neither loses nor doubles it. */
  async submit(draft: Draft, item: OutboxItem): Promise<void> {
    const step = this.database.transaction(['drafts', 'items'], 'readwrite', { durability: 'strict' });
    await step.objectStore('items').add(item);
    await step.objectStore('drafts').delete([draft.accountId, draft.key]);
    await step.done;
  }

  async photoContent(draft: Draft, sha256: string): Promise<Blob | undefined> {
    return (await this.database.get('photos', [draft.id, sha256]))?.content;
  }
}
