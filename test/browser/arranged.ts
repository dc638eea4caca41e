import { EventStatus, eventsApi, type Point } from '@wangge/contracts';
import type { RunningServer } from '@wangge/testing';
import { Loop } from './loop.js';

/** What the screens are shown with: a task of each kind, own reports at the beginning and the end, an event of each state. */
export interface Arranged {
  readonly spot: Point;
  readonly toVerify: string;
  readonly toCheck: string;
  readonly reported: string;
  readonly closed: string;
  readonly byStatus: ReadonlyMap<EventStatus, string>;
}

export async function arrange(server: RunningServer): Promise<Arranged> {
  const loop = new Loop(server);
  const spot = await loop.spotOf('worker1');
  const reported = await loop.reportWithPhoto('worker1', spot, '楼道里堆着纸箱，晚上看不清路');
  const toVerify = await loop.reportWithPhoto('worker2', spot, '路口的雨水井盖缺了一角，能看到下面的水');
  await loop.sent(toVerify, 'send-verify', 'worker1');
  const toCheck = await loop.report('worker2', spot, '人行道上的井盖松动，有人绊倒');
  await loop.sent(await loop.handled(toCheck), 'send-check', 'worker1');
  const closed = await loop.closed(await loop.report('worker1', spot, '广场边的雨水井盖响'), 'worker2');
  const ids = { reported: reported.id, toVerify: toVerify.id, toCheck: toCheck.id, closed: closed.id };
  return { spot, ...ids, byStatus: await oneOfEachStatus(loop) };
}

async function oneOfEachStatus(loop: Loop): Promise<ReadonlyMap<EventStatus, string>> {
  const supervisor = await loop.as('supervisor');
  const found = new Map<EventStatus, string>();
  for (const status of EventStatus.options) {
    const { items } = await supervisor.call(eventsApi.list, { query: { status: [status], perPage: 1 } });
    if (items[0]) found.set(status, items[0].id);
  }
  return found;
}
