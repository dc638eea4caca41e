import type { collectionsApi, FillItem } from '@wangge/contracts';
import type { OutboxItem } from '@wangge/offline';
import type { Reply } from '../data/replies';
import { useOutbox } from '../data/use-outbox';
import { useReply } from '../data/use-reply';
import { onePart } from './fill-questions';

export interface OpenPart {
  readonly reply: Reply<typeof collectionsApi.part>;
  /** Without those that are filled in on this phone already. */
  readonly open: readonly FillItem[];
  /** How many of them wait in the outbox. */
  readonly waiting: number;
}

export function usePart(id: string): OpenPart {
  const reply = useReply(...onePart(id));
  const sent = useOutbox().filter(({ command }) => command.kind === 'fill' && command.partId === id);
  const isFilled = (item: FillItem) => sent.some((each) => fills(each, item, reply.at));
  const open = (reply.data?.open ?? []).filter((item) => !isFilled(item));
  return { reply, open, waiting: sent.filter(({ state }) => state.name !== 'delivered').length };
}

/** What was delivered before the server was asked is in its answer: where something is still missing, it was not filled in. */
function fills({ command, state }: OutboxItem, { record }: FillItem, askedAt: string | undefined): boolean {
  if (command.kind !== 'fill' || command.body.recordId !== record.id) return false;
  if (state.name === 'delivered') return askedAt === undefined || Date.parse(state.at) > Date.parse(askedAt);
  return state.name !== 'attention';
}
