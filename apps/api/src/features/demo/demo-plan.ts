import type { FilingCondition } from '@wangge/contracts';
import type { Actor, EventState, WorkingCalendar } from '@wangge/domain';
import type { Scene } from './demo-scenes.js';

/** What one event of the demo shows beside the road; most show nothing. */
export type DemoFlow = 'extension' | 'refused-extension' | 'supervision' | 'assist' | 'refused-assist' | 'desks' | 'urge';

/** The people of one event's life. */
export interface Cast {
  readonly reporter: Actor;
  readonly desk: Actor;
  readonly dispatcher: Actor;
  readonly handler: Actor;
  readonly checker: { readonly accountId: string; readonly name: string };
  readonly department: { readonly id: string; readonly name: string };
  readonly leader: Actor;
  /** Of the department, where somebody can sign in as him. */
  readonly headId: string | null;
  /** Another department, which may be called to help. */
  readonly helper: { readonly id: string; readonly name: string };
  readonly streetName: string;
  readonly streetDeskId: string | null;
}
export interface LifePlan {
  readonly draft: EventState;
  readonly scene: Scene;
  readonly condition: FilingCondition;
  readonly cast: Cast;
  readonly calendar: WorkingCalendar;
  /** Somebody is on the spot at once: minutes, whatever the hour. */
  readonly urgent: boolean;
  /** Left for somebody to do by hand: the story ends where the check is his. */
  readonly leaveCheck: boolean;
  readonly flow: DemoFlow | undefined;
  /** Nothing happens after it. */
  readonly now: string;
}
