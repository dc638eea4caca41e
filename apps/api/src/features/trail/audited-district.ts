import { areasOf, covers, type Viewer } from '@wangge/domain';
import { notFound } from '../../platform/http/errors.js';

/** The district whose trail is read: one's own, or one within one's area; any other does not exist for the viewer. */
export function auditedDistrict(viewer: Viewer, asked = viewer.districtCode): string {
  if (!areasOf(viewer, 'audit.read').some((area) => covers(area, asked))) throw notFound();
  return asked;
}
