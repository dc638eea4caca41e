import { describe, expect, test } from '@jest/globals';
import type { RecordView } from '@wangge/contracts';
import { toRegisterView } from '../view.js';
import { brokenRule, faultsOf, serverFaults, inputText, valuesOf } from './record-draft.js';

const label = (text: string) => ({ zh: text, en: text });
const plain = { dataClass: 'L2' } as const;
const register = toRegisterView(
  {
    name: 'things',
    element: 'land',
    label: label('things'),
    geometry: 'point',
    titleField: 'name',
    fields: [
      { ...plain, name: 'name', kind: 'text', label: label('name'), required: true },
      { ...plain, name: 'usage', kind: 'choice', label: label('usage'), choices: [{ code: 'shop', label: label('shop') }] },
      { ...plain, name: 'storeys', kind: 'integer', label: label('storeys') },
      { ...plain, name: 'area', kind: 'number', label: label('area') },
      { ...plain, name: 'empty', kind: 'boolean', label: label('empty') },
      { ...plain, name: 'checkedAt', kind: 'instant', label: label('checkedAt') },
      { name: 'owner', kind: 'identity-number', label: label('owner'), dataClass: 'L4', mask: 'identity-number' },
      { name: 'phone', kind: 'phone', label: label('phone'), dataClass: 'L3', mask: 'phone' },
    ],
  },
  { assignments: [] },
);
const field = (name: string) => {
  const found = register.fields.find((one) => one.name === name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const record: RecordView = {
  id: '019f0000-0000-7000-8000-000000000001',
  register: 'things',
  title: '一号楼',
  version: 3,
  chain: { districtCode: '230302', streetCode: '230302001', communityCode: '230302001001', gridCode: '230302001001001' },
  names: { district: '区', street: '街道', community: '社区', grid: '网格' },
  point: null,
  values: { name: '一号楼', usage: 'shop', storeys: 6, empty: false, owner: '230398********0017', area: null },
  masked: ['owner'],
  referenceTitles: {},
  createdAt: '2026-06-12T08:00:00Z',
  updatedAt: '2026-06-12T08:00:00Z',
};

describe('a new record', () => {
  test('needs what is required, and says which rule a value breaks', () => {
    expect(faultsOf(register, { storeys: '2.5', phone: '12' }, undefined)).toEqual({
      name: 'required',
      storeys: 'whole-number',
      phone: 'phone-form',
    });
    expect(faultsOf(register, { name: ' ' }, undefined)).toEqual({ name: 'required' });
  });

  test('sends what is filled in, in its kind, and nothing that is empty', () => {
    const draft = { name: ' 二号楼 ', storeys: '6', area: '12.5', empty: 'true', usage: '', phone: null };
    expect(valuesOf(register, draft, undefined)).toEqual({ name: '二号楼', storeys: 6, area: 12.5, empty: true });
  });

  test('is held to the check character of an identity number', () => {
    expect(brokenRule(field('owner'), '11010519491231002X')).toBeUndefined();
    expect(brokenRule(field('owner'), '110105194912310021')).toBe('identity-check-digit');
    expect(brokenRule(field('owner'), '1101')).toBe('identity-form');
    expect(brokenRule(field('owner'), ' ')).toBeUndefined();
  });
});

describe('a record that is there', () => {
  test('has its instants shown as local time', () => {
    const at = { ...record, values: { ...record.values, checkedAt: '2026-06-12T00:30:00Z' } };
    expect(inputText(field('checkedAt'), {}, at)).toBe('2026-06-12T08:30');
  });

  test('is sent only what differs', () => {
    expect(valuesOf(register, { name: '一号楼', storeys: '7', area: '' }, record)).toEqual({ storeys: 7 });
    expect(valuesOf(register, { usage: '' }, record)).toEqual({ usage: null });
    expect(valuesOf(register, { empty: 'false' }, record)).toEqual({});
  });

  test('never has its mask typed back as a value, and is cleared only on purpose', () => {
    expect(inputText(field('owner'), {}, record)).toBe('');
    expect(valuesOf(register, { owner: '' }, record)).toEqual({});
    expect(valuesOf(register, { owner: null }, record)).toEqual({ owner: null });
    expect(valuesOf(register, { owner: '11010519491231002X' }, record)).toEqual({ owner: '11010519491231002X' });
  });

  test('keeps a required field that is masked', () => {
    const strict = { ...register, fields: [{ ...field('owner'), required: true }] };
    expect(faultsOf(strict, {}, record)).toEqual({});
    expect(faultsOf(strict, { owner: '' }, record)).toEqual({});
    expect(faultsOf(strict, { owner: null }, record)).toEqual({ owner: 'required' });
  });
});

test('faults of the server stand at their fields', () => {
  const problem = {
    type: 'about:blank',
    title: '',
    status: 422,
    code: 'record.invalid',
    fields: [
      { path: 'body.values.owner', rule: 'identity-date' },
      { path: 'body.values.name', rule: 'something-new' },
      { path: 'body.point', rule: 'required' },
    ],
  } as const;
  expect(serverFaults({ ...problem, fields: [...problem.fields] })).toEqual({ owner: 'identity-date', name: 'other' });
  expect(serverFaults({ ...problem, code: 'record.duplicate', fields: [...problem.fields.slice(0, 1)] })).toEqual({
    owner: 'duplicate',
  });
});
