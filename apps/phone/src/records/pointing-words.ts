import type { RecordView } from '@wangge/contracts';
import { placeName } from '../data/place-name';

/** What tells one masked name from another: the house and the household it belongs to, else the place. */
export function pointingWords({ referenceTitles, names }: RecordView): string {
  const titles = Object.values(referenceTitles);
  return titles.length > 0 ? titles.join(' · ') : placeName(names);
}
