import { ApiError, openStream } from '@wangge/api-client';
import {
  type Board,
  type Boundaries,
  type EventNews,
  gridsApi,
  type Point,
  indicatorsApi,
  standardsApi,
} from '@wangge/contracts';
import { coversChain, levelOf, parentOf } from '@wangge/domain';
import { type CommonKey, errorKey } from '@wangge/texts';
import { client } from '../session/client';
import { type LiveNews, withNews } from './news';
import { spaced } from './spaced';

/** How a node looks on a map: its outline with those of its children, and where their labels stand. */
export interface NodeDrawing {
  readonly outlines: Boundaries;
  readonly centers: ReadonlyMap<string, Point>;
}

export interface LiveState {
  /** The last good board; it stays when the server is away. */
  readonly board?: Board;
  /** Of the board's node, and of the one above it for what lies around. */
  readonly drawing?: NodeDrawing;
  readonly around?: NodeDrawing;
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
const DRAWINGS_LAST_MS = 3_600_000;

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
  private readonly drawings = new Map<string, { readonly at: number; readonly drawing: Promise<NodeDrawing> }>();
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
      const [drawing, around] = await Promise.all([this.drawingOf(board.scope), this.surroundingsOf(board.scope)]);
      if (scope !== this.scope) return;
      const moved = board.scope !== this.state.board?.scope;
      const clockAhead = Date.parse(board.asOf) - receivedAt;
      this.set({
        board,
        drawing,
        around,
        receivedAt,
        clockAhead,
        reachable: true,
        refused: undefined,
        ...(moved ? { arrival: undefined } : {}),
      });
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
  private drawingOf(code: string): Promise<NodeDrawing | undefined> {
    if (levelOf(code) === undefined) return Promise.resolve(undefined);
    const known = this.drawings.get(code);
    if (known && Date.now() - known.at < DRAWINGS_LAST_MS) return known.drawing;
    const drawing = fetchDrawing(code);
    this.drawings.set(code, { at: Date.now(), drawing });
    drawing.catch(() => this.drawings.delete(code));
    return drawing;
  }

  /** What lies around is for orientation only: a viewer who may not see it does without. */
  private surroundingsOf(code: string): Promise<NodeDrawing | undefined> {
    const parent = parentOf(code);
    if (parent === null) return Promise.resolve(undefined);
    return this.drawingOf(parent).catch((error: unknown) => {
      if (error instanceof ApiError && error.status < 500) return undefined;
      throw error;
    });
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
    // Either way the board tells what is true now: what was missed, or that the server is away.
    this.refresh.ask();
    if (!connected) {
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

async function fetchDrawing(parent: string): Promise<NodeDrawing> {
  const [outlines, children] = await Promise.all([
    client.call(gridsApi.boundaries, { query: { parent } }),
    client.call(gridsApi.list, { query: { parent } }),
  ]);
  return { outlines, centers: new Map(children.items.map(({ code, center }) => [code, center])) };
}
