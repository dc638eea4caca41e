import type { ChainNames } from '@wangge/contracts';

const TELLING_LETTERS = 2;

/** "四海居社区" and "三网格" are said together; a grid that is called "四海居社区三网格" needs no more. */
export function sayOnce(community: string, grid: string): string {
  return grid.startsWith(community.slice(0, TELLING_LETTERS)) ? grid : `${community} ${grid}`;
}

export function placeName({ community, grid }: Pick<ChainNames, 'community' | 'grid'>): string {
  return sayOnce(community, grid);
}
