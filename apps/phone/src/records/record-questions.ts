import { registersApi, registerTagsApi } from '@wangge/contracts';
import type { CallInput } from '@wangge/api-client';

/** One record: shared, so that the form has what the page before it has shown. */
export function oneRecord(register: string, id: string): [endpoint: typeof registersApi.get, input: CallInput<typeof registersApi.get>] {
  return [registersApi.get, { params: { register, id } }];
}

/** The newest of the worker's own area; kept on the device. */
export function newestRecords(register: string): [endpoint: typeof registersApi.records, input: CallInput<typeof registersApi.records>] {
  return [registersApi.records, { params: { register }, query: { perPage: '50' } }];
}

/** Found by words, which may be somebody's number: asked in a body, and not kept. */
export function foundRecords(
  register: string,
  q: string,
): [endpoint: typeof registersApi.search, input: CallInput<typeof registersApi.search> | undefined] {
  return [registersApi.search, q === '' ? undefined : { params: { register }, body: { q, perPage: '30' } }];
}

/** Whom to help: asked each time, and not kept on the device. */
export function careTags(
  register: string,
  id: string | undefined,
): [endpoint: typeof registerTagsApi.list, input: CallInput<typeof registerTagsApi.list> | undefined] {
  return [registerTagsApi.list, id === undefined ? undefined : { params: { register, id } }];
}
