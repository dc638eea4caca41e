import { placeNameOf } from '@wangge/domain';

/** The place a node is named after, without the name of the node above, which stands beside it: 第1网格 of 龙行社区. */
export function nameWithin(name: string, above: string | undefined): string {
  const short = placeNameOf(name);
  const prefix = above === undefined ? '' : placeNameOf(above);
  return short.length > prefix.length && short.startsWith(prefix) ? short.slice(prefix.length) : short;
}

/** The place of news, `社区 网格` in full names, as short as it can be said without losing either. */
export function shortPlace(place: string): string {
  const [community = '', ...rest] = place.split(' ');
  const grid = rest.join(' ');
  const short = placeNameOf(community);
  return grid === '' ? short : grid.startsWith(short) ? grid : `${short} ${grid}`;
}
