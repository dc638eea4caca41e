import { eventsApi, type ErrorCode } from '@wangge/contracts';
import type { OutboxItem } from '@wangge/offline';
import type { Phone } from '../session/phone';

const STALE: readonly ErrorCode[] = ['record.stale', 'event.action-unavailable'];
const CLASS_CODES: readonly ErrorCode[] = ['class.unknown', 'class.retired'];

/**
 * Sends an item again. A step that was based on an older version is based on the present one, as long as it is
 * still possible; false where it is not.
 */
export async function sendAgain(phone: Phone, item: OutboxItem): Promise<boolean> {
  const { command, state } = item;
  const stale = state.name === 'attention' && STALE.includes(state.code);
  if (command.kind !== 'action' || !stale) {
    await phone.outbox.retry(item.id);
    return true;
  }
  try {
    const event = await phone.connection.call(eventsApi.get, { params: { id: command.eventId } });
    if (!event.availableActions.some(({ action }) => action === command.body.action)) return false;
    await phone.outbox.amend(item.id, { ...command, body: { ...command.body, version: event.version } });
  } catch {
    // Without an answer it goes out as it is, and says again what is in its way.
    await phone.outbox.retry(item.id);
  }
  return true;
}

export function needsClass({ state, accepted }: OutboxItem): boolean {
  return state.name === 'attention' && !accepted && CLASS_CODES.includes(state.code);
}

/** The desk will find the class: better than losing the report. */
export async function withoutClass({ outbox }: Phone, { id, command }: OutboxItem): Promise<void> {
  if (command.kind !== 'report') return;
  const { classCode: _dropped, ...body } = command.body;
  await outbox.amend(id, { kind: 'report', body });
}
