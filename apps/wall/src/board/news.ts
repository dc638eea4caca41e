import type { EventNews, EventStatus, NewsItem } from '@wangge/contracts';
import { coversChain } from '@wangge/domain';

/** One line of the ticker. What it is about is said by its class: a title may have been typed by a resident. */
export interface TickerLine {
  readonly position: string;
  readonly at: string;
  readonly status: EventStatus;
  readonly what: string;
  readonly place: string;
}

/** News from the stream, before the board knows of it. */
export interface LiveNews {
  readonly position: string;
  readonly news: EventNews;
}

const KEPT = 60;

/** Keeps the newest; the stream may repeat itself after a reconnection. */
export function withNews(kept: readonly LiveNews[], next: LiveNews): readonly LiveNews[] {
  if (kept.some(({ position }) => position === next.position)) return kept;
  return [next, ...kept].slice(0, KEPT);
}

/** The ticker of a node: what the board brought and what has come since, newest first, nothing twice. */
export function tickerLines(
  board: readonly NewsItem[],
  live: readonly LiveNews[],
  scope: string,
  nameOf: (classCode: string | null) => string,
): readonly TickerLine[] {
  const fromBoard = board.map(({ position, at, status, title, place }) => ({ position, at, status, what: title, place }));
  const known = new Set(fromBoard.map(({ position }) => position));
  const fromStream = live
    .filter(({ position, news }) => !known.has(position) && coversChain(scope, news.chain))
    .map(({ position, news: { at, status, classCode, place } }) => ({ position, at, status, what: nameOf(classCode), place }));
  return [...fromStream, ...fromBoard].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
