import { ATTACHMENT_TYPES, type AttachmentType } from '@wangge/contracts';

const MOST_CHARACTERS = 100;

/** Controls, what turns the direction of reading around (`gnp.exe` shown as `exe.png`), and halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** What no file system or header takes. */
const FORBIDDEN = /[<>:"|?*;%]/g;
/** Names that a system takes for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * What a file may be called when it is given back: the last part of a path, of letters one can see, and with the ending
 * of what it really is, so that nothing that runs can pass for a picture.
 */
export function safeFileName(given: string, type: AttachmentType): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const ending = ATTACHMENT_TYPES[type];
  const visible = last.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '').replace(/\s+/g, ' ').normalize('NFC');
  const stem = withoutEnding(visible, ending).replace(/^[.\s-]+|[.\s]+$/g, '');
  const short = Array.from(stem).slice(0, MOST_CHARACTERS).join('').replace(/[.\s]+$/, '');
  return `${short === '' || DEVICE.test(short) ? `file${short && `-${short}`}` : short}.${ending}`;
}

const SAME: Readonly<Record<string, readonly string[]>> = { jpg: ['jpg', 'jpeg', 'png', 'webp'], png: ['png'], webp: ['webp'] };

/** Pictures are kept as JPEG: the ending they came with is no part of the name. */
function withoutEnding(name: string, ending: string): string {
  const endings = SAME[ending] ?? [ending];
  const found = endings.find((each) => name.toLowerCase().endsWith(`.${each}`));
  return found === undefined ? name : name.slice(0, -(found.length + 1));
}
