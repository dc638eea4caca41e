import type { Permission } from '@wangge/contracts';
import { type AreaLens, areaLens, areasOf, type Viewer } from '@wangge/domain';
import { apiError } from '../../../platform/http/errors.js';

const DISTRICT_DIGITS = 6;

/** The widest district or region whose accounts the viewer administers. */
export function administeredArea(viewer: Viewer, permission: Permission): AreaLens {
  const codes = areasOf(viewer, permission).filter((code) => code.length <= DISTRICT_DIGITS);
  const [widest] = codes.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (widest === undefined) throw apiError('permission.denied');
  return areaLens(widest);
}
