import type { EventStatus, Light } from '@wangge/contracts';

/** Six marks for every status: always with a word beside it, never colour alone. */
export type Mark = 'waiting' | 'progress' | 'soon' | 'overdue' | 'done' | 'suspended';

export interface Look<Word extends string = string> {
  /** Key of the word in the common texts. */
  readonly word: Word;
  readonly mark: Mark;
  /** CSS values: of the mark, and of the words beside it. */
  readonly colour: string;
  readonly ink: string;
}

const STATUS_MARK = {
  reported: 'waiting',
  verifying: 'progress',
  filed: 'waiting',
  assigned: 'waiting',
  handling: 'progress',
  suspended: 'suspended',
  handled: 'waiting',
  checking: 'progress',
  'to-close': 'waiting',
  closed: 'done',
  rated: 'done',
  archived: 'done',
  rejected: 'waiting',
  cancelled: 'waiting',
  merged: 'waiting',
  'self-handled': 'done',
} as const satisfies Record<EventStatus, Mark>;

const LIGHT_MARK = {
  green: 'done',
  yellow: 'soon',
  red: 'overdue',
  paused: 'suspended',
  none: 'waiting',
} as const satisfies Record<Light, Mark>;

/** Where an event stands in the loop. */
export function statusLook(status: EventStatus): Look<`status.${EventStatus}`> {
  return look(`status.${status}`, STATUS_MARK[status]);
}

/** How its deadline stands. */
export function lightLook(light: Light): Look<`light.${Light}`> {
  return look(`light.${light}`, LIGHT_MARK[light]);
}

/** One mark for both, where there is room for one only (a map): the deadline wins when it presses. */
export function markerLook(status: EventStatus, light: Light): Look<`status.${EventStatus}` | `light.${Light}`> {
  return light === 'red' || light === 'yellow' ? lightLook(light) : statusLook(status);
}

function look<Word extends string>(word: Word, mark: Mark): Look<Word> {
  return { word, mark, colour: `var(--${mark})`, ink: `var(--${mark}-ink)` };
}
