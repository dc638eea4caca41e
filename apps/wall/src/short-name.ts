/** Committees are named after their community or village; the wall has room for the place only. */
export function shortName(name: string): string {
  return name.replace(/社区(居民委员会|居委会)$/, '社区').replace(/村(村民委员会|民委员会|委员会|委会)$/, '村');
}

/** The same, without the name of the node above, which stands beside it: 第1网格 of 龙行社区. */
export function nameWithin(name: string, above: string | undefined): string {
  const short = shortName(name);
  const prefix = above === undefined ? '' : shortName(above);
  return short.length > prefix.length && short.startsWith(prefix) ? short.slice(prefix.length) : short;
}

/** The place of news, `社区 网格` in full names, as short as it can be said without losing either. */
export function shortPlace(place: string): string {
  const [community = '', ...rest] = place.split(' ');
  const grid = rest.join(' ');
  const short = shortName(community);
  return grid === '' ? short : grid.startsWith(short) ? grid : `${short} ${grid}`;
}
