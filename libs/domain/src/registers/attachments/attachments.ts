import { type AttachmentKind, type AttachmentRules, MOST_ATTACHMENT_BYTES } from '@wangge/contracts';
import { isShownMasked, type RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';

const PHOTO = { code: 'photo', label: label('照片', 'Photo') } as const;
const DOCUMENT = { code: 'document', label: label('文件', 'Document') } as const;
const IDENTITY: AttachmentKind = { code: 'identity', label: label('证件复印件', 'Copy of an identity document'), dataClass: 'L4' };

/** Of places and things: what hangs on them is shown to whoever sees them, but for somebody's papers. */
export const THING_ATTACHMENTS: readonly AttachmentKind[] = [
  { ...PHOTO, dataClass: 'L2' },
  { ...DOCUMENT, dataClass: 'L2' },
  IDENTITY,
];

/** Of persons: a picture of somebody or a paper about him is his own, as his name is. */
export const PERSON_ATTACHMENTS: readonly AttachmentKind[] = [
  { ...PHOTO, dataClass: 'L3' },
  { ...DOCUMENT, dataClass: 'L3' },
  IDENTITY,
];

const MOST = 20;

/** What may be attached to the records of a register: what its definition says, and for the rest what is usual. */
export function attachmentsOf(definition: Pick<RegisterDefinition, 'attachments' | 'fields' | 'titleField'>): AttachmentRules {
  const kinds = isAboutPersons(definition) ? PERSON_ATTACHMENTS : THING_ATTACHMENTS;
  return { kinds, most: MOST, mostBytes: MOST_ATTACHMENT_BYTES, ...definition.attachments };
}

/** Records that are called by something personal are about persons. */
const isAboutPersons = ({ fields, titleField }: Pick<RegisterDefinition, 'fields' | 'titleField'>): boolean =>
  fields.some((field) => field.name === titleField && isShownMasked(field));

const PREFIX = 'attachments.';

/** What the history calls an attachment of a kind; never the name of a field, which has no dot. */
export const attachmentField = (kind: string): string => `${PREFIX}${kind}`;

/** The kind of which the history tells under such a name. */
export const attachmentKindOf = (
  { kinds }: Pick<AttachmentRules, 'kinds'>,
  field: string,
): AttachmentKind | undefined => kinds.find(({ code }) => attachmentField(code) === field);
