import type { Light } from '@wangge/contracts';
import { lightAt } from '../time/light.js';
import type { EventState } from './event-state.js';

/** An event's colour now: by the running clock, or `paused` where the limit stands still. */
export function eventLight(event: Pick<EventState, 'status' | 'dueAt' | 'yellowAt'>, now: string): Light {
  return event.status === 'suspended' ? 'paused' : lightAt(now, event);
}
