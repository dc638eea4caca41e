import type { Draft, DraftPlace } from '@wangge/offline';
import type { Position } from '../data/position';

/** While the satellites settle, a better fix replaces a worse one; afterwards the spot stays where it was seen. */
const SETTLING_MILLIS = 60_000;

/** The place to take over from the phone, or undefined to keep what is there. */
export function placeToTake({ place, startedAt }: Pick<Draft, 'place' | 'startedAt'>, position: Position, now: Date): DraftPlace | undefined {
  if (position.state !== 'known') return undefined;
  const fix = { point: position.point, accuracy: position.accuracy };
  if (!place) return fix;
  if (place.accuracy === null) return undefined;
  const settling = now.getTime() - Date.parse(startedAt) < SETTLING_MILLIS;
  return settling && position.accuracy < place.accuracy ? fix : undefined;
}
