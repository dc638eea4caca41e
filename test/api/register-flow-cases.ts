import { expect, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { type FieldValues, gridsApi, type RecordView, registersApi } from '@wangge/contracts';
import { newId, refusal } from './events.js';
import { create, newPhone } from './registers.js';

export interface Staff {
  readonly staff: ApiClient;
  readonly worker: ApiClient;
  /** A worker of another community. */
  readonly neighbour: ApiClient;
  /** Who only reads. */
  readonly leader: ApiClient;
  readonly gridCode: string;
  readonly origin: string;
  readonly newcomer: () => Promise<ApiClient>;
}

const REGISTER = { register: 'disputes' };

const enter = async ({ worker, gridCode }: Staff): Promise<RecordView> => {
  const { center } = await worker.call(gridsApi.get, { params: { code: gridCode } });
  const values = {
    title: '楼上漏水纠纷',
    disputeKind: 'neighbour',
    scale: 'personal',
    occurredOn: '2026-01-02',
    summary: '双方各执一词',
    partyName: '甲云',
    partyPhone: newPhone(),
  };
  return create(worker, 'disputes', { point: center }, values);
};
const act = (client: ApiClient, { id, version }: Pick<RecordView, 'id' | 'version'>, action: string, values: FieldValues = {}) =>
  client.call(registersApi.act, { params: { ...REGISTER, id }, body: { action, version, values } });
const open = async (client: ApiClient, id: string) =>
  (await client.call(registersApi.get, { params: { ...REGISTER, id } })).availableActions;

/** A dispute from being entered to the visit afterwards, and what does not get through on the way. */
export function flowCases(who: () => Staff): void {
  test('a dispute goes its way by the steps of its flow, each by whoever may take it', async () => {
    const { staff, worker, neighbour, leader } = who();
    const made = await enter(who());
    expect(made.values.state).toBe('registered');
    expect([await open(staff, made.id), await open(worker, made.id), await open(leader, made.id)]).toEqual([['assign'], [], []]);

    expect(await refusal(act(worker, made, 'assign', { mediatorName: '乙山', dueOn: '2027-01-01' }))).toBe(
      '403 permission.denied',
    );
    expect(await refusal(act(neighbour, made, 'assign'))).toBe('404 not-found');
    expect(await refusal(act(staff, made, 'assign', { mediatorName: '乙山' }))).toBe('422 record.invalid');
    expect(await refusal(act(staff, made, 'assign', { mediatorName: '乙山', dueOn: '2027-01-01', title: '改名' }))).toBe(
      '422 record.invalid',
    );
    expect(await refusal(act(staff, made, 'mediate', { way: 'people' }))).toBe('409 record.action-unavailable');
    expect(await refusal(act(staff, made, 'fly'))).toBe('409 record.action-unavailable');

    const assigned = await act(staff, made, 'assign', { mediatorName: '乙山', dueOn: '2027-01-01' });
    expect(assigned).toMatchObject({ version: 2, values: { state: 'assigned', mediatorName: '乙山' } });
    expect(await refusal(act(staff, made, 'reassign', { mediatorName: '丙川' }))).toBe('409 record.stale');

    const mediating = await act(worker, assigned, 'mediate', { way: 'people' });
    const resolved = await act(worker, mediating, 'succeed', { result: '已签协议', resolvedOn: '2026-02-01' });
    const visited = await act(staff, resolved, 'visit', { satisfaction: 'satisfied', reviewedOn: '2026-02-10' });
    expect(visited).toMatchObject({ version: 5, values: { state: 'visited' } });
    expect(await open(staff, made.id)).toEqual(['reopen']);

    const { items } = await leader.call(registersApi.history, { params: { ...REGISTER, id: made.id } });
    expect(items.map(({ kind, action }) => [kind, action])).toEqual([
      ['acted', 'visit'],
      ['acted', 'succeed'],
      ['acted', 'mediate'],
      ['acted', 'assign'],
      ['created', null],
    ]);
    expect(items[1]?.fields).toContainEqual({ name: 'state', from: 'mediating', to: 'resolved' });
  });

  test('a state is moved by the flow alone, and found by it', async () => {
    const { staff, worker } = who();
    const made = await enter(who());
    const change = (values: FieldValues) =>
      staff.call(registersApi.change, { params: { ...REGISTER, id: made.id }, body: { version: 1, values } });
    expect(await refusal(change({ state: 'resolved' }))).toBe('422 record.invalid');
    const values = {
      title: '偷跑',
      disputeKind: 'other',
      scale: 'personal',
      occurredOn: '2026-01-02',
      summary: '无',
      state: 'resolved',
    };
    expect(await refusal(create(worker, 'disputes', { gridCode: who().gridCode }, values))).toBe('422 record.invalid');
    const { items } = await staff.call(registersApi.records, {
      params: REGISTER,
      query: { state: 'registered', perPage: '100' },
    });
    expect(items.map(({ id }) => id)).toContain(made.id);
  });
}

/** Kinds of fields that only some registers have. */
export function valueCases(who: () => Staff): void {
  test('several choices are found by any of them, instants by a span', async () => {
    const { worker, gridCode } = who();
    const visit = (findings: string, visitedAt: string) =>
      create(
        worker,
        'visits',
        { gridCode },
        { subject: `验证${newId().slice(-4)}`, visitKind: 'routine', way: 'door', findings, visitedAt },
      );
    const [both, one] = [await visit('safety,health', '2026-03-01 08:30'), await visit('moved', '2026-03-02T08:30:00+08:00')];
    expect(both.values).toMatchObject({ findings: 'health,safety', visitedAt: '2026-03-01T00:30:00.000Z' });
    const found = async (query: Record<string, string>) =>
      (await worker.call(registersApi.records, { params: { register: 'visits' }, query: { perPage: '100', ...query } })).items
        .map(({ id }) => id)
        .filter((id) => id === both.id || id === one.id);
    expect(await found({ findings: 'safety' })).toEqual([both.id]);
    expect((await found({ findings: 'health,moved' })).sort()).toEqual([both.id, one.id].sort());
    expect(await found({ 'visitedAt.gte': '2026-03-02 00:00', 'visitedAt.lt': '2026-03-03 00:00' })).toEqual([one.id]);
    expect(await found({ sort: 'visitedAt', 'visitedAt.gte': '2026-03-01 00:00', 'visitedAt.lt': '2026-03-03 00:00' })).toEqual([
      both.id,
      one.id,
    ]);
    expect(await refusal(worker.call(registersApi.records, { params: { register: 'visits' }, query: { findings: 'x' } }))).toBe(
      '400 request.invalid',
    );
  });
}
