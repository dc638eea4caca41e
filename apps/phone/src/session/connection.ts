import { type ApiClient, type CallInput, OfflineError } from '@wangge/api-client';
import type { Endpoint, Me, ReplyOf } from '@wangge/contracts';
import { Store } from '../data/store';
import { rememberedMe, rememberMe } from './remembered-me';

/** How often to look for the server while it cannot be reached and somebody is looking at the page. */
const LOOK_AGAIN_MILLIS = 15_000;

/** One account's way to the server: whether it is there, and whether it still knows us. */
export class Connection {
  readonly reachable = new Store(navigator.onLine);
  private joining: Promise<boolean> | undefined;
  private readonly stop = new AbortController();

  constructor(
    readonly client: ApiClient,
    private readonly me: Me,
    private readonly onEnded: () => void,
  ) {
    const options = { signal: this.stop.signal };
    addEventListener('online', () => void this.join(), options);
    addEventListener('offline', () => this.lose(), options);
    document.addEventListener('visibilitychange', () => void this.lookAgain(), options);
    const timer = setInterval(() => void this.lookAgain(), LOOK_AGAIN_MILLIS);
    this.stop.signal.addEventListener('abort', () => clearInterval(timer));
  }

  close(): void {
    this.stop.abort();
  }

  /** Whether this tab holds a session of this very account; another tab may have changed it. */
  get isMine(): boolean {
    return this.client.accessToken !== undefined && rememberedMe()?.id === this.me.id;
  }

  /** True once the server is there and knows us. */
  join(): Promise<boolean> {
    if (this.isMine && this.reachable.value) return Promise.resolve(true);
    this.joining ??= this.resume().finally(() => {
      this.joining = undefined;
    });
    return this.joining;
  }

  /** Like the client's own `call`, and noticing on the way whether the server can be reached. */
  async call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ReplyOf<E>> {
    if (!this.isMine && !(await this.join())) throw new OfflineError('not connected');
    return this.watch(() => this.client.call(endpoint, input));
  }

  /** Likewise for the content of files. */
  async upload<E extends Endpoint>(...request: Parameters<typeof ApiClient.prototype.upload<E>>): Promise<ReplyOf<E>> {
    if (!this.isMine && !(await this.join())) throw new OfflineError('not connected');
    return this.watch(() => this.client.upload(...request));
  }

  private async watch<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.reachable.set(true);
      return result;
    } catch (error) {
      this.reachable.set(!(error instanceof OfflineError));
      throw error;
    }
  }

  /** What hangs when the network goes is tried again when it comes back, and not half a minute later. */
  private lose(): void {
    this.reachable.set(false);
    this.client.abandon();
  }

  private async lookAgain(): Promise<void> {
    if (document.visibilityState === 'visible' && !this.reachable.value) await this.join();
  }

  private async resume(): Promise<boolean> {
    try {
      const me = await this.watch(() => this.client.resume());
      if (me?.id !== this.me.id) {
        this.onEnded();
        return false;
      }
      rememberMe(me);
      return true;
    } catch (error) {
      if (error instanceof OfflineError) return false;
      // The server is there but busy or broken: it is asked again later.
      this.reachable.set(false);
      return false;
    }
  }
}
