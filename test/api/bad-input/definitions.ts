import { beforeAll, expect, test } from '@jest/globals';
import { ownRegistersApi, registersApi } from '@wangge/contracts';
import { newId } from '../events.js';
import { draftOwn, fireUnits, publishOwn } from '../own-registers.js';
import { create, newPhone } from '../registers.js';
import type { Ask } from '../wire.js';
import { type Trial, V1 } from './trial.js';

const FILLED = 'own-filled';
const [title, ...others] = fireUnits().fields;
const more = (change: object) => ({
  ...fireUnits(),
  fields: [title, { ...title, name: 'more', label: { zh: '另', en: 'More' }, ...change }],
});

interface Asking {
  readonly trial: Trial;
  readonly tokenOf: () => string;
  readonly asChief: (path: string, body: unknown) => Ask;
  readonly beginning: (definition: unknown, name?: string) => Ask;
}

function badForms({ trial, asChief, beginning }: Asking): void {
  test('of a form that no definition has are refused before anything looks at them', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...title, name: `more${at}` }));
    const asks = {
      'ten thousand fields': beginning({ ...fireUnits(), fields: many.slice(0, 121) }),
      'a name of the platform': beginning(fireUnits(), 'residents'),
      'a name in capitals': beginning(fireUnits(), 'own-Fire'),
      'a name with a quote': beginning(fireUnits(), "own-x' or '1'='1"),
      'a name of sixty': beginning(fireUnits(), `own-${'a'.repeat(60)}`),
      'no label': beginning({ ...fireUnits(), label: { zh: ' ', en: 'X' } }),
      'a label of control': beginning({ ...fireUnits(), label: { zh: '甲\u0000', en: 'X' } }),
      'half a character': beginning({ ...fireUnits(), label: { zh: '甲\ud83d', en: 'X' } }),
      'an unknown element': beginning({ ...fireUnits(), element: 'dragons' }),
      'an unknown kind': beginning(more({ kind: 'password' })),
      'an unknown class': beginning(more({ dataClass: 'L0' })),
      'a column of its own': beginning(more({ column: 'id' })),
      'a storage of its own': beginning({ ...fireUnits(), storage: { districtCode: '230303', version: 1, slots: {} } }),
      'a field in SQL': beginning(more({ name: "x'; drop table register_record; --" })),
      'a field in Chinese': beginning(more({ name: '单位' })),
      'a prototype': beginning(more({ name: '__proto__' })),
      'a code with a comma': beginning(more({ kind: 'choice', choices: [{ code: 'a,b', label: title?.label }] })),
      'a longest of nothing': beginning(more({ most: 0 })),
      'an id of words': asChief('/registers', { id: 'x', name: 'own-bad', definition: fireUnits() }),
    };
    expect(await trial.said(asks)).toEqual(trial.all(asks, '400 request.invalid'));
    // Two megabytes of them are not even read.
    expect(await trial.said({ many: beginning({ ...fireUnits(), fields: many }) })).toEqual({ many: '413 request.too-large' });
  });
}

function unworkable({ trial, asChief }: Asking): void {
  test('that nobody could work by stay drafts, each with its reason', async () => {
    const chief = await trial.server.as('supervisor');
    const bad = {
      'own-reserved': [more({ name: 'constructor' }), 'fields.constructor', 'field-name-reserved'],
      'own-query': [more({ name: 'perPage' }), 'fields.perPage', 'field-name-reserved'],
      'own-open-phone': [more({ kind: 'phone' }), 'fields.more', 'class-too-low'],
      'own-untitled': [{ ...fireUnits(), titleField: null }, '', 'title-missing'],
      'own-optional-key': [{ ...fireUnits(), naturalKey: ['chiefPhone'] }, 'fields.chiefPhone', 'key-optional'],
      'own-nowhere': [more({ kind: 'reference', references: 'own-nobody' }), 'fields.more', 'reference-unknown'],
    } as const;
    let serial = 0;
    for (const [name, [definition, path, rule]] of Object.entries(bad)) {
      serial += 1;
      const label = { zh: `坏的${serial}`, en: `Bad ${serial}` };
      const body = { id: newId(), name, definition: { ...definition, label } };
      expect([name, (await trial.wire.send(asChief('/registers', body))).said]).toEqual([name, '201']);
      const answer = await trial.wire.send(asChief(`/registers/${name}/publish`, { revision: 1, reason: '试试看' }));
      expect([name, answer.said, answer.text]).toEqual([
        name,
        '422 register.definition-invalid',
        expect.stringContaining(JSON.stringify({ path, rule })),
      ]);
    }
    const { items } = await chief.call(registersApi.list, {});
    expect(items.map(({ name }) => name).filter((name) => name in bad)).toEqual([]);
  });
}

