import { ATTACHMENT_TYPES, AttachmentType } from '@wangge/contracts';

/** By its ending: browsers do not know every type. What the content really is, the server sees. */
export function attachmentTypeOf(name: string): AttachmentType | undefined {
  const ending = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase();
  const known = ending === 'jpeg' ? 'jpg' : ending;
  return AttachmentType.options.find((type) => ATTACHMENT_TYPES[type] === known);
}

/** What the picker offers. */
export const ACCEPTED = ['.jpeg', ...Object.values(ATTACHMENT_TYPES).map((ending) => `.${ending}`)].join(',');

export const isPicture = (type: AttachmentType): boolean => type.startsWith('image/');

/** `1.2 MB`, `640 KB`. */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1000;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${(kilobytes / 1000).toFixed(1).replace(/\.0$/, '')} MB`;
}
