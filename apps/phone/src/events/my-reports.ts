import type { eventsApi, EventStatus } from '@wangge/contracts';
import { keyOf, type Reply } from '../data/replies';
import type { Phone } from '../session/phone';
import { myReports } from './event-questions';

/** The state in which the device knows one of the worker's own reports; undefined where it is not his, as far as is known. */
export function knownStatus(id: string, { outbox, replies }: Phone): EventStatus | undefined {
  // Parsed by the contract when it came from the device, promised by the client when it came from the server.
  const latest = replies.entry(keyOf(...myReports())) as Reply<typeof eventsApi.list>;
  const listed = latest.data?.items.find((event) => event.id === id)?.status;
  const sent = outbox.items.some((item) => item.command.kind === 'report' && item.id === id);
  return listed ?? (sent ? 'reported' : undefined);
}
