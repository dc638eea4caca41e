import type { EventStatus, Light } from '@wangge/contracts';

/** What a mark tells by its form: ○ waiting, ◐ progress, △ soon, ▲ overdue, ● done, ‖ suspended. */
export type StatusShape = 'waiting' | 'progress' | 'soon' | 'overdue' | 'done' | 'suspended';

/** From the most to the least pressing: of several marks on one spot the first is drawn. */
export const SHAPES_BY_URGENCY = [
  'overdue',
  'soon',
  'waiting',
  'progress',
  'suspended',
  'done',
] as const satisfies readonly StatusShape[];

const CALM_SHAPE = {
  reported: 'waiting',
  verifying: 'waiting',
  filed: 'progress',
  assigned: 'progress',
  handling: 'progress',
  suspended: 'suspended',
  handled: 'progress',
  checking: 'progress',
  'to-close': 'progress',
  closed: 'done',
  rated: 'done',
  rejected: 'done',
  cancelled: 'done',
  merged: 'done',
  'self-handled': 'done',
} as const satisfies Record<EventStatus, StatusShape>;

/** The deadline's light speaks only while a clock can still run: an ended or suspended event keeps its own shape. */
export function shapeOf(status: EventStatus, light: Light): StatusShape {
  const calm = CALM_SHAPE[status];
  if (calm === 'done' || calm === 'suspended') return calm;
  if (light === 'red') return 'overdue';
  return light === 'yellow' ? 'soon' : calm;
}

export function urgencyOf(shape: StatusShape): number {
  return SHAPES_BY_URGENCY.indexOf(shape);
}
