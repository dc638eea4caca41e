import type { Lens, RegisterDefinition, Viewer } from '@wangge/domain';
import { appendAudit } from '../../../platform/audit/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import type { HeldTag, TagStep } from './tags.repository.js';

interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly districtCode: string;
  readonly at: string;
  readonly details: Readonly<Record<string, unknown>>;
}
const append = (tx: Transaction, viewer: Viewer, action: string, subject: Subject): Promise<void> =>
  appendAudit(tx, { ...subject, action, actorId: viewer.accountId, actorName: viewer.name });

/** Of the tag and not of the person: which kind it is, and why it ended, stay sealed in its own history. */
export function auditTagStep(
  tx: Transaction,
  viewer: Viewer,
  { name }: RegisterDefinition,
  districtCode: string,
  { id, group, version }: Pick<HeldTag, 'id' | 'group' | 'version'>,
  { deed, at }: TagStep,
): Promise<void> {
  const details = { register: name, group, version };
  return append(tx, viewer, `tag.${deed}`, { subjectType: 'tag', subjectId: id, districtCode, at, details });
}

/** Kept whether or not there is anything to see: that somebody looked tells nothing of what he saw. */
export async function auditTagLook(
  tx: Transaction,
  viewer: Viewer,
  { name }: RegisterDefinition,
  record: { readonly id: string; readonly districtCode: string },
  reason: string,
  at: Date,
): Promise<void> {
  await tx.become({ kind: 'record', id: record.id });
  const subject = { subjectType: name, subjectId: record.id, districtCode: record.districtCode };
  await append(tx, viewer, 'tag.looked', { ...subject, at: at.toISOString(), details: { reason } });
}

/** Who has a special tag was asked of a whole area. */
export async function auditTagList(
  tx: Transaction,
  viewer: Viewer,
  lens: Lens,
  { name }: RegisterDefinition,
  kinds: readonly string[] | undefined,
  at: Date,
): Promise<void> {
  if (!('code' in lens) || lens.tag !== 'special') return;
  await tx.become({ kind: 'job' });
  const subject = { subjectType: name, subjectId: viewer.accountId, districtCode: viewer.districtCode };
  await append(tx, viewer, 'tag.listed', { ...subject, at: at.toISOString(), details: { kinds, scope: lens.code } });
}
