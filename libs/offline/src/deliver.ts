import { ApiError } from '@wangge/api-client';
import type { ErrorCode } from '@wangge/contracts';
import { failureOf, type Failure } from './failure.js';
import type { OutboxItem, PhotoProgress } from './item.js';
import { accepted, delivered, photoArrived } from './item-state.js';
import type { Transport } from './transport.js';

export interface DeliveryTools {
  readonly transport: Transport;
  /** The content of one of the item's photos. */
  readonly content: (sha256: string) => Promise<Blob | undefined>;
  /** Keeps what has been reached before going on, so that a killed page loses none of it. */
  readonly save: (change: (item: OutboxItem) => OutboxItem) => Promise<void>;
  readonly now: () => string;
}

/** Small enough that a weak signal carries one before it breaks. */
export const CHUNK_BYTES = 256 * 1024;

/** One try to bring an item to the server, from where the last one stopped. Returns why it ended early. */
export async function deliver(item: OutboxItem, tools: DeliveryTools): Promise<Failure | undefined> {
  const tries = item.state.name === 'sending' ? item.state.tries : 0;
  let photo: string | null = null;
  try {
    if (!item.accepted) {
      const { number } = await tools.transport.command(item.command);
      await tools.save((current) => accepted(current, number));
    }
    for (const progress of item.photos.filter(({ ready }) => !ready)) {
      photo = progress.declaration.sha256;
      await bringPhoto(progress, tools);
    }
  } catch (error) {
    return failureOf(error, photo, tries);
  }
  await tools.save((current) => delivered(current, tools.now()));
  return undefined;
}

/** Sends what the server does not have yet. */
async function bringPhoto(
  { declaration: { sha256 } }: PhotoProgress,
  { transport, content, save }: DeliveryTools,
): Promise<void> {
  const known = await transport.fileState(sha256);
  await save((current) => photoArrived(current, known));
  if (known.ready) return;
  const blob = await content(sha256);
  if (!blob) throw refusal('file.incomplete');
  let file = known;
  while (!file.ready) {
    const chunk = blob.slice(file.received, file.received + CHUNK_BYTES);
    const next = await transport.putFile(sha256, file.received, chunk);
    await save((current) => photoArrived(current, next));
    // All bytes are there and the photo is still not taken: asking again at once would never end.
    if (!next.ready && next.received <= file.received) throw refusal('file.incomplete');
    file = next;
  }
}

function refusal(code: ErrorCode): ApiError {
  return new ApiError({ type: 'about:blank', title: code, status: 409, code });
}
