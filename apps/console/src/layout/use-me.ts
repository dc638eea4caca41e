import type { Me, Permission } from '@wangge/contracts';
import { createContext, use } from 'react';

export const MeContext = createContext<Me | undefined>(undefined);

/** The signed-in account. Every page stands inside the shell, which shows nothing before it is known. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('a page of the console outside its shell');
  return me;
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}

/** The node a viewer's tree begins at: the widest area held, else the district. */
export function rootOf(me: Me): string {
  const scopes = me.assignments.flatMap(({ scope }) => (scope === null ? [] : [scope]));
  return scopes.sort((a, b) => a.length - b.length)[0] ?? me.districtCode;
}
