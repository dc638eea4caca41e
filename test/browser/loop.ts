import { createHash, randomUUID } from 'node:crypto';
import type { ApiClient } from '@wangge/api-client';
import {
  type EventAction,
  eventsApi,
  type EventView,
  filesApi,
  gridsApi,
  type Point,
  type ReportEvent,
  sessionApi,
  standardsApi,
} from '@wangge/contracts';
import type { RunningServer } from '@wangge/testing';
import sharp from 'sharp';

const CLASS = '01003';

const picture = (color: string): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: color } })
    .jpeg()
    .toBuffer();

/** A photo for the file input of a page. */
export const fileOf = async (name: string, color: string) => ({ name, mimeType: 'image/jpeg', buffer: await picture(color) });

/** The people of the loop, signed in, who take its steps past the screens. */
export class Loop {
  private readonly clients = new Map<string, ApiClient>();

  constructor(private readonly server: RunningServer) {}

  async as(username: string): Promise<ApiClient> {
    const known = this.clients.get(username) ?? (await this.server.as(username));
    this.clients.set(username, known);
    return known;
  }

  /** The middle of a demo worker's unit grid. */
  async spotOf(username: string): Promise<Point> {
    const { scope = '' } = await this.server.account(username);
    return (await (await this.as(username)).call(gridsApi.get, { params: { code: scope } })).center;
  }

  async report(username: string, point: Point, description: string, more: Partial<ReportEvent> = {}): Promise<EventView> {
    const body = { id: randomUUID(), description, classCode: CLASS, point, ...more };
    return (await this.as(username)).call(eventsApi.report, { body });
  }

  async eventOf(username: string, number: string): Promise<EventView> {
    const client = await this.as(username);
    const { items } = await client.call(eventsApi.list, { query: { q: number } });
    const found = items.find((event) => event.number === number);
    if (!found) throw new Error(`${username} sees no event ${number}`);
    return client.call(eventsApi.get, { params: { id: found.id } });
  }

  async reportWithPhoto(username: string, point: Point, description: string): Promise<EventView> {
    const content = await picture('#5a6b7c');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const event = await this.report(username, point, description, {
      photos: [{ sha256, bytes: content.length, type: 'image/jpeg' }],
    });
    await (await this.as(username)).upload(filesApi.put, { params: { sha256 } }, new Uint8Array(content));
    return event;
  }

  /** One step, on the version the caller has seen. */
  async act(username: string, event: EventView, action: EventAction, input: Record<string, unknown> = {}): Promise<EventView> {
    const body = eventsApi.act.body.parse({ action, version: event.version, commandId: randomUUID(), ...input });
    return (await this.as(username)).call(eventsApi.act, { params: { id: event.id }, body });
  }

  async dispatched(event: EventView): Promise<EventView> {
    const params = { code: event.classCode ?? CLASS };
    const { items } = await (await this.as('desk')).call(standardsApi.conditions, { params });
    const classCode = event.classCode === null ? { classCode: CLASS } : {};
    const filed = await this.act('desk', event, 'file', { conditionId: items.at(-1)?.id, ...classCode });
    const { departmentId } = await this.server.account('handler');
    return this.act('dispatcher', filed, 'dispatch', { departmentId });
  }

  async handled(event: EventView): Promise<EventView> {
    const assigned = await this.dispatched(event);
    return this.act('handler', await this.act('handler', assigned, 'accept'), 'finish', { note: '已更换，与路面齐平' });
  }

  async sent(event: EventView, action: 'send-verify' | 'send-check', to: string): Promise<EventView> {
    const { id: assigneeId } = await (await this.as(to)).call(sessionApi.me, {});
    return this.act('desk', event, action, { assigneeId, note: '请到现场看一看' });
  }

  async closed(event: EventView, checker: string): Promise<EventView> {
    const checking = await this.sent(await this.handled(event), 'send-check', checker);
    const checked = await this.act(checker, checking, 'check-pass', { note: '已恢复' });
    return this.act('desk', checked, 'close', { conditionMet: true });
  }
}
