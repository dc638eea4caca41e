import type { EventAction } from '@wangge/contracts';
import type { EventState } from './event-state.js';

/** What the indicators of the field count beside the main flow (DOMAIN: indicators). Each is counted once where it happens. */
export type FlowMeasure =
  | 'filed-from-workers'
  | 'filed-from-public'
  | 'filed-on-time'
  | 'rejected'
  | 'dispatched'
  | 'accepted'
  | 'returned'
  | 'suspended'
  /** 应处置: handled for the first time, or its handling limit passed before that. */
  | 'handling-due'
  | 'handled-on-time'
  | 'verify-sent'
  | 'verified'
  | 'verified-on-time'
  | 'check-sent'
  | 'checked'
  | 'checked-on-time'
  | 'rated'
  | 'satisfied';

/** From four stars on, whoever rates is content. */
const SATISFIED_FROM = 4;

/** The measures that one step adds one to. */
export function stepFlows(
  before: EventState | null,
  after: EventState,
  action: EventAction | 'overdue',
  at: string,
): FlowMeasure[] {
  if (!before) return [];
  return [...ofAction(before, after, action, at), ...ofHandling(before, after, action)];
}

function ofAction(before: EventState, after: EventState, action: EventAction | 'overdue', at: string): readonly FlowMeasure[] {
  const inTime = isInTime(before, at);
  switch (action) {
    case 'file':
      return inTime ? ['filed-on-time', ...filedFrom(after)] : filedFrom(after);
    case 'reject':
      return ['rejected'];
    case 'dispatch':
    case 'arbitrate':
      return ['dispatched'];
    case 'accept':
      return ['accepted'];
    case 'return':
      return ['returned'];
    case 'suspend':
      return ['suspended'];
    case 'send-verify':
      return ['verify-sent'];
    case 'verify':
      return inTime ? ['verified', 'verified-on-time'] : ['verified'];
    case 'send-check':
      return ['check-sent'];
    case 'check-pass':
    case 'check-fail':
      return inTime ? ['checked', 'checked-on-time'] : ['checked'];
    case 'rate':
      return (after.rating ?? 0) >= SATISFIED_FROM ? ['rated', 'satisfied'] : ['rated'];
    default:
      return [];
  }
}

function filedFrom({ source }: EventState): readonly FlowMeasure[] {
  if (source === 'worker') return ['filed-from-workers'];
  return source === 'resident' ? ['filed-from-public'] : [];
}

/** Whether the clock of the stage that ends here had time left. */
const isInTime = ({ dueAt }: EventState, at: string): boolean => dueAt === null || Date.parse(at) <= Date.parse(dueAt);

/** A case is due for handling once: what is done again after a failed check counts as rework and not here. */
function ofHandling(before: EventState, after: EventState, action: EventAction | 'overdue'): readonly FlowMeasure[] {
  if (before.handledAt !== null) return [];
  const isLate = after.countedDue && after.status !== 'closed';
  if (isLate) return before.countedDue ? [] : ['handling-due'];
  return action === 'finish' ? ['handling-due', 'handled-on-time'] : [];
}
