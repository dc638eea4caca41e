import { ApiError, openStream } from '@wangge/api-client';
import { type Board, type Boundaries, type EventNews, gridsApi, indicatorsApi, standardsApi } from '@wangge/contracts';
import { coversChain, levelOf, parentOf } from '@wangge/domain';
import { type CommonKey, errorKey } from '@wangge/texts';
import { client } from '../session/client';
import { type LiveNews, withNews } from './news';
import { spaced } from './spaced';

export interface LiveState {
  /** The last good board; it stays when the server is away. */
  readonly board?: Board;
  /** Outlines of the board's node and its children, and of what lies around it. */
  readonly outlines?: Boundaries;
  readonly around?: Boundaries;
  /** By this machine's clock. */
  readonly receivedAt: number;
  /** How far the server's clock is ahead of this machine's. */
  readonly clockAhead: number;
  readonly reachable: boolean;
  readonly connected: boolean;
  readonly live: readonly LiveNews[];
  /** The newest report of this node, until the next one. */
  readonly arrival?: EventNews;
  /** Why there is nothing to show. */
  readonly refused?: CommonKey;
  readonly classNames: ReadonlyMap<string, string>;
}

export interface Listener {
  changed(state: LiveState): void;
  /** The address names a node that is not this viewer's. */
  foreign(): void;
}

const GAP_MS = 2_000;
const EVERY_MS = 30_000;
const RECONNECT_MS = 10_000;
const OUTLINES_LAST_MS = 3_600_000;

/** Holds what the wall shows of one node: fetched as a whole, refreshed by news and by time. */
export class LiveBoard {
  state: LiveState = {
    receivedAt: 0,
    clockAhead: 0,
    reachable: true,
    connected: false,
    live: [],
    classNames: new Map(),
  };
  private scope: string | undefined;
  private readonly refresh = spaced(() => this.fetch(), GAP_MS);
  private readonly outlinesByNode = new Map<string, { readonly at: number; readonly outlines: Promise<Boundaries> }>();
  private closeStream: (() => void) | undefined;
  private reopening: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly listener: Listener) {}

  /** Without a scope the server shows the viewer's own. */
  start(scope: string | undefined): void {
    this.scope = scope;
    this.refresh.ask();
    this.beat = setInterval(() => this.refresh.ask(), EVERY_MS);
    this.open();
    void this.learnClassNames();
  }

  stop(): void {
    this.refresh.stop();
    this.closeStream?.();
    clearTimeout(this.reopening);
    clearInterval(this.beat);
  }

  /** Shows another node as soon as all of it is there; until then the present one stays. */
  go(scope: string | undefined): void {
    this.scope = scope;
    void this.fetch();
  }

  private set(change: Partial<LiveState>): void {
    this.state = { ...this.state, ...change };
    this.listener.changed(this.state);
  }

  private async fetch(): Promise<void> {
    const scope = this.scope;
    try {
      const board = await client.call(indicatorsApi.board, { query: scope === undefined ? {} : { scope } });
      const receivedAt = Date.now();
      const [outlines, around] = await Promise.all([this.outlinesOf(board.scope), this.outlinesOf(parentOf(board.scope))]);
      if (scope !== this.scope) return;
      const moved = board.scope !== this.state.board?.scope;
      const clockAhead = Date.parse(board.asOf) - receivedAt;
      this.set({ board, outlines, around, receivedAt, clockAhead, reachable: true, refused: undefined, ...(moved ? { arrival: undefined } : {}) });
    } catch (error) {
      if (scope === this.scope) this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const code = error instanceof ApiError ? error.code : 'offline';
    const foreign = code === 'not-found' || code === 'permission.denied';
    if (foreign && this.scope !== undefined) {
      this.listener.foreign();
      this.go(undefined);
      return;
    }
    this.set({ reachable: false, refused: errorKey(code) });
  }

  /** Outlines hardly ever change: kept for an hour. A city or province has none to draw. */
  private outlinesOf(code: string | null): Promise<Boundaries | undefined> {
    if (code === null || levelOf(code) === undefined) return Promise.resolve(undefined);
    const known = this.outlinesByNode.get(code);
    if (known && Date.now() - known.at < OUTLINES_LAST_MS) return known.outlines;
    const outlines = client.call(gridsApi.boundaries, { query: { parent: code } });
    this.outlinesByNode.set(code, { at: Date.now(), outlines });
    outlines.catch(() => this.outlinesByNode.delete(code));
    return outlines;
  }

  private async learnClassNames(): Promise<void> {
    try {
      const { items } = await client.call(standardsApi.classes, { query: { retired: 'with' } });
      this.set({ classNames: new Map(items.map(({ code, name }) => [code, name])) });
    } catch {
      // Names of classes are a convenience: without them the board still names those it counts.
      this.set({ classNames: new Map() });
    }
  }

  private open(): void {
    this.closeStream = openStream(client, {
      onEvent: (news, position) => this.take({ news, position }),
      onConnected: (connected) => this.follow(connected),
    });
  }

  /** A refused stream is not tried again by the browser: after a while it is opened anew, with the cookie of the day. */
  private follow(connected: boolean): void {
    clearTimeout(this.reopening);
    if (connected) this.refresh.ask();
    else {
      this.reopening = setTimeout(() => {
        this.closeStream?.();
        this.refresh.ask();
        this.open();
      }, RECONNECT_MS);
    }
    if (connected !== this.state.connected) this.set({ connected });
  }

  private take(next: LiveNews): void {
    const live = withNews(this.state.live, next);
    if (live === this.state.live) return;
    const scope = this.state.board?.scope;
    const inside = scope !== undefined && coversChain(scope, next.news.chain);
    const isNew = inside && next.news.action === 'submit';
    this.set({ live, ...(isNew ? { arrival: next.news } : {}) });
    if (inside) this.refresh.ask();
  }
}
