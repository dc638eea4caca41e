import { expect, test } from '@jest/globals';
import {
  eventsApi,
  exportsApi,
  type FieldValues,
  gridsApi,
  registerAttachmentsApi,
  registerDuplicatesApi,
  registerMapApi,
  registersApi,
} from '@wangge/contracts';
import { newId, refusal, report } from './events.js';
import type { Staff } from './register-flow-cases.js';
import { create } from './registers.js';
import { download, rowsOf, uploadTo, workbookOf } from './workbooks.js';

const EVENTS = { register: 'events' };

/** Events are read like any register, under the same areas, and written by nobody there. */
export function eventCases(who: () => Staff): void {
  const found = async (client: Staff['staff'], query: Record<string, string>) =>
    (await client.call(registersApi.records, { params: EVENTS, query })).items;

  test('an event stands in the register of events, on its map and among its finds, where it is seen', async () => {
    const { staff, worker, neighbour, leader, gridCode } = who();
    const { center } = await worker.call(gridsApi.get, { params: { code: gridCode } });
    const event = await report(worker, center, { title: '登记库里的事件', contact: undefined });
    for (const client of [staff, worker, leader]) {
      expect(await found(client, { q: event.number })).toMatchObject([{ id: event.id, title: event.title, point: center }]);
      expect(await client.call(registersApi.get, { params: { ...EVENTS, id: event.id } })).toMatchObject({
        values: { number: event.number, status: 'reported', classCode: '01003', source: 'worker' },
        availableActions: [],
      });
    }
    expect(await found(neighbour, { q: event.number })).toEqual([]);
    expect(await refusal(neighbour.call(registersApi.get, { params: { ...EVENTS, id: event.id } }))).toBe('404 not-found');
    const edges = [center.lng - 0.001, center.lat - 0.001, center.lng + 0.001, center.lat + 0.001];
    const bbox = edges.map((edge) => edge.toFixed(6)).join();
    const window = await leader.call(registerMapApi.window, { params: EVENTS, query: { bbox } });
    expect(window.kind === 'areas' ? window.total : window.items.map(({ id }) => id)).toEqual(
      window.kind === 'areas' ? expect.any(Number) : expect.arrayContaining([event.id]),
    );
    const { items, total } = await leader.call(eventsApi.list, { query: { status: 'reported', perPage: '1' } });
    const page = await leader.call(registersApi.records, { params: EVENTS, query: { status: 'reported', perPage: '1' } });
    expect([page.total, page.items.length]).toEqual([total, items.length]);
    const ring = [
      [center.lng - 0.001, center.lat - 0.001],
      [center.lng + 0.001, center.lat - 0.001],
      [center.lng, center.lat + 0.001],
    ] as [number, number][];
    const selected = await worker.call(registerMapApi.select, { params: EVENTS, body: { ring } });
    expect(selected.items.map(({ id }) => id)).toContain(event.id);
    const columns = ['number', 'title', 'status', 'reportedAt'];
    const body = { id: newId(), columns, filter: { status: 'reported' }, reason: '周报' };
    const exported = await staff.call(exportsApi.request, { params: EVENTS, body });
    const rows = await rowsOf(await download(who().origin, staff, `/exports/${exported.id}/file`));
    expect(rows.flat()).toContain(event.number);
    const { items: attached } = await staff.call(registerAttachmentsApi.list, { params: { ...EVENTS, id: event.id } });
    expect(attached).toEqual([]);
  });

  test('nobody writes events by their register: they are reported, and go on by their steps', async () => {
    const { staff, worker, gridCode } = who();
    const { center } = await worker.call(gridsApi.get, { params: { code: gridCode } });
    const { id, version } = await report(worker, center);
    const params = { ...EVENTS, id };
    const values: FieldValues = { title: '改名' };
    const declared = { id: newId(), kind: 'photo', name: 'a.png', type: 'image/png' as const, bytes: 1, sha256: 'a'.repeat(64) };
    const merge = { id: newId(), version, other: { id: (await report(worker, center)).id, version: 1 }, take: [], reason: '一样' };
    for (const refused of [
      create(staff, 'events', { point: center }, { ...values, number: '20260101-0001' }),
      staff.call(registersApi.change, { params, body: { version, values } }),
      staff.call(registersApi.remove, { params, query: { version }, body: { reason: '不要了' } }),
      staff.call(registerAttachmentsApi.declare, { params, body: declared }),
      staff.call(registerDuplicatesApi.merge, { params, body: merge }),
    ])
      expect(await refusal(refused)).toBe('409 register.closed');
    const tried = await uploadTo(staff, 'events', await workbookOf([['经度', '纬度', '标题'], [center.lng, center.lat, '导入']]));
    expect(tried).toMatchObject({ state: 'failed', problem: 'register.closed' });
    expect(await staff.call(registersApi.get, { params })).toMatchObject({ version });
  });
}
