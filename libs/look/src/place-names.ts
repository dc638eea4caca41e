import { placeNameOf } from '@wangge/domain';

/** A name beside that of the node above it, which need not be said twice: 东岸社区第8网格 in 东岸社区 → 第8网格. */
export function nameWithin(name: string, above: string): string {
  const short = placeNameOf(name);
  const prefix = placeNameOf(above);
  return short.startsWith(prefix) && short.length > prefix.length ? short.slice(prefix.length) : short;
}

/** Street, community and unit grid, each as short as it can be said beside the one before. */
export function placePath(names: {
  readonly street: string;
  readonly community: string;
  readonly grid: string;
}): readonly string[] {
  return [names.street, placeNameOf(names.community), nameWithin(names.grid, names.community)];
}
