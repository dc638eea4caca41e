import { type AreaLens, areaLens, areasOf, covers, type Viewer } from '@wangge/domain';
import { apiError, notFound } from '../../platform/http/errors.js';

/** Whose figures are read, and through which lens. */
export interface IndicatorScope {
  readonly lens: AreaLens;
  readonly code: string;
}

/**
 * The viewer's widest area, or the node asked for within one of his areas; any other node does not exist for him.
 * Who reads indicators in a department alone has no area whose figures would be his.
 */
export function indicatorScope(viewer: Pick<Viewer, 'assignments'>, asked: string | undefined): IndicatorScope {
  const areas = [...areasOf(viewer, 'indicator.read')].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const area = asked === undefined ? areas[0] : areas.find((code) => covers(code, asked));
  if (area === undefined) throw asked === undefined ? apiError('permission.denied') : notFound();
  return { lens: areaLens(area), code: asked ?? area };
}
