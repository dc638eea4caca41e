import type { ApiClient } from '@wangge/api-client';
import {
  type FieldValues,
  type Point,
  type RecordView,
  gridsApi,
  filesApi,
  registerAttachmentsApi,
  registerDuplicatesApi,
  registerMovesApi,
  registersApi,
  type RegisterView,
} from '@wangge/contracts';
import { newId, sha256 } from './events.js';

/** GB 11643, reckoned here once more: what the server masks is found by another hand. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkOf = (digits: string) =>
  '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11);

/** As many as are wanted, each its own: 800 for a day of birth. */
export function identityNumberOf(index: number): string {
  const day = new Date(Date.UTC(1905, 0, 1) + Math.floor(index / 800) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  const digits = `230398${day}${String((index % 800) + 100)}`;
  return digits + checkOf(digits);
}

let serial = 100;
/** Numbers that belong to nobody: the division was never given to a place. */
export function newIdentityNumber(birth = '19810203'): string {
  serial += 1;
  const digits = `230398${birth}${String(serial)}`;
  return digits + checkOf(digits);
}
export function newPhone(): string {
  serial += 1;
  return `199${String(70_000_000 + serial)}`;
}

/** Identity numbers with a true check character, and mobile numbers, standing alone. */
export function personalIn(text: string): string[] {
  const identities = [...text.matchAll(/(?<![0-9a-zA-Z.-])\d{17}[\dXx](?![0-9a-zA-Z.-])/g)].map(([found]) => found);
  const phones = [...text.matchAll(/(?<![0-9a-zA-Z.-])1[3-9]\d{9}(?![0-9a-zA-Z.-])/g)].map(([found]) => found);
  return [...identities.filter((found) => found.at(-1)?.toUpperCase() === checkOf(found)), ...phones];
}

export const residentValues = (more: FieldValues = {}): FieldValues => ({
  name: '钱小暖',
  gender: '2',
  residentKind: 'registered',
  identityNumber: newIdentityNumber(),
  phone: newPhone(),
  birthDate: '1981-02-03',
  ...more,
});

export const create = (
  client: ApiClient,
  register: string,
  place: object,
  values: FieldValues,
  id = newId(),
): Promise<RecordView> => client.call(registersApi.create, { params: { register }, body: { id, ...place, values } });

/** A person's data in every sensitive field of a register, and enough for the others. */
export function canary({ fields }: RegisterView): FieldValues {
  const values: FieldValues = {};
  for (const field of fields) {
    if (field.kind === 'identity-number') values[field.name] = newIdentityNumber();
    else if (field.kind === 'phone') values[field.name] = newPhone();
    else if (field.required && !field.bySystem) values[field.name] = required(field);
  }
  return values;
}

function required({ kind, choices, name }: RegisterView['fields'][number]): FieldValues[string] {
  serial += 1;
  switch (kind) {
    case 'choice':
    case 'choices':
      return choices?.[0]?.code ?? null;
    case 'integer':
    case 'number':
      return 3;
    case 'boolean':
      return true;
    case 'instant':
      return '2020-05-06T07:08:00+08:00';
    case 'date':
      return '2020-05-06';
    case 'credit-code':
      // The example of GB 32100's own text form: authority 9, kind 1.
      return '91350100M000100Y43';
    case 'component-code':
      return `23030201003${String(serial).padStart(6, '0')}`;
    default:
      return `${name}-${serial}`;
  }
}

const RESIDENTS = { register: 'residents' };

/** One person entered twice, once the server has found out. */
export async function makeTwins(client: ApiClient, point: Point): Promise<{ one: string; other: string; pair: string }> {
  const values = residentValues({ name: '双生子', birthDate: '1975-05-05', identityNumber: null });
  const { id: one } = await create(client, 'residents', { point }, values);
  const { id: other } = await create(client, 'residents', { point }, { ...values, phone: newPhone() });
  for (let tries = 0; tries < 60; tries += 1) {
    const { items } = await client.call(registerDuplicatesApi.pairs, { params: RESIDENTS, query: { perPage: '100' } });
    const pair = items.find((each) => [each.one.id, each.other.id].every((id) => id === one || id === other));
    if (pair) return { one, other, pair: pair.id };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the pair was not found');
}

export async function makeMerge(client: ApiClient, point: Point): Promise<{ record: string; id: string }> {
  const { id: record } = await create(client, 'residents', { point }, residentValues());
  const { id: other } = await create(client, 'residents', { point }, residentValues());
  const body = { id: newId(), version: 1, other: { id: other, version: 1 }, take: [], reason: '同一个人' };
  await client.call(registerDuplicatesApi.merge, { params: { ...RESIDENTS, id: record }, body });
  return { record, id: body.id };
}

const PAPER = Buffer.from('%PDF-1.7\nagreement\n%%EOF');

/** A file that is attached and there. */
export async function attachTo(client: ApiClient, register: string, { id: record }: { readonly id: string }, more: object = {}, content: Buffer = PAPER) {
  const given = { id: newId(), kind: 'document', name: '协议.pdf', type: 'application/pdf' as const, bytes: content.length, sha256: sha256(content) };
  await client.call(registerAttachmentsApi.declare, { params: { register, id: record }, body: { ...given, ...more } });
  await client.upload(filesApi.put, { params: { sha256: sha256(content) } }, new Uint8Array(content));
  return { record, id: given.id };
}

/** To another community of the same street, which the one who asks does not work in. */
export async function askToMove(client: ApiClient, point: Point): Promise<{ id: string }> {
  const { id, chain } = await create(client, 'residents', { point }, residentValues());
  const { items } = await client.call(gridsApi.list, { query: { parent: chain.streetCode } });
  const there = items.find(({ code }) => code !== chain.communityCode)?.code ?? '';
  const body = { id: newId(), version: 1, gridCode: there, values: {}, reason: '搬到女儿家' };
  await client.call(registerMovesApi.move, { params: { ...RESIDENTS, id }, body });
  return { id: body.id };
}
