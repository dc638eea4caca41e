import { createHash, randomBytes } from 'node:crypto';
import { type ApiClient, ApiError } from '@wangge/api-client';
import { type EventAction, eventsApi, type EventView, gridsApi, type Point, standardsApi } from '@wangge/contracts';
import type { RunningServer } from './running-server.js';

/** A UUID of version 7, as a phone makes it. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A point well inside the unit grid of a demo worker. */
export async function pointOf(server: RunningServer, client: ApiClient, username: string): Promise<Point> {
  const { scope = '' } = await server.account(username);
  return (await client.call(gridsApi.get, { params: { code: scope } })).center;
}

export async function report(client: ApiClient, point: Point, more: Record<string, unknown> = {}): Promise<EventView> {
  const body = { id: newId(), description: '雨水井盖缺了一角，能看到下面的水', classCode: '01003', point, ...more };
  return client.call(eventsApi.report, { body });
}

/** One step, on the version the caller has seen. */
export async function act(
  client: ApiClient,
  event: EventView,
  action: EventAction,
  input: Record<string, unknown> = {},
): Promise<EventView> {
  const body = { action, version: event.version, commandId: newId(), ...input };
  return client.call(eventsApi.act, { params: { id: event.id }, body: body as never });
}

export async function file(desk: ApiClient, event: EventView): Promise<EventView> {
  const { items } = await desk.call(standardsApi.conditions, { params: { code: event.classCode ?? '01003' } });
  return act(desk, event, 'file', { conditionId: items[1]?.id });
}

/** Status and code of a refusal; fails where nothing was refused. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ApiError) return `${error.status} ${error.code}`;
    throw error;
  }
  throw new Error('it was not refused');
}
