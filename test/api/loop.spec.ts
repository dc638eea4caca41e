import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { departmentsApi, eventsApi, type EventView, filesApi, publicReportsApi, sessionApi, tasksApi } from '@wangge/contracts';
import sharp from 'sharp';
import { act, file, newId, pointOf, refusal, report, sha256 } from './events.js';
import { KINDS, RunningServer } from './running-server.js';

jest.setTimeout(240_000);

describe.each(KINDS)('the loop, on %s', (kind) => {
  let server: RunningServer;
  let worker: ApiClient;
  let other: ApiClient;
  let stranger: ApiClient;
  let desk: ApiClient;
  let dispatcher: ApiClient;
  let handler: ApiClient;

  beforeAll(async () => {
    server = await RunningServer.start(kind);
    const sign = (username: string) => server.as(username);
    [worker, other, stranger, desk, dispatcher, handler] = [
      await sign('worker1'),
      await sign('worker2'),
      await sign('worker3'),
      await sign('desk'),
      await sign('dispatcher'),
      await sign('handler'),
    ];
  });
  afterAll(() => server.stop());

  const idOf = async (client: ApiClient) => (await client.call(sessionApi.me, {})).id;
  const dispatched = async (event: EventView) =>
    act(dispatcher, await file(desk, event), 'dispatch', { departmentId: (await server.account('handler')).departmentId });
  const handled = async (event: EventView) =>
    act(handler, await act(handler, await dispatched(event), 'accept'), 'finish', { note: '已更换' });

  test('an event goes from the report through every hand to its rating', async () => {
    const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    const photos = [{ sha256: sha256(photo), bytes: photo.length, type: 'image/jpeg' }];
    let event = await report(worker, await pointOf(server, worker, 'worker1'), { photos });
    expect(event).toMatchObject({
      status: 'reported',
      light: 'green',
      chain: { gridCode: (await server.account('worker1')).scope },
    });
    await worker.upload(filesApi.put, { params: { sha256: sha256(photo) } }, new Uint8Array(photo));
    event = await handled(event);
    expect(event).toMatchObject({ status: 'handled', dueAt: null });
    event = await act(desk, event, 'send-check', { assigneeId: await idOf(other) });
    const tasks = await other.call(tasksApi.mine, { query: {} });
    expect(tasks.items.map(({ subjectId }) => subjectId)).toContain(event.id);
    event = await act(other, event, 'check-pass', { note: '已恢复' });
    event = await act(desk, event, 'close', { conditionMet: true });
    event = await act(worker, event, 'rate', { score: 5 });
    expect(event).toMatchObject({ status: 'rated', rating: 5, photos: [{ ready: true, width: 640 }] });
    expect(event.timeline.map(({ action }) => action)).toEqual([
      'submit',
      'file',
      'dispatch',
      'accept',
      'finish',
      'send-check',
      'check-pass',
      'close',
      'rate',
    ]);
  });

  test('a failed check is a rework of the same department on the rest of its limit', async () => {
    const event = await handled(await report(worker, await pointOf(server, worker, 'worker1')));
    const checking = await act(desk, event, 'send-check', { assigneeId: await idOf(other) });
    const failed = await act(other, checking, 'check-fail', { reason: '仍有响动' });
    expect(failed).toMatchObject({ status: 'handling', reworkCount: 1, departmentName: '供排水公司' });
    expect(failed.handlingClock).toMatchObject({ state: 'running' });
  });

  test('a worker of another grid who has no part in it never sees it', async () => {
    const event = await report(worker, await pointOf(server, worker, 'worker1'));
    expect(await refusal(stranger.call(eventsApi.get, { params: { id: event.id } }))).toBe('404 not-found');
    expect(await refusal(act(stranger, event, 'withdraw', { reason: '不要了' }))).toBe('404 not-found');
    const listed = await stranger.call(eventsApi.list, { query: { ids: [event.id] } });
    expect(listed.items).toEqual([]);
    const asked = await stranger.call(eventsApi.list, { query: { ids: [event.id], scope: '230302' } });
    expect(asked.items).toEqual([]);
  });

  test('what does not exist and what is another’s look the same', async () => {
    const event = await report(worker, await pointOf(server, worker, 'worker1'));
    const get = (id: string) =>
      fetch(`${server.origin}/api/v1/events/${id}`, { headers: { authorization: `Bearer ${stranger.accessToken}` } }).then(
        async (answer) => {
          const { requestId: _id, ...body } = await answer.json();
          return [answer.status, body];
        },
      );
    expect(await get(event.id)).toEqual(await get(newId()));
  });

  test('of twenty officers at once exactly one wins', async () => {
    const event = await report(worker, await pointOf(server, worker, 'worker1'));
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        file(desk, event).then(
          () => 'won',
          (error) => `${error.status} ${error.code}`,
        ),
      ),
    );
    expect(tries.filter((outcome) => outcome === 'won')).toHaveLength(1);
    expect(tries.filter((outcome) => outcome === '409 record.stale')).toHaveLength(19);
  });

  test('a report sent ten times at once is one event with one number', async () => {
    const point = await pointOf(server, worker, 'worker1');
    const id = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => report(worker, point, { id })));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(answers[0]?.timeline).toHaveLength(1);
    expect(await refusal(report(worker, point, { id, description: '另一件事' }))).toBe('409 command.reused');
    expect(await refusal(report(other, point, { id }))).toBe('409 command.reused');
  });

  test('the same command sent again answers the same, also when the event has left the view', async () => {
    const event = await handled(await report(worker, await pointOf(server, worker, 'worker1')));
    const checking = await act(desk, event, 'send-check', { assigneeId: await idOf(other) });
    const body = { action: 'check-pass' as const, version: checking.version, commandId: newId(), note: '好了' };
    const first = await other.call(eventsApi.act, { params: { id: event.id }, body });
    const again = await other.call(eventsApi.act, { params: { id: event.id }, body });
    expect(again).toMatchObject({ status: first.status, version: first.version });
    expect(await refusal(other.call(eventsApi.get, { params: { id: event.id } }))).toBe('404 not-found');
  });

  test('a report that is merged says at once into which one', async () => {
    const point = await pointOf(server, worker, 'worker1');
    const [target, twin] = [await report(worker, point), await report(worker, point)];
    const merged = await act(desk, twin, 'merge', { targetId: target.id });
    expect(merged).toMatchObject({ status: 'merged', mergedInto: { id: target.id, number: target.number } });
  });

  test('an old version, a step the state does not know and a step of others are refused', async () => {
    const event = await report(worker, await pointOf(server, worker, 'worker1'));
    const filed = await file(desk, event);
    expect(await refusal(act(desk, event, 'reject', { reason: '不属实' }))).toBe('409 record.stale');
    expect(await refusal(act(desk, filed, 'reject', { reason: '不属实' }))).toBe('409 event.action-unavailable');
    expect(await refusal(act(worker, filed, 'close', { conditionMet: true }))).toBe('403 permission.denied');
  });

  test('the desk’s queue and the worker’s own list show it at once, by time left', async () => {
    const event = await report(worker, await pointOf(server, worker, 'worker1'));
    const queue = await desk.call(eventsApi.list, { query: { status: ['reported'], sort: 'dueAt', perPage: 100 } });
    expect(queue.items.map(({ id }) => id)).toContain(event.id);
    const due = queue.items.map(({ dueAt }) => dueAt ?? '9');
    expect([...due].sort()).toEqual(due);
    const mine = await worker.call(eventsApi.list, { query: { lens: 'mine', perPage: 1 } });
    expect(mine.items[0]?.id).toBe(event.id);
  });

  test('pages by cursor hold every event once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.call(eventsApi.list, { query: { sort: 'dueAt', perPage: 7, cursor } });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const { total } = await desk.call(eventsApi.list, { query: {} });
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
  });

  test('news reach the desk within a second, and a stranger never', async () => {
    const hear = async (client: ApiClient) => {
      const answer = await fetch(`${server.origin}/api/v1/stream`, {
        headers: { authorization: `Bearer ${client.accessToken}` },
      });
      const reader = answer.body?.getReader();
      let text = '';
      const pump = async (): Promise<void> => {
        const part = await reader?.read();
        if (!part || part.done) return;
        text += new TextDecoder().decode(part.value);
        return pump();
      };
      pump().catch(() => undefined);
      return { heard: () => text, close: () => reader?.cancel() };
    };
    const [deskEar, strangerEar] = [await hear(desk), await hear(stranger)];
    const event = await report(worker, await pointOf(server, worker, 'worker1'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(deskEar.heard()).toContain(event.number);
    expect(strangerEar.heard()).toContain('event: hello');
    expect(strangerEar.heard()).not.toContain(event.id);
    await Promise.all([deskEar.close(), strangerEar.close()]);
  });

  test('a photo opens for who may see the event and for nobody else', async () => {
    const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33' } })
      .png()
      .toBuffer();
    const hash = sha256(photo);
    const event = await report(worker, await pointOf(server, worker, 'worker1'), {
      photos: [{ sha256: hash, bytes: photo.length, type: 'image/png' }],
    });
    const half = Math.floor(photo.length / 2);
    const first = await worker.upload(
      filesApi.put,
      { params: { sha256: hash }, query: { offset: 0 } },
      new Uint8Array(photo.subarray(0, half)),
    );
    expect(first).toMatchObject({ ready: false, received: half });
    const second = await worker.upload(
      filesApi.put,
      { params: { sha256: hash }, query: { offset: half } },
      new Uint8Array(photo.subarray(half)),
    );
    expect(second).toMatchObject({ ready: true });
    const open = (client: ApiClient) =>
      fetch(`${server.origin}/api/v1/files/${hash}`, { headers: { authorization: `Bearer ${client.accessToken}` } });
    const shown = await open(desk);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).exif).toBeUndefined();
    expect((await open(stranger)).status).toBe(404);
    expect(await refusal(stranger.upload(filesApi.put, { params: { sha256: hash } }, new Uint8Array(photo)))).toBe(
      '404 file.not-declared',
    );
    expect((await worker.call(eventsApi.get, { params: { id: event.id } })).photos[0]?.ready).toBe(true);
  });

  test('checking waits for photos that were declared and have not come', async () => {
    const photos = [{ sha256: '0'.repeat(64), bytes: 1000, type: 'image/jpeg' }];
    const event = await handled(await report(worker, await pointOf(server, worker, 'worker1'), { photos }));
    const checking = await act(desk, event, 'send-check', { assigneeId: await idOf(other) });
    expect(await refusal(act(other, checking, 'check-pass'))).toBe('409 event.photos-missing');
  });

  test('what was declared as a photo and is none is waited for by nobody', async () => {
    const text = new TextEncoder().encode('<!doctype html><p>not a photo');
    const photos = [{ sha256: sha256(text), bytes: text.length, type: 'image/jpeg' }];
    const event = await handled(await report(worker, await pointOf(server, worker, 'worker1'), { photos }));
    expect(await refusal(worker.upload(filesApi.put, { params: { sha256: sha256(text) } }, text))).toBe('422 file.not-an-image');
    const checking = await act(desk, event, 'send-check', { assigneeId: await idOf(other) });
    expect(await act(other, checking, 'check-pass')).toMatchObject({ status: 'to-close', photos: [] });
  });

  test('a resident reports without an account, follows by number and secret, and rates', async () => {
    const point = await pointOf(server, worker, 'worker1');
    const body = { id: newId(), description: '楼下的路灯三天不亮了', point, classCode: '01037', contact: '0000 虚构' };
    const receipt = await server.anonymous.call(publicReportsApi.create, { body });
    expect(await server.anonymous.call(publicReportsApi.create, { body })).toEqual(receipt);
    const status = await server.anonymous.call(publicReportsApi.status, { body: receipt });
    expect(status).toMatchObject({ status: 'reported', mayRate: false });
    const wrong = { ...receipt, secret: receipt.secret.split('').reverse().join('') };
    expect(await refusal(server.anonymous.call(publicReportsApi.status, { body: wrong }))).toBe('404 not-found');
    const [row] = (await desk.call(eventsApi.list, { query: { q: receipt.number } })).items;
    let event = await desk.call(eventsApi.get, { params: { id: row?.id ?? '' } });
    expect(event.reportedBy).toBe('');
    event = await handled(event);
    event = await act(desk, event, 'send-check', { assigneeId: await idOf(other) });
    await act(desk, await act(other, event, 'check-pass'), 'close', { conditionMet: true });
    const rated = await server.anonymous.call(publicReportsApi.rate, { body: { ...receipt, score: 4 } });
    expect(rated).toMatchObject({ status: 'rated', rating: 4, mayRate: false });
  });

  describe('beside the road', () => {
    const handling = async () => act(handler, await dispatched(await report(worker, await pointOf(server, worker, 'worker1'))), 'accept');
    const seenBy = async (client: ApiClient, event: EventView) => client.call(eventsApi.get, { params: { id: event.id } });

    test('the desk that has a case acts, those above read; of two who act at once one comes second', async () => {
      const street = await server.as('streetdesk');
      const event = await report(worker, await pointOf(server, worker, 'worker1'));
      const given = await act(desk, event, 'delegate', { reason: '属街道日常事项' });
      expect(given).toMatchObject({ deskCode: '230302004', timeline: [{}, { action: 'delegate', receiver: expect.anything() }] });
      expect(await refusal(file(desk, given))).toBe('403 permission.denied');
      const tries = await Promise.allSettled([
        act(street, given, 'escalate', { reason: '涉及区属部门' }),
        act(street, given, 'reject', { reason: '不属实' }),
      ]);
      expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409, code: 'record.stale' } });
      expect(await refusal(act(desk, given, 'escalate', { reason: '上报' }))).toBe('409 record.stale');
    });

    test('more time is asked for by the handler, confirmed by the head, decided by the dispatcher', async () => {
      const head = await server.as('depthead');
      const event = await handling();
      const asked = await act(handler, event, 'request-extension', { reason: '等配件' });
      expect(await refusal(act(handler, asked, 'confirm-extension', { verdict: 'approve' }))).toBe('403 permission.denied');
      expect(await refusal(act(dispatcher, asked, 'decide-extension', { verdict: 'approve' }))).toBe('409 event.action-unavailable');
      const confirmed = await act(head, asked, 'confirm-extension', { verdict: 'approve' });
      const granted = await act(dispatcher, confirmed, 'decide-extension', { verdict: 'approve' });
      expect(granted.handlingClock?.limitMinutes).toBe(2 * (event.handlingClock?.limitMinutes ?? 0));
      expect(granted.handlingClock?.segments.some(({ extended }) => extended)).toBe(true);
      expect(granted.dueAt).not.toBe(event.dueAt);
    });

    test('a department that is called sees the case, refuses, is overruled and comes; finishing waits for it', async () => {
      const other2 = await server.as('handler2');
      const { departmentId: helper } = await server.account('handler2');
      const event = await handling();
      expect(await refusal(seenBy(other2, event))).toBe('404 not-found');
      let called = await act(handler, event, 'request-assist', { assistKind: 'emergency', departmentIds: [helper], reason: '需清运' });
      const listed = await other2.call(eventsApi.list, { query: { lens: 'assisting' } });
      expect(listed.items.map(({ id }) => id)).toContain(event.id);
      called = await act(other2, called, 'refuse-assist', { reason: '暂不参与该协同事项' });
      expect(await refusal(act(handler, called, 'finish', { note: '好了' }))).toBe('409 event.assists-open');
      expect(await refusal(act(desk, called, 'decide-assist', { assistNo: 1, ruling: 'overrule', note: '须到场' }))).toBe('403 permission.denied');
      called = await act(dispatcher, called, 'decide-assist', { assistNo: 1, ruling: 'overrule', note: '须到场' });
      for (const [action, input] of [['sign-assist', {}], ['arrive-assist', { place: '路口' }], ['report-assist', { note: '已清' }]] as const)
        called = await act(other2, called, action, input);
      expect(await act(handler, called, 'finish', { note: '好了' })).toMatchObject({ status: 'handled' });
      expect(await refusal(act(other2, event, 'finish', { note: '好了' }))).toBe('409 record.stale');
    });

    test('a call that is called off takes the case out of the department’s sight', async () => {
      const { departmentId: helper } = await server.account('handler2');
      const called = await act(handler, await handling(), 'request-assist', { assistKind: 'key-work', departmentIds: [helper], reason: '配合' });
      await act(handler, called, 'recall-assist', { assistNo: 1, reason: '不需要了' });
      expect(await refusal(seenBy(await server.as('handler2'), called))).toBe('404 not-found');
    });

    test('a leader supervises, the department answers, and the list shows it', async () => {
      const leader = await server.as('leader');
      const event = await handling();
      const replyBy = new Date(Date.now() + 3_600_000).toISOString();
      const asked = await act(leader, event, 'supervise', { level: 'level-1', reason: '请说明进度', replyBy });
      const waiting = async () => (await leader.call(eventsApi.list, { query: { supervised: 'waiting' } })).items.map(({ id }) => id);
      expect(await waiting()).toContain(event.id);
      expect(await refusal(act(desk, asked, 'answer-supervision', { note: '快了' }))).toBe('403 permission.denied');
      const answered = await act(handler, asked, 'answer-supervision', { note: '今晚完成' });
      expect(answered).toMatchObject({ status: 'handling', dueAt: event.dueAt, supervision: { answer: '今晚完成' } });
      expect(await waiting()).not.toContain(event.id);
    });

    test('after two returns the desk decides who takes it, and a refused report is objected to once', async () => {
      const { departmentId } = await server.account('handler');
      let event = await dispatched(await report(worker, await pointOf(server, worker, 'worker1')));
      event = await act(handler, event, 'return', { reason: '不归我们管' });
      expect(await refusal(act(dispatcher, event, 'dispatch', { departmentId }))).toBe('422 event.reason-needed');
      event = await act(dispatcher, event, 'dispatch', { departmentId, note: '按清单归你单位' });
      event = await act(handler, event, 'return', { reason: '仍不归我们管' });
      expect(await refusal(act(dispatcher, event, 'dispatch', { departmentId, note: '请接' }))).toBe('422 event.returned-too-often');
      event = await act(desk, event, 'arbitrate', { departmentId, reason: '权责清单第三条' });
      expect(await refusal(act(handler, event, 'return', { reason: '还是不归' }))).toBe('422 event.returned-too-often');

      const refused = await act(desk, await report(worker, await pointOf(server, worker, 'worker1')), 'reject', { reason: '不属实' });
      const again = await act(worker, refused, 'object', { reason: '还在那里' });
      const final = await act(desk, again, 'reject', { reason: '复核不属实' });
      expect(await refusal(act(worker, final, 'object', { reason: '再看看' }))).toBe('409 event.action-unavailable');
    });

    test('a department that has a case in hand is not dissolved', async () => {
      const admin = await server.as('sysadmin');
      const event = await dispatched(await report(worker, await pointOf(server, worker, 'worker1')));
      const params = { id: event.departmentId ?? '' };
      expect(await refusal(admin.call(departmentsApi.dissolve, { params }))).toBe('409 department.has-open-cases');
      expect(await refusal(dispatcher.call(departmentsApi.dissolve, { params }))).toBe('403 permission.denied');
      expect(await act(handler, event, 'accept')).toMatchObject({ status: 'handling' });
    });
  });
});
