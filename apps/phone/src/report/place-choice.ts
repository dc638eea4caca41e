import { type Draft, type DraftPlace, hasContent } from '@wangge/offline';
import type { Position } from '../data/position';

/** An older fix may be of another street. */
const FRESH_MILLIS = 60_000;
/** While the satellites settle, a better fix replaces a worse one; afterwards the spot stays where it was seen. */
const SETTLING_MILLIS = 60_000;

/** The place to take over from the phone, or undefined to keep what is there. */
export function placeToTake(draft: Draft, position: Position, now: Date): DraftPlace | undefined {
  if (position.state !== 'known' || now.getTime() - position.at > FRESH_MILLIS) return undefined;
  const fix = { point: position.point, accuracy: position.accuracy };
  const { place } = draft;
  if (!place) return fix;
  if (place.accuracy === null) return undefined;
  // Nothing has been seen yet: the place goes along with the worker.
  if (!hasContent(draft)) return fix;
  const settling = now.getTime() - Date.parse(draft.startedAt) < SETTLING_MILLIS;
  return settling && position.accuracy < place.accuracy ? fix : undefined;
}
