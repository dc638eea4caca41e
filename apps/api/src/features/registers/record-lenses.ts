import type { Permission } from '@wangge/contracts';
import { type AreaLens, areaLens, areasOf, covers, type Lens, type Viewer } from '@wangge/domain';
import { type Filter, withinLens } from '../../platform/database/index.js';

/** The lens of a list: the area of the viewer that covers the node he asks for, or his widest. */
export function recordListLens(
  viewer: Viewer,
  node: string | undefined,
  permission: Permission = 'register.read',
): AreaLens | undefined {
  const areas = [...areasOf(viewer, permission)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const area = node === undefined ? areas[0] : areas.find((code) => covers(code, node));
  return area === undefined ? undefined : areaLens(area);
}

/** The lens of one record by its key: any of the viewer's areas. Records of the registers are nobody's own. */
export function recordLens(viewer: Viewer, permission: Permission = 'register.read'): Lens {
  return { kind: 'member', accountId: viewer.accountId, codes: areasOf(viewer, permission), departmentIds: [] };
}

/** Whether a role that has the permission is held at a node above this place. */
export function mayAt(viewer: Viewer, permission: Permission, place: { readonly gridCode: string }): boolean {
  return areasOf(viewer, permission).some((code) => covers(code, place.gridCode));
}

/** The application's wall around records that have a place and nobody they belong to. */
export function withinRegister(lens: Lens, alias: string, firstParameter: number): Filter {
  switch (lens.kind) {
    case 'region':
    case 'district':
    case 'street':
    case 'community':
    case 'grid':
    case 'record':
    case 'job':
      return withinLens(lens, alias, firstParameter);
    case 'member':
      return { sql: memberFilter(alias, `$${firstParameter}`), values: [lens.codes] };
    case 'department':
    case 'assisting':
    case 'mine':
    case 'assigned':
    case 'public':
    case 'reference':
    case 'audit':
    case 'accounts':
      return { sql: 'false', values: [] };
  }
}

function memberFilter(alias: string, codes: string): string {
  const places = ['grid_code', 'community_code', 'street_code', 'district_code'].map((column) => `${alias}.${column}`);
  const regions = [4, 2].map((length) => `left(${alias}.district_code, ${length})`);
  return `(${[...places, ...regions].map((code) => `${code} = any(${codes}::text[])`).join(' or ')})`;
}
