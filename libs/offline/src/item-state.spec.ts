import { describe, expect, test } from '@jest/globals';
import { newItem, type OutboxItem } from './item.js';
import {
  accepted,
  amended,
  delivered,
  failed,
  isDue,
  needsPlace,
  pauseAfter,
  photoArrived,
  progressOf,
  recovered,
  retried,
  started,
} from './item-state.js';

const NOW = '2026-06-12T01:41:00.000Z';
const LATER = '2026-06-12T01:41:10.000Z';
const ID = '0197624e-0000-7000-8000-000000000001';
const PHOTOS = ['a', 'b'].map((letter) => ({ sha256: letter.repeat(64), bytes: 100_000, type: 'image/jpeg' as const }));

const body = { id: ID, description: '井盖没了', point: { lng: 130.97, lat: 45.3 }, photos: PHOTOS };
const fresh: OutboxItem = newItem({
  id: ID,
  accountId: 'worker',
  command: { kind: 'report', body },
  title: '井盖没了',
  urgent: false,
  thumbnail: null,
  createdAt: NOW,
});
const sending = started(fresh);
const ready = (sha256: string) => ({ sha256, received: 100_000, ready: true });
const complete = [...PHOTOS.map(({ sha256 }) => ready(sha256))].reduce(photoArrived, accepted(sending, '20260612-0087'));

describe('an item', () => {
  test('is due at once, and after a failure only when its pause is over', () => {
    expect(isDue(fresh, NOW)).toBe(true);
    const waiting = failed(sending, { kind: 'offline' }, NOW);
    expect(isDue(waiting, NOW)).toBe(false);
    expect(isDue(waiting, LATER)).toBe(true);
  });

  test('is tried again soon without network, however often that was', () => {
    let item = sending;
    for (let tried = 0; tried < 20; tried++) item = started(failed(item, { kind: 'offline' }, NOW));
    expect(failed(item, { kind: 'offline' }, NOW).state).toEqual({ name: 'waiting', tries: 0, notBefore: LATER });
  });

  test('waits longer after each refusal of a busy server, and never longer than five minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 50].map(pauseAfter)).toEqual([3, 10, 30, 60, 120, 300, 300, 300]);
  });

  test('counts its failures over several tries', () => {
    const again = started(failed(sending, { kind: 'later' }, NOW));
    expect(failed(again, { kind: 'later' }, NOW).state).toMatchObject({ name: 'waiting', tries: 2 });
  });

  test('is delivered only when the command and every photo have arrived', () => {
    expect(delivered(sending, NOW).state.name).toBe('sending');
    expect(delivered(accepted(sending, 'n'), NOW).state.name).toBe('sending');
    expect(delivered(photoArrived(accepted(sending, 'n'), ready('a'.repeat(64))), NOW).state.name).toBe('sending');
    expect(delivered(complete, NOW).state).toEqual({ name: 'delivered', at: NOW });
  });

  test('left in sending by a page that died waits again', () => {
    expect(recovered(sending, LATER).state).toEqual({ name: 'waiting', tries: 0, notBefore: LATER });
    expect(recovered(fresh, LATER)).toBe(fresh);
  });

  test('delivered is never sent again', () => {
    const done = delivered(complete, NOW);
    expect(isDue(done, LATER)).toBe(false);
    expect(retried(done, LATER)).toBe(done);
    expect(started(done)).toBe(done);
  });

  test('may be changed only while the server is known to have refused it', () => {
    const better = { kind: 'report', body: { ...body, point: { lng: 131, lat: 45.3 } } } as const;
    const refused = failed(sending, { kind: 'refused', code: 'grid.outside-district', photo: null }, NOW);
    expect(needsPlace(refused)).toBe(true);
    expect(amended(refused, better, NOW)).toMatchObject({ command: better, state: { name: 'waiting' } });
    // Its answer was lost, so the server may have it: the same id with other content would be refused for good.
    const unknown = failed(sending, { kind: 'offline' }, NOW);
    expect(amended(unknown, better, NOW)).toBe(unknown);
    const taken = { ...refused, accepted: true };
    expect(amended(taken, better, NOW)).toBe(taken);
    expect(needsPlace(taken)).toBe(false);
  });

  test('shows how much has arrived', () => {
    expect(progressOf(fresh)).toBe(0);
    expect(
      progressOf(photoArrived(accepted(sending, 'n'), { sha256: 'a'.repeat(64), received: 50_000, ready: false })),
    ).toBeCloseTo(0.4);
    expect(progressOf(complete)).toBe(1);
  });
});
