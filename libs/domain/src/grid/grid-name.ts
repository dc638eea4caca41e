import { placeNameOf } from './place-name.js';

/** What a unit grid is called until somebody names it: 四海居社区第12网格. */
export function gridNameOf(communityName: string, code: string): string {
  return `${placeNameOf(communityName)}第${Number(code.slice(12))}网格`;
}
