import type { ApiClient } from '@wangge/api-client';
import type { Me, Permission } from '@wangge/contracts';
import {
  apiTransport,
  DraftStore,
  inOneTab,
  IndexedItemStore,
  Outbox,
  type OutboxItem,
  type PhoneDatabase,
  ReplyStore,
} from '@wangge/offline';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Replies } from '../data/replies';
import { Connection } from './connection';

/** Everything a signed-in worker's pages work with. */
export interface Phone {
  readonly me: Me;
  readonly client: ApiClient;
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly drafts: DraftStore;
  readonly replies: Replies;
  readonly may: (permission: Permission) => boolean;
  readonly close: () => void;
}

const KEEP_REPLIES_MILLIS = 14 * 24 * 3_600_000;

export interface PhoneHandlers {
  readonly onDelivered: (item: OutboxItem) => void;
  readonly onEnded: () => void;
}

export function openPhone(client: ApiClient, database: PhoneDatabase, me: Me, handlers: PhoneHandlers): Phone {
  const connection = new Connection(client, me, handlers.onEnded);
  const kept = new ReplyStore(database, me.id);
  const replies = new Replies(connection, kept);
  const channel = new BroadcastChannel(`wangge-outbox-${me.id}`);
  const outbox = new Outbox({
    accountId: me.id,
    store: new IndexedItemStore(database),
    transport: apiTransport(connection),
    alone: (work) => inOneTab(database, `wangge-outbox-${me.id}`, work),
    maySend: () => connection.isMine,
    announce: () => channel.postMessage('changed'),
    onDelivered: (item) => {
      replies.renew('/events');
      for (const path of ['/tasks', '/collections', '/registers/:register']) replies.renew(path);
      handlers.onDelivered(item);
    },
  });
  channel.onmessage = () => void outbox.refresh();
  const unsubscribe = connection.reachable.subscribe(() => {
    if (connection.reachable.value) void outbox.retryAll();
  });
  void kept.prune(new Date(Date.now() - KEEP_REPLIES_MILLIS));
  void outbox.tidy(startOfToday());
  void connection.join().then((joined) => (joined ? outbox.wake() : outbox.refresh()));
  return {
    me,
    client,
    connection,
    outbox,
    drafts: new DraftStore(database),
    replies,
    may: (permission) => me.permissions.includes(permission),
    close: () => {
      unsubscribe();
      channel.close();
      outbox.close();
      connection.close();
    },
  };
}

/** What was delivered yesterday is cleared away this morning. */
function startOfToday(): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

export const PhoneContext = createContext<Phone | undefined>(undefined);

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('used outside of a session');
  return phone;
}
