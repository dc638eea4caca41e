import type { ErrorCode, FileState } from '@wangge/contracts';
import type { Failure } from './failure.js';
import type { Command, OutboxItem } from './item.js';
import { photosOf } from './item.js';

/** Waiting times after failures in a row, in seconds; the last one stays. */
const PAUSES = [3, 10, 30, 60, 120, 300] as const;
/** Without network nobody is burdened by trying, and it may be back at any moment. */
const OFFLINE_PAUSE = 10;

/** Whoever holds the lock is the only sender: what another left in `sending` was cut off, and waits again. */
export function recovered(item: OutboxItem, now: string): OutboxItem {
  return item.state.name === 'sending' ? { ...item, state: { name: 'waiting', tries: item.state.tries, notBefore: now } } : item;
}

export function isDue({ state }: OutboxItem, now: string): boolean {
  return state.name === 'waiting' && Date.parse(state.notBefore) <= Date.parse(now);
}

export function started(item: OutboxItem): OutboxItem {
  return item.state.name === 'waiting' ? { ...item, state: { name: 'sending', tries: item.state.tries } } : item;
}

/** The server has the command: from here on only photos are missing. */
export function accepted(item: OutboxItem, number: string | null): OutboxItem {
  return { ...item, accepted: true, number };
}

export function photoArrived(item: OutboxItem, file: Pick<FileState, 'sha256' | 'received' | 'ready'>): OutboxItem {
  return {
    ...item,
    photos: item.photos.map((photo) =>
      photo.declaration.sha256 === file.sha256 ? { ...photo, sent: file.received, ready: file.ready } : photo,
    ),
  };
}

/** Everything has arrived. An item that is not whole stays as it is, so that nothing is called delivered too early. */
export function delivered(item: OutboxItem, now: string): OutboxItem {
  const whole = item.accepted && item.photos.every(({ ready }) => ready);
  return whole ? { ...item, state: { name: 'delivered', at: now } } : item;
}

/** What a failed try means: it goes out again by itself, or somebody has to look at it. */
export function failed(item: OutboxItem, failure: Failure, now: string): OutboxItem {
  if (item.state.name !== 'sending') return item;
  if (failure.kind === 'refused') return { ...item, state: { name: 'attention', code: failure.code, photo: failure.photo } };
  if (failure.kind === 'offline') {
    return { ...item, state: { name: 'waiting', tries: item.state.tries, notBefore: later(now, OFFLINE_PAUSE) } };
  }
  const tries = item.state.tries + 1;
  return { ...item, state: { name: 'waiting', tries, notBefore: later(now, pauseAfter(tries)) } };
}

/** Seconds to wait after so many failures in a row. */
export function pauseAfter(tries: number): number {
  return PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
}

/** Sent again because the user says so, or because the network is back. */
export function retried(item: OutboxItem, now: string): OutboxItem {
  const idle = item.state.name === 'waiting' || item.state.name === 'attention';
  return idle ? { ...item, state: { name: 'waiting', tries: 0, notBefore: now } } : item;
}

/** A changed command goes out under the same id: only while the server is known to have refused the former one. */
export function amended(item: OutboxItem, command: Command, now: string): OutboxItem {
  const open = item.state.name === 'attention' && !item.accepted && samePhotos(item.command, command);
  return open ? { ...item, command, state: { name: 'waiting', tries: 0, notBefore: now } } : item;
}

function samePhotos(a: Command, b: Command): boolean {
  const keys = (command: Command) =>
    photosOf(command)
      .map(({ sha256 }) => sha256)
      .join();
  return keys(a) === keys(b);
}

/** Refusals that a better place would heal. */
const PLACE_CODES: readonly ErrorCode[] = ['grid.outside-district', 'grid.swapped-coordinates'];

export function needsPlace({ state, accepted: taken }: OutboxItem): boolean {
  return state.name === 'attention' && !taken && PLACE_CODES.includes(state.code);
}

/** Share of the whole that has arrived, 0 to 1; the command itself counts like a small photo. */
export function progressOf({ accepted: taken, photos }: OutboxItem): number {
  const weight = 50_000;
  const total = photos.reduce((sum, { declaration }) => sum + declaration.bytes, weight);
  const done = photos.reduce((sum, { sent, ready, declaration }) => sum + (ready ? declaration.bytes : sent), taken ? weight : 0);
  return done / total;
}

/** The order of sending: urgent ones first, then the oldest. */
export function bySendingOrder(a: OutboxItem, b: OutboxItem): number {
  return Number(b.urgent) - Number(a.urgent) || Date.parse(a.createdAt) - Date.parse(b.createdAt);
}

const later = (now: string, seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
