import type { OutboxItem } from './item.js';
import type { Transport } from './transport.js';

/** Where items and the content of their photos are kept. */
export interface ItemStore {
  list(accountId: string): Promise<OutboxItem[]>;
  /** Reads, changes and writes one item in one step. Undefined where it is gone. */
  update(id: string, change: (item: OutboxItem) => OutboxItem): Promise<OutboxItem | undefined>;
  /** The item and its photos. */
  remove(id: string): Promise<void>;
  content(id: string, sha256: string): Promise<Blob | undefined>;
  dropContents(id: string): Promise<void>;
}

export interface OutboxOptions {
  readonly accountId: string;
  readonly store: ItemStore;
  readonly transport: Transport;
  /** Runs the work in one tab at a time. Answers false where another one is at it. */
  readonly alone: (work: () => Promise<void>) => Promise<boolean>;
  /** False while this account is not the one signed in, in this tab or any other. */
  readonly maySend: () => boolean;
  /** Tells the other tabs of this browser. */
  readonly announce?: () => void;
  readonly onDelivered?: (item: OutboxItem) => void;
  readonly now?: () => Date;
}