function ruinous({ trial, asChief }: Asking): void {
  test('that rename or drop what has data are refused, and the data is still there', async () => {
    const chief = await trial.server.as('supervisor');
    const params = { register: FILLED };
    const label = { zh: '已有数据', en: 'Filled' };
    const renamed = others.map((field) => (field.name === 'chiefPhone' ? { ...field, name: 'mobile' } : field));
    for (const fields of [renamed, others.slice(1), []]) {
      const { revision } = await chief.call(ownRegistersApi.get, { params });
      const definition = { ...fireUnits(), label, fields: title ? [title, ...fields] : [] };
      const { revision: next, faults } = await chief.call(ownRegistersApi.change, { params, body: { revision, definition } });
      expect(faults).toEqual([{ path: 'chiefPhone', rule: 'drop-with-data' }]);
      const answer = await trial.wire.send(asChief(`/registers/${FILLED}/publish`, { revision: next, reason: '改个名字' }));
      expect(answer.said).toBe('422 register.definition-invalid');
    }
    const { items } = await (await trial.server.as('community')).call(registersApi.records, { params });
    expect(items.map(({ masked }) => masked)).toEqual([['chiefPhone']]);
  });
}

function outOfTurn({ trial, asChief, beginning, tokenOf }: Asking): void {
  test('in steps out of turn are refused', async () => {
    const chief = await trial.server.as('supervisor');
    await draftOwn(chief, 'own-turns', fireUnits('次序', 'Turns'));
    const step = (path: string, body: object): Ask => asChief(`/registers/own-turns${path}`, body);
    expect(
      await trial.said({
        stale: step('/publish', { revision: 7, reason: '试试看' }),
        'without a reason': step('/publish', { revision: 1, reason: ' ' }),
        'closed before it was open': step('/closing', { revision: 1, closed: true, reason: '试试看' }),
        'another of the name': beginning(fireUnits('重名', 'Same'), 'own-turns'),
        'of the platform': { path: `${V1}/registers/residents/definition`, token: tokenOf() },
        'of nobody': { path: `${V1}/registers/own-nobody/definition`, token: tokenOf() },
      }),
    ).toEqual({
      stale: '409 register.stale',
      'without a reason': '400 request.invalid',
      'closed before it was open': '409 register.unpublished',
      'another of the name': '409 register.name-taken',
      'of the platform': '404 not-found',
      'of nobody': '404 not-found',
    });
  });
}

/** Definitions come from people: whatever is in them, no record and no statement suffers from it. */
export function badDefinitions(trial: Trial): void {
  let token = '';
  const asChief = (path: string, body: unknown): Ask => trial.post(path, body, { token });
  const beginning = (definition: unknown, name = 'own-bad'): Ask => asChief('/registers', { id: newId(), name, definition });
  const asking: Asking = { trial, asChief, beginning, tokenOf: () => token };

  beforeAll(async () => {
    const chief = await trial.server.as('supervisor');
    token = chief.accessToken ?? '';
    await publishOwn(chief, FILLED, fireUnits('已有数据', 'Filled'));
    const values = { unitName: '东风小学', chiefPhone: newPhone() };
    const gridCode = (await trial.server.account('worker1')).scope ?? '';
    await create(await trial.server.as('community'), FILLED, { gridCode }, values);
  });

  badForms(asking);
  unworkable(asking);
  ruinous(asking);
  outOfTurn(asking);
}
