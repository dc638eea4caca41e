import { gridsApi } from '@wangge/contracts';
import { placeName } from '../data/place-name';
import { useReply } from '../data/use-reply';
import { usePhone } from '../session/phone';

const GRID_DIGITS = 15;

/** Where the worker belongs, in words: the grid with its community, else the node or department. */
export function usePlaceName(): string {
  const { me } = usePhone();
  const held = me.assignments.find(({ scope }) => scope !== null) ?? me.assignments[0];
  const code = held?.scope?.length === GRID_DIGITS ? held.scope : undefined;
  const path = useReply(gridsApi.get, code ? { params: { code } } : undefined).data?.path;
  const [community, grid] = path?.slice(-2).map(({ name }) => name) ?? [];
  if (community && grid) return placeName({ community, grid });
  return held?.scopeName ?? held?.departmentName ?? me.name;
}
