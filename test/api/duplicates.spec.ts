import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { gridsApi, type Point, registerDuplicatesApi, registersApi } from '@wangge/contracts';
import { newId, refusal } from './events.js';
import { create, makeTwins, newIdentityNumber, personalIn, residentValues } from './registers.js';
import { KINDS, RunningServer } from './running-server.js';
import { Wire } from './wire.js';

jest.setTimeout(240_000);

const RESIDENTS = { register: 'residents' };

describe.each(KINDS)('records entered twice, on %s', (kind) => {
  let server: RunningServer;
  let [staff, worker, neighbour, leader]: ApiClient[] = [];
  let [here, there]: readonly Point[] = [];
  const at = (point: Point | undefined): Point => {
    if (!point) throw new Error('no place is known');
    return point;
  };
  const as = (client: ApiClient | undefined): ApiClient => {
    if (!client) throw new Error('nobody is signed in');
    return client;
  };

  beforeAll(async () => {
    server = await RunningServer.start(kind);
    [staff, worker, neighbour, leader] = await Promise.all(
      ['community', 'worker1', 'worker2', 'leader'].map((name) => server.as(name)),
    );
    const centerOf = async (username: string) => {
      const code = (await server.account(username)).scope ?? '';
      return (await as(leader).call(gridsApi.get, { params: { code } })).center;
    };
    [here, there] = [await centerOf('worker1'), await centerOf('worker2')];
  });
  afterAll(() => server.stop());

  test('the answer never says where the other one is, nor whose it is', async () => {
    const identityNumber = newIdentityNumber();
    const far = await create(as(neighbour), 'residents', { point: there }, residentValues({ name: '甄远处', identityNumber }));
    const wire = new Wire(server);
    const similar = (values: object, id?: string) =>
      wire.send({
        method: 'POST',
        path: '/api/v1/registers/residents/records/similar',
        body: { values, ...(id && { id }) },
        token: as(worker).accessToken,
      });
    const answer = await similar({ name: '甄远处', identityNumber });
    expect(JSON.parse(answer.text)).toEqual({ items: [], elsewhere: ['identityNumber'] });
    // Another number of a person that is somewhere else is told nothing about.
    expect(JSON.parse((await similar({ name: '甄远处', birthDate: '1981-02-03' })).text)).toEqual({ items: [], elsewhere: [] });
    expect((await similar({ name: '甄' }, far.id)).said).toBe('404 not-found');
    for (const { text } of wire.answers)
      for (const told of [far.id, far.chain.gridCode, '甄远处', identityNumber]) expect(text).not.toContain(told);
  });

  test('bad input is refused by name and never repeated', async () => {
    const wire = new Wire(server);
    const token = as(staff).accessToken;
    const records = '/api/v1/registers/residents/records';
    const send = async (path: string, body: object) => (await wire.send({ method: 'POST', path, body, token })).said;
    const { id } = await create(as(staff), 'residents', { point: here }, residentValues());
    const merge = { id: newId(), version: 1, other: { id, version: 1 }, take: [], reason: '同一个人' };
    expect(await send(`${records}/similar`, { values: { surprise: 'x' } })).toBe('400 request.invalid');
    expect(await send(`${records}/similar`, { values: { name: { $gt: '' } } })).toBe('400 request.invalid');
    expect(await send(`${records}/similar`, { values: { name: `'; drop table register_residents; --`, identityNumber: '1' } })).toBe('200');
    expect(await send(`${records}/similar`, { values: { name: 'x'.repeat(100_000) } })).toBe('200');
    expect(await send('/api/v1/registers/dragons/records/similar', { values: {} })).toBe('404 not-found');
    expect(await send(`${records}/${id}/merge`, merge)).toBe('422 record.same');
    expect(await send(`${records}/${id}/merge`, { ...merge, other: { id: newId(), version: 1 } })).toBe('404 not-found');
    expect(await send(`${records}/${id}/merge`, { ...merge, reason: ' ' })).toBe('400 request.invalid');
    expect(await send(`${records}/${id}/merge`, { ...merge, other: { id: newId(), version: 1 }, take: ['__proto__'] })).toBe(
      '400 request.invalid',
    );
    expect(await send(`${records}/${id}/merges/${newId()}/undo`, { version: 1, reason: '错了' })).toBe('404 not-found');
    expect(await send(`/api/v1/registers/residents/pairs/${newId()}/dismiss`, {})).toBe('404 not-found');
    expect(wire.failures).toEqual([]);
  });

  test('a pair is found, compared, merged and taken apart again; every answer is masked', async () => {
    const { one, other, pair } = await makeTwins(as(staff), at(here));
    const wire = new Wire(server);
    const token = as(staff).accessToken;
    const register = '/api/v1/registers/residents';
    await wire.send({ path: `${register}/pairs`, token });
    await wire.send({ path: `${register}/records/${one}/compare/${other}`, token });
    const body = { id: newId(), version: 1, other: { id: other, version: 1 }, take: ['phone'], reason: '同一个人' };
    expect(await refusal(as(worker).call(registerDuplicatesApi.merge, { params: { ...RESIDENTS, id: one }, body }))).toBe(
      '403 permission.denied',
    );
    await wire.send({ method: 'POST', path: `${register}/records/${one}/merge`, body, token });
    expect((await as(worker).call(registersApi.get, { params: { ...RESIDENTS, id: other } })).id).toBe(one);
    expect(await refusal(as(neighbour).call(registersApi.get, { params: { ...RESIDENTS, id: other } }))).toBe('404 not-found');
    await wire.send({ path: `${register}/records/${other}/history`, token });
    const undo = { version: 2, reason: '不是同一个人' };
    await wire.send({ method: 'POST', path: `${register}/records/${one}/merges/${body.id}/undo`, body: undo, token });
    expect((await as(staff).call(registersApi.get, { params: { ...RESIDENTS, id: other } })).id).toBe(other);
    expect(wire.answers.map(({ said }) => said)).toEqual(wire.answers.map(() => '200'));
    expect(wire.answers.flatMap(({ text }) => personalIn(text))).toEqual([]);
    for (const { text } of wire.answers) expect(text).not.toMatch(/双生子|1975-05-05/);
    expect(pair).toEqual(expect.any(String));
  });
});
