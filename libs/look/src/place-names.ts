/** The place a committee is named after: 四海居社区居民委员会 → 四海居社区, 梁家村委会 → 梁家村. */
export function shortName(name: string): string {
  return name.replace(/社区(居民委员会|居委会)$/, '社区').replace(/村(村民委员会|民委员会|委员会|委会)$/, '村');
}

/** A name beside that of the node above it, which need not be said twice: 东岸社区第8网格 in 东岸社区 → 第8网格. */
export function nameWithin(name: string, above: string): string {
  const short = shortName(name);
  const prefix = shortName(above);
  return short.startsWith(prefix) && short.length > prefix.length ? short.slice(prefix.length) : short;
}

/** Street, community and unit grid, each as short as it can be said beside the one before. */
export function placePath(names: {
  readonly street: string;
  readonly community: string;
  readonly grid: string;
}): readonly string[] {
  return [names.street, shortName(names.community), nameWithin(names.grid, names.community)];
}
