import { ApiError, type CallInput } from '@wangge/api-client';
import { type Endpoint, gridsApi, registersApi, registerTagsApi, type ReplyOf } from '@wangge/contracts';
import type { ReplyStore } from '@wangge/offline';
import type { Connection } from '../session/connection';

/** What is known of a reply: the data of the last answer, when it came, and what became of the last try. */
export interface Entry<T = unknown> {
  readonly data?: T;
  readonly at?: string;
  readonly loading: boolean;
  readonly error?: unknown;
}

const NOTHING: Entry = { loading: true };
/**
 * Asked for every spot the phone comes past: not worth keeping. What words were searched for may be somebody's name, and
 * who needs help is nobody's to find on a lost phone.
 */
const NOT_KEPT: readonly Endpoint[] = [gridsApi.locate, registersApi.search, registerTagsApi.list];

/** Replies of the server by question: shown at once from memory or device, renewed behind. */
export class Replies {
  private readonly entries = new Map<string, Entry>();
  private readonly watchers = new Map<string, Set<() => void>>();
  private readonly renewing = new Map<string, () => void>();

  constructor(
    private readonly connection: Connection,
    private readonly store: ReplyStore,
  ) {}

  entry(key: string): Entry {
    return this.entries.get(key) ?? NOTHING;
  }

  /** Listens to one question and asks it. */
  watch<E extends Endpoint>(key: string, endpoint: E, input: CallInput<E>, listener: () => void): () => void {
    const watchers = this.watchers.get(key) ?? new Set();
    watchers.add(listener);
    this.watchers.set(key, watchers);
    const renew = () => void this.load(key, endpoint, input);
    this.renewing.set(key, renew);
    renew();
    return () => {
      watchers.delete(listener);
      if (watchers.size === 0) this.renewing.delete(key);
    };
  }

  async load<E extends Endpoint>(key: string, endpoint: E, input: CallInput<E>): Promise<void> {
    if (!this.entries.has(key)) await this.recall(key, endpoint);
    this.put(key, { ...this.entry(key), loading: true });
    try {
      const data = await this.connection.call(endpoint, input);
      this.put(key, { data, at: new Date().toISOString(), loading: false });
      if (!NOT_KEPT.includes(endpoint)) await this.store.keep(key, data);
    } catch (error) {
      if (isGone(error)) await this.store.drop(key);
      this.put(key, { ...(isGone(error) ? {} : this.entry(key)), loading: false, error });
    }
  }

  /** Asks again whatever is on the screen and begins with this path. */
  renew(path: string): void {
    for (const [key, again] of this.renewing) if (key.startsWith(path)) again();
  }

  /** Nothing of one account is left for the next. */
  clear(): Promise<void> {
    this.entries.clear();
    return this.store.clear();
  }

  /** What the device has kept. A form that a newer version no longer knows counts as nothing. */
  private async recall(key: string, endpoint: Endpoint): Promise<void> {
    const kept = await this.store.find(key);
    const parsed = kept && endpoint.reply.safeParse(kept.reply);
    if (kept && parsed?.success && !this.entries.has(key)) this.put(key, { data: parsed.data, at: kept.at, loading: true });
  }

  private put(key: string, entry: Entry): void {
    this.entries.set(key, entry);
    for (const listener of this.watchers.get(key) ?? []) listener();
  }
}

/** What the account may no longer see is not shown from memory either. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 403);
}

/** Questions with the same path and input have the same key. */
export function keyOf<E extends Endpoint>(endpoint: E, input: CallInput<E>): string {
  return `${endpoint.path} ${JSON.stringify(input)}`;
}

export type Reply<E extends Endpoint> = Entry<ReplyOf<E>>;
