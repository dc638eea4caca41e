import type { Chain, GridLevel } from '@wangge/contracts';

/** A scope covers every node whose code it begins. `230302001` covers `230302001003`, never `230302010`. */
export function covers(scope: string, code: string): boolean {
  return code.startsWith(scope);
}

/** Where a record of this chain stands within a scope: the chain is a path, its grid code holds all of it. */
export function coversChain(scope: string, chain: Pick<Chain, 'gridCode'>): boolean {
  return covers(scope, chain.gridCode);
}

const LEVEL_BY_LENGTH: Readonly<Record<number, GridLevel>> = { 6: 'district', 9: 'street', 12: 'community', 15: 'grid' };

/** The level of a node's code, or undefined for provinces, cities and anything else. */
export function levelOf(code: string): GridLevel | undefined {
  return LEVEL_BY_LENGTH[code.length];
}

/** The code of the node above, or null for a district. */
export function parentOf(code: string): string | null {
  return code.length > 6 ? code.slice(0, -3) : null;
}

/** The chain a unit grid's code spells out. */
export function chainOf(gridCode: string): Chain {
  return {
    districtCode: gridCode.slice(0, 6),
    streetCode: gridCode.slice(0, 9),
    communityCode: gridCode.slice(0, 12),
    gridCode,
  };
}
