import type { ChainNames } from '@wangge/contracts';
import { placePath } from '@wangge/look';

/** "四海居社区 第8网格": what a worker calls the place. */
export function placeName(names: Pick<ChainNames, 'community' | 'grid'>): string {
  return placePath({ street: '', ...names })
    .slice(1)
    .join(' ');
}
