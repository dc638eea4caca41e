import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Draft } from './draft.js';
import type { OutboxItem } from './item.js';

/** The content of one photo of a draft or an item; `owner` is the id both share. */
export interface PhotoContent {
  readonly owner: string;
  readonly sha256: string;
  readonly content: Blob;
}

export interface PhoneSchema extends DBSchema {
  items: { key: string; value: OutboxItem; indexes: { account: string } };
  drafts: { key: [accountId: string, key: string]; value: Draft };
  photos: { key: [owner: string, sha256: string]; value: PhotoContent };
  /** Replies of the server, to be shown until newer ones come. */
  replies: { key: [accountId: string, key: string]; value: { accountId: string; key: string; at: string; reply: unknown } };
  leases: { key: string; value: { name: string; holder: string; until: number } };
}

export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

export function openPhoneDatabase(name = 'wangge-phone'): Promise<PhoneDatabase> {
  return openDB<PhoneSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('items', { keyPath: 'id' }).createIndex('account', 'accountId');
      database.createObjectStore('drafts', { keyPath: ['accountId', 'key'] });
      database.createObjectStore('photos', { keyPath: ['owner', 'sha256'] });
      database.createObjectStore('replies', { keyPath: ['accountId', 'key'] });
      database.createObjectStore('leases', { keyPath: 'name' });
    },
    // A newer page in another tab waits for this one to let go.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}

/** All photos of one owner. */
export const photosOfOwner = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);
