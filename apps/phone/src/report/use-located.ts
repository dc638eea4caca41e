import { gridsApi } from '@wangge/contracts';
import type { DraftPlace } from '@wangge/offline';
import type { Reply } from '../data/replies';
import { useReply } from '../data/use-reply';
import { codeOf } from '../data/words';

/** The grid of a draft's place, as the server finds it. */
export function useLocated(place: DraftPlace | null): Reply<typeof gridsApi.locate> {
  const question = place ? { query: { lng: place.point.lng.toFixed(7), lat: place.point.lat.toFixed(7) } } : undefined;
  return useReply(gridsApi.locate, question);
}

/** The server knows that the place is not in the district; without an answer nothing is known. */
export function isRefused({ error }: Reply<typeof gridsApi.locate>): boolean {
  return error !== undefined && codeOf(error).startsWith('grid.');
}
