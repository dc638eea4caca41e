import type { CallInput } from '@wangge/api-client';
import { collectionsApi } from '@wangge/contracts';

/** What is missing in a unit grid: the list and the form read the same reply. */
export function onePart(id: string): [endpoint: typeof collectionsApi.part, input: CallInput<typeof collectionsApi.part>] {
  return [collectionsApi.part, { params: { id }, query: {} }];
}
