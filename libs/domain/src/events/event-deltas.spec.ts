import { describe, expect, test } from '@jest/globals';
import { EventStatus } from '@wangge/contracts';
import { deltasBetween } from './event-deltas.js';
import type { EventState } from './event-state.js';
import { STAGE_OF } from './stages.js';
import { statusRule } from './event-statuses.js';

const CLOCK = { usedMinutes: 90.4, limitMinutes: 240 } as NonNullable<EventState['handlingClock']>;
const event = {
  status: 'reported',
  classCode: null,
  departmentId: null,
  source: 'worker',
  overdue: false,
  countedDue: false,
  handlingClock: null,
  reportedAt: '2026-06-11T15:59:00.000Z',
} as Partial<EventState> as EventState;
const only = (measure: string, deltas: ReturnType<typeof deltasBetween>) => deltas.filter((delta) => delta.measure === measure);

describe('what a step adds to the counters', () => {
  test('stands on the local day and hour', () => {
    const [reported] = only('reported', deltasBetween(null, event, 'submit', event.reportedAt));
    expect(reported).toMatchObject({ day: '2026-06-11', hour: 23, classCode: null, count: 1 });
    const [filed] = only('filed', deltasBetween(event, { ...event, status: 'filed' }, 'file', '2026-06-11T16:00:00.000Z'));
    expect(filed).toMatchObject({ day: '2026-06-12', hour: 0 });
  });

  test('moves a report to the class it is filed under, on the day it was reported', () => {
    const after = { ...event, status: 'filed' as const, classCode: '01001' };
    expect(only('reported', deltasBetween(event, after, 'file', '2026-06-12T01:00:00.000Z'))).toEqual([
      expect.objectContaining({ day: '2026-06-11', hour: 23, classCode: null, count: -1 }),
      expect.objectContaining({ day: '2026-06-11', hour: 23, classCode: '01001', count: 1 }),
    ]);
    const same = { ...event, classCode: '01001' };
    expect(only('reported', deltasBetween(same, after, 'file', '2026-06-12T01:00:00.000Z'))).toEqual([]);
  });

  test('counts a stage as left when the next one begins, not within it', () => {
    const left = (from: EventStatus, to: EventStatus) =>
      deltasBetween({ ...event, status: from }, { ...event, status: to }, 'accept', event.reportedAt)
        .map(({ measure }) => measure)
        .filter((measure) => measure.startsWith('left:'));
    expect(left('reported', 'verifying')).toEqual([]);
    expect(left('verifying', 'reported')).toEqual([]);
    expect(left('assigned', 'handling')).toEqual([]);
    expect(left('reported', 'merged')).toEqual(['left:accept']);
    expect(left('handling', 'suspended')).toEqual(['left:handle']);
    expect(left('closed', 'handling')).toEqual([]);
  });

  test('keeps the time used beside the limit when something is handled', () => {
    const after = { ...event, status: 'handled' as const, handlingClock: CLOCK };
    const deltas = deltasBetween({ ...event, status: 'handling' }, after, 'finish', event.reportedAt);
    expect([only('handled', deltas)[0]?.minutes, only('handled-limit', deltas)[0]?.minutes]).toEqual([90, 240]);
  });
});

test('exactly the open states stand in a stage', () => {
  for (const status of EventStatus.options)
    expect([status, STAGE_OF[status] !== null]).toEqual([status, statusRule(status).open]);
});
