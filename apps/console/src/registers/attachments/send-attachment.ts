import { sha256Of } from '@wangge/api-client';
import { type AttachmentType, filesApi, registerAttachmentsApi } from '@wangge/contracts';
import { client } from '../../data/client';
import { isWorthRetrying } from '../../data/errors';

export interface Sending {
  /** The attachment's id: sent again after a failure, it is the same one. */
  readonly id: string;
  readonly file: File;
  readonly kind: string;
  readonly type: AttachmentType;
}

/** Small enough that progress is seen, and that a lost network costs little. */
const PART = 1_000_000;
const TRIES = 4;

/** Declares a file and brings its content part by part; what has arrived is not sent again. */
export async function sendAttachment(
  record: { readonly register: string; readonly id: string },
  { id, file, kind, type }: Sending,
  onProgress: (share: number) => void,
): Promise<void> {
  const sha256 = await sha256Of(file);
  const body = { id, kind, name: file.name.slice(-255), type, bytes: file.size, sha256 };
  await client.call(registerAttachmentsApi.declare, { params: { register: record.register, id: record.id }, body });
  let { received, ready } = await client.call(filesApi.state, { params: { sha256 } });
  let failed = 0;
  while (!ready) {
    try {
      const part = file.slice(received, received + PART);
      ({ received, ready } = await client.upload(filesApi.put, { params: { sha256 }, query: { offset: received } }, part));
      failed = 0;
    } catch (error) {
      failed += 1;
      if (failed === TRIES || !isWorthRetrying(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** failed));
      ({ received, ready } = await client.call(filesApi.state, { params: { sha256 } }));
    }
    onProgress(received / file.size);
  }
}
