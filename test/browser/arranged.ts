import { randomUUID } from 'node:crypto';
import { collectionsApi, EventStatus, eventsApi, type Point, registersApi } from '@wangge/contracts';
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
  /** A table of the residents of a unit grid, with its part there. */
  readonly table: { readonly id: string; readonly part: string };
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
  return { spot, ...ids, byStatus: await oneOfEachStatus(loop), table: await tableFor(server, spot) };
}

async function tableFor(server: RunningServer, point: Point): Promise<Arranged['table']> {
  const [staff, { scope = '' }] = [await server.as('community'), await server.account('worker1')];
  const make = (register: string, place: object, values: Record<string, string>) =>
    staff.call(registersApi.create, { params: { register }, body: { id: randomUUID(), ...place, values } });
  const { id: buildingId } = await make('buildings', { point }, { code: 'ARRANGED-1', name: '松柏园一号楼', use: 'residential' });
  await make('residents', { gridCode: scope }, { name: '欧阳晚霞', gender: '2', residentKind: 'registered', buildingId });
  const columns = ['name', 'phone', 'occupation', 'householdId.tenure'].map((key) => ({ key, ask: true }));
  const questions = [
    { label: '取暖方式', kind: 'choice' as const, choices: ['集中供热', '自烧煤'] },
    { label: '诉求', kind: 'long-text' as const, choices: null },
  ];
  const body = { id: randomUUID(), title: '冬季走访表', register: 'residents', filter: { scope }, columns, questions, dueOn: null };
  const { id, parts } = await staff.call(collectionsApi.make, { body });
  return { id, part: parts.find(({ gridCode }) => gridCode === scope)?.id ?? '' };
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
