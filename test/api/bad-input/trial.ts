import type { ApiClient } from '@wangge/api-client';
import { eventsApi, type EventView, filesApi, type Point } from '@wangge/contracts';
import sharp from 'sharp';
import { newId, pointOf, report, sha256 } from '../events.js';
import { RunningServer, type ServerKind } from '../running-server.js';
import { type Ask, Wire } from '../wire.js';

export const V1 = '/api/v1';

interface Ground {
  readonly server: RunningServer;
  readonly wire: Wire;
  readonly worker: ApiClient;
  /** A worker of another street. */
  readonly stranger: ApiClient;
  readonly desk: ApiClient;
  readonly point: Point;
  /** Reported by the worker, with the photo; nothing below may change it. */
  readonly event: EventView;
  readonly photo: { readonly sha256: string };
}

/** A server on trial, and short words for what is asked of it. The words may be taken apart before it has started. */
export class Trial {
  private ground: Ground | undefined;
  /** How many events there are to be in the end. */
  expected = 0;

  async begin(kind: ServerKind): Promise<void> {
    const server = await RunningServer.start(kind);
    const [worker, stranger, desk] = [await server.as('worker1'), await server.as('worker3'), await server.as('desk')];
    const point = await pointOf(server, worker, 'worker1');
    const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#484' } })
      .jpeg()
      .toBuffer();
    const photo = { sha256: sha256(picture) };
    const event = await report(worker, point, { photos: [{ ...photo, bytes: picture.length, type: 'image/jpeg' }] });
    await worker.upload(filesApi.put, { params: photo }, new Uint8Array(picture));
    this.ground = { server, wire: new Wire(server), worker, stranger, desk, point, event, photo };
    this.expected = await this.countEvents();
  }

  /** On what is stored otherwise from now on. */
  async alter(statement: string): Promise<void> {
    await this.server.alter(statement);
    this.ground = { ...this.whole, desk: await this.server.as('desk') };
  }

  async end(): Promise<void> {
    await this.ground?.server.stop();
  }

  private get whole(): Ground {
    if (!this.ground) throw new Error('the server of this trial has not started');
    return this.ground;
  }
  get server() {
    return this.whole.server;
  }
  get wire() {
    return this.whole.wire;
  }
  get worker() {
    return this.whole.worker;
  }
  get stranger() {
    return this.whole.stranger;
  }
  get desk() {
    return this.whole.desk;
  }
  get point() {
    return this.whole.point;
  }
  get event() {
    return this.whole.event;
  }
  get photo() {
    return this.whole.photo;
  }

  readonly countEvents = async () => (await this.desk.call(eventsApi.list, { query: {} })).total;
  readonly viewOf = (id: string) => this.desk.call(eventsApi.get, { params: { id } });

  readonly get = (path: string, token = this.worker.accessToken): Ask => ({ path: V1 + path, token });
  readonly post = (path: string, body: unknown, more: Partial<Ask> = {}): Ask => ({
    method: 'POST',
    path: V1 + path,
    token: this.worker.accessToken,
    body,
    ...more,
  });
  readonly reporting = (change: object): Ask =>
    this.post('/events', { id: newId(), description: '井盖', point: this.point, ...change });
  readonly acting = (change: object, token = this.desk.accessToken): Ask => {
    const { id, version } = this.event;
    return this.post(`/events/${id}/actions`, { action: 'reject', version, reason: '不属实', ...change }, { token });
  };

  /** What the server says to each, one after the other. */
  readonly said = async (asks: Readonly<Record<string, Ask>>): Promise<Record<string, string>> => {
    const answers: Record<string, string> = {};
    for (const [name, ask] of Object.entries(asks)) answers[name] = (await this.wire.send(ask)).said;
    return answers;
  };
  /** The same answer to each. */
  readonly all = (asks: Readonly<Record<string, unknown>>, answer: string): Record<string, string> =>
    Object.fromEntries(Object.keys(asks).map((name) => [name, answer]));
}
