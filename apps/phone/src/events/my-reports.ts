import { eventsApi } from '@wangge/contracts';
import { keyOf, type Reply } from '../data/replies';
import type { Phone } from '../session/phone';
import { myReports } from './event-questions';

/** Whether the worker reported this event, as far as the device knows: among the latest, or in the outbox. */
export function isMyReport(id: string, { outbox, replies }: Phone): boolean {
  if (outbox.items.some((item) => item.command.kind === 'report' && item.id === id)) return true;
  // Parsed by the contract when it came from the device, promised by the client when it came from the server.
  const latest = replies.entry(keyOf(...myReports())) as Reply<typeof eventsApi.list>;
  return latest.data?.items.some((event) => event.id === id) ?? false;
}
