import { sha256Of } from '@wangge/api-client';
import { PhotoDeclaration } from '@wangge/contracts';
import type { CommonKey } from '@wangge/texts';
import type { ChosenPhoto } from './step-values';

export const MOST_PHOTOS = 9;
const MOST_BYTES = 25_000_000;

export type Choice = { readonly photo: ChosenPhoto } | { readonly fault: CommonKey; readonly name: string };

/** Reads a chosen file as far as its declaration needs. Whether it really is a photo is for the server to see. */
export async function choosePhoto(file: File): Promise<Choice> {
  if (file.size > MOST_BYTES) return { fault: 'error.file.too-large', name: file.name };
  const declaration = PhotoDeclaration.safeParse({ sha256: await sha256Of(file), bytes: file.size, type: file.type });
  if (!declaration.success) return { fault: 'error.file.not-an-image', name: file.name };
  return { photo: { content: file, preview: URL.createObjectURL(file), declaration: declaration.data } };
}
