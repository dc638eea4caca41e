import type { RecordQuery, TagGroup } from '@wangge/contracts';
import { areasOf, findTagKind, type Lens, type RegisterDefinition, TAG_PERMISSIONS, type Viewer } from '@wangge/domain';
import { apiError } from '../../../platform/http/errors.js';
import { recordListLens } from '../record-lenses.js';

/** The tags of one group, wherever the viewer may read them. */
export const tagLens = (viewer: Viewer, group: TagGroup): Lens => ({
  kind: 'member',
  accountId: viewer.accountId,
  codes: areasOf(viewer, TAG_PERMISSIONS[group].read),
  departmentIds: [],
  tag: group,
});

/** The area of a list of tags. */
export function tagListLens(viewer: Viewer, group: TagGroup, node: string | undefined): Lens | undefined {
  const lens = recordListLens(viewer, node, TAG_PERMISSIONS[group].read);
  return lens && { ...lens, tag: group };
}

/** What somebody writes on one record. */
export const tagWritingLens = (recordId: string, group: TagGroup): Lens => ({ kind: 'record', id: recordId, tag: group });

/**
 * The lens of a list of records. Where tags are asked for, only an area in which the viewer may read them shows
 * anything: to whoever may not, nobody has them.
 */
export function queryLens(
  viewer: Viewer,
  definition: RegisterDefinition,
  { scope, tag }: Pick<RecordQuery, 'scope' | 'tag'>,
): Lens | undefined {
  if (tag === undefined) return recordListLens(viewer, scope);
  return tagListLens(viewer, groupOf(definition, tag), scope);
}

function groupOf({ tags = [] }: RegisterDefinition, codes: readonly string[]): TagGroup {
  const groups = new Set(codes.map((code) => findTagKind(code)?.group));
  const [group] = groups;
  if (groups.size > 1) throw invalid('exclusive');
  if (group === undefined || !tags.includes(group)) throw invalid('unknown');
  return group;
}

const invalid = (rule: string) => apiError('request.invalid', { fields: [{ path: 'query.tag', rule }] });

