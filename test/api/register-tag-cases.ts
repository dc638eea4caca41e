import { expect, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { picturesApi, registersApi, registerTagsApi, type RecordTag } from '@wangge/contracts';
import { newId, refusal } from './events.js';
import type { Staff } from './register-flow-cases.js';
import { create, residentValues } from './registers.js';
import type { RunningServer } from './running-server.js';
import { Wire } from './wire.js';

const DAY_MS = 86_400_000;
const SOURCE = '某决定书第四十二号';
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS + DAY_MS / 3).toISOString().slice(0, 10);
const RESIDENTS = { register: 'residents' };

export const addTag = (client: ApiClient, id: string, kind: string, source = SOURCE): Promise<RecordTag> =>
  client.call(registerTagsApi.add, {
    params: { ...RESIDENTS, id },
    body: { id: newId(), kind, source, since: dayIn(-30), expiresOn: dayIn(90), note: null },
  });

/** Tags as people meet them: care tags help whoever visits, special ones are nobody's to find. */
export function tagCases(who: () => Staff & { readonly server: RunningServer }): void {
  test('a care tag is seen by the worker who visits, and finds the person', async () => {
    const { staff, worker, neighbour, leader, gridCode } = who();
    const { id } = await create(staff, 'residents', { gridCode }, residentValues());
    expect(await refusal(addTag(worker, id, 'orphan'))).toBe('403 permission.denied');
    const added = await addTag(staff, id, 'orphan');
    const seen = await worker.call(registerTagsApi.list, { params: { ...RESIDENTS, id } });
    expect(seen.items).toMatchObject([{ id: added.id, kind: 'orphan', state: 'valid', source: SOURCE }]);
    const list = async (client: ApiClient) =>
      (await client.call(registersApi.records, { params: RESIDENTS, query: { tag: 'orphan' } })).items.map((record) => record.id);
    expect([await list(worker), await list(neighbour), await list(leader)]).toEqual([[id], [], []]);
    // Counts may be half a minute old.
    expect((await worker.call(picturesApi.grid, { params: { code: gridCode } })).tags).toEqual(expect.any(Array));
    expect((await leader.call(picturesApi.grid, { params: { code: gridCode } })).tags).toBeNull();
  });

  test('a special tag is found nowhere by anybody but the one role, to whom all looks as if there were none', async () => {
    const { server, staff, gridCode } = who();
    const officer = await server.as('safety');
    const [marked, plain] = [residentValues({ name: '兑甲人' }), residentValues({ name: '兑乙人' })];
    const { id } = await create(staff, 'residents', { gridCode }, marked);
    const { id: other } = await create(staff, 'residents', { gridCode }, plain);
    const { id: tagId } = await addTag(officer, id, 'aids-risk');
    const wire = new Wire(server);
    const asked = (record: string) => {
      const at = `/api/v1/registers/residents/records/${record}`;
      return [
        { path: at },
        ...['history', 'picture', 'tags', 'merges'].map((part) => ({ path: `${at}/${part}` })),
        { path: '/api/v1/registers/residents/records?tag=aids-risk' },
        { path: `/api/v1/registers/residents/records?ids=${record}` },
        { path: `/api/v1/grids/${gridCode}/picture` },
        { path: '/api/v1/registers/residents/map?bbox=130.8,45.2,131.1,45.4' },
        { method: 'POST', path: '/api/v1/search', body: { words: '兑甲' } },
        { method: 'POST', path: `${at}/tags/look`, body: { reason: '想看一看' } },
        { method: 'POST', path: `${at}/tags/${tagId}/end`, body: { version: 1, reason: '想解除它' } },
        { method: 'POST', path: `${at}/tags/${tagId}/renew`, body: { version: 1, source: '想续一续', expiresOn: dayIn(60) } },
        {
          method: 'POST',
          path: '/api/v1/registers/residents/export',
          body: { id: newId(), columns: ['gender'], filter: { tag: 'aids-risk' }, reason: '想导出来' },
        },
      ];
    };
    for (const username of (await server.accounts()).keys()) {
      if (username === 'safety') continue;
      const token = (await server.as(username)).accessToken;
      const said: string[][] = [[], []];
      for (const [index, record] of [id, other].entries())
        for (const ask of asked(record)) {
          const { text, said: status } = await wire.send({ ...ask, token });
          expect([username, ask.path, text.includes(SOURCE), /"kind":"aids-risk"/.test(text)]).toEqual([username, ask.path, false, false]);
          if (ask.path.includes('tag=')) expect([username, status === '200' ? JSON.parse(text).total : 0]).toEqual([username, 0]);
          said[index]?.push(status);
        }
      expect([username, said[0]]).toEqual([username, said[1]]);
    }
    expect(wire.failures).toEqual([]);
    const { items } = await officer.call(registerTagsApi.look, { params: { ...RESIDENTS, id }, body: { reason: '例行走访' } });
    expect(items).toMatchObject([{ id: tagId, kind: 'aids-risk', source: SOURCE, version: 1, state: 'valid' }]);
    const found = await officer.call(registersApi.records, { params: RESIDENTS, query: { tag: 'aids-risk' } });
    expect(found.items.map((record) => record.id)).toContain(id);
  });
}
