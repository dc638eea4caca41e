import { filesApi } from '@wangge/contracts';
import { client } from '../../data/client';
import { isWorthRetrying } from '../../data/errors';
import type { ChosenPhoto } from './step-values';

const TRIES = 4;

/** Sends the contents of declared photos one after the other. Sent again, a photo changes nothing. */
export async function uploadPhotos(photos: readonly ChosenPhoto[], onArrived: (count: number) => void): Promise<void> {
  for (const [index, photo] of photos.entries()) {
    await upload(photo, 1);
    onArrived(index + 1);
  }
}

async function upload(photo: ChosenPhoto, attempt: number): Promise<void> {
  try {
    await client.upload(filesApi.put, { params: { sha256: photo.declaration.sha256 } }, photo.content);
  } catch (error) {
    if (attempt >= TRIES || !isWorthRetrying(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt));
    await upload(photo, attempt + 1);
  }
}
