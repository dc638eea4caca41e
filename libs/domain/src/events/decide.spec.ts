import { describe, expect, test } from '@jest/globals';
import type { ActOnEvent, EventAction, EventStatus } from '@wangge/contracts';
import { EventStatus as EventStatuses } from '@wangge/contracts';
import fc from 'fast-check';
import { RuleError } from '../rule-error.js';
import { calendarFrom } from '../time/working-calendar.js';
import { decide, submit } from './decide.js';
import type { Outcome, StepContext } from './step-context.js';
import { type EventState, NOTHING_YET } from './event-state.js';
import { statusRule } from './event-statuses.js';
import { SIDE_FLOWS } from './side-flows.js';
import { actionRule, EVENT_ACTIONS, stateAfter } from './workflow.js';
import { ROLE_PERMISSIONS } from '../access/roles.js';

const calendar = calendarFrom([]);
const HANDLER = '01890000-0000-7000-8000-000000000001';
const CHECKER = '01890000-0000-7000-8000-000000000002';
const CITY = { id: '01890000-0000-7000-8000-00000000000a', name: '市政设施维护中心' };
const DRAINS = { id: '01890000-0000-7000-8000-00000000000b', name: '排水管护所' };
const CONDITION = {
  id: 'yc-0002',
  classCode: '01003',
  filing: '破损超过 25 cm²',
  closing: '更换或修复',
  limit: { text: '4工作时', basis: 'working' as const, minutes: 240 },
  fromStandard: true,
};

const draft: EventState = {
  ...NOTHING_YET,
  id: '01890000-0000-7000-8000-0000000000ff',
  number: '20260612-0087',
  title: '雨水井盖异常',
  description: '缺了一角',
  place: '',
  lng: 130.97,
  lat: 45.3,
  located: 'inside',
  distance: 0,
  districtCode: '230302',
  streetCode: '230302001',
  communityCode: '230302001003',
  gridCode: '230302001003002',
  classCode: '01003',
  source: 'worker',
  urgency: 'normal',
  deskCode: '230302',
  reportedBy: CHECKER,
  occurredAt: '2026-06-12T08:16:00.000Z',
  reportedAt: '2026-06-12T08:16:00.000Z',
};

const desk = { accountId: '01890000-0000-7000-8000-0000000000d0', name: '受理员' };
const at = (minutes: number) => new Date(Date.parse(draft.reportedAt) + minutes * 60_000).toISOString();
const begin = () => submit(draft, { actor: desk, at: at(0), calendar });

type Input = { [A in ActOnEvent['action']]: Omit<Extract<ActOnEvent, { action: A }>, 'version' | 'commandId'> }[ActOnEvent['action']];
function act(event: EventState, input: Input, minutes: number, more: Partial<StepContext> = {}): Outcome {
  const command = { ...input, version: event.version } as ActOnEvent;
  return decide(event, command, { actor: desk, at: at(minutes), calendar, ...more });
}
const filed = () => act(begin().event, { action: 'file', conditionId: CONDITION.id }, 10, { condition: CONDITION }).event;
const assigned = (department = CITY) => act(filed(), { action: 'dispatch', departmentId: department.id }, 15, { department }).event;
const handled = () => {
  const handling = act(assigned(), { action: 'accept' }, 20).event;
  return act(handling, { action: 'finish', note: '已更换', photos: [] }, 60, { actor: { accountId: HANDLER, name: '处置员' } }).event;
};
const checking = () => act(handled(), { action: 'send-check' }, 61, { assignee: { accountId: CHECKER, name: '网格员' } }).event;
const refusal = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof RuleError) return error.code;
    throw error;
  }
  return undefined;
};

describe('the table of the loop', () => {
  test('every state is reached from a report', () => {
    const seen = new Set<EventStatus>(['reported']);
    for (const status of seen) {
      for (const rule of Object.values(EVENT_ACTIONS)) {
        if ((rule.from as readonly EventStatus[]).includes(status)) seen.add(rule.to === 'same' ? status : rule.to);
      }
    }
    expect([...seen].sort()).toEqual([...EventStatuses.options].sort());
  });

  test('every open state has a way on', () => {
    const stuck = EventStatuses.options.filter(
      (status) => statusRule(status).open && !(Object.keys(EVENT_ACTIONS) as EventAction[]).some((action) => actionRule(action).to !== 'same' && actionRule(action).from.includes(status)),
    );
    expect(stuck).toEqual([]);
  });
});

describe('the small flows beside it', () => {
  test.each(Object.entries(SIDE_FLOWS))('%s: every state is reached, and every step is one of the loop’s table', (name, { start, steps }) => {
    const rules = Object.entries(steps);
    const reached = new Set([start]);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const [, { from, to }] of rules) if (from.some((state) => reached.has(state))) for (const state of to) reached.add(state);
    }
    for (const [, { from }] of rules) for (const state of from) expect(reached).toContain(state);
    const inTable = (Object.keys(EVENT_ACTIONS) as EventAction[]).filter((action) => actionRule(action).flow === name);
    expect(rules.map(([action]) => action).sort()).toEqual(inTable.sort());
  });

  test('every permission of the table is some role’s', () => {
    const granted = new Set<string>(Object.values(ROLE_PERMISSIONS).flat());
    const missing = (Object.keys(EVENT_ACTIONS) as EventAction[]).filter((action) => !granted.has(actionRule(action).permission));
    expect(missing).toEqual([]);
    expect(stateAfter('urge', 'checking')).toBe('checking');
  });
});

describe('the clocks of a case', () => {
  test('a report has fifteen minutes to be accepted', () => {
    expect(begin().event).toMatchObject({ dueAt: at(15), yellowAt: at(12), overdue: false });
  });

  test('filing starts the limit of its condition and the minutes for dispatching', () => {
    const event = filed();
    expect(event.handlingClock).toMatchObject({ state: 'running', limitMinutes: 240, startedAt: at(10) });
    expect(event.dueAt).toBe(at(25));
  });

  test('after dispatch the deadline is the condition’s, in working time', () => {
    // Friday 16:26 + 4 working hours: 94 minutes until 18:00, the other 146 from Monday 08:00.
    expect(assigned().dueAt).toBe('2026-06-15T02:26:00.000Z');
  });

  test('a verification holds the accept clock, which goes on with the rest', () => {
    const assignee = { accountId: CHECKER, name: '网格员' };
    const verifying = act(begin().event, { action: 'send-verify' }, 4, { assignee }).event;
    expect(verifying.dueAt).toBe(at(34));
    const back = act(verifying, { action: 'verify', verification: 'exists', photos: [] }, 20).event;
    expect(back).toMatchObject({ status: 'reported', dueAt: at(31), assigneeId: null });
  });

  test('a returned case pauses, and goes on with the same department', () => {
    const returned = act(assigned(), { action: 'return', reason: '不归我们管' }, 40).event;
    expect(returned.handlingClock?.state).toBe('paused');
    expect(refusal(() => act(returned, { action: 'dispatch', departmentId: CITY.id }, 50, { department: CITY }))).toBe('event.reason-needed');
    const same = act(returned, { action: 'dispatch', departmentId: CITY.id, note: '就是你们的' }, 50, { department: CITY }).event;
    expect(same.handlingClock).toMatchObject({ state: 'running', usedMinutes: 30 });
  });

  test('a returned case starts afresh with another department', () => {
    const returned = act(assigned(), { action: 'return', reason: '不归我们管' }, 40).event;
    const other = act(returned, { action: 'dispatch', departmentId: DRAINS.id }, 50, { department: DRAINS }).event;
    expect(other.handlingClock).toMatchObject({ state: 'running', usedMinutes: 0, startedAt: at(50) });
  });

  test('finishing stops the limit, a failed check lets it go on with the rest and counts a rework', () => {
    expect(handled().handlingClock).toMatchObject({ state: 'stopped', usedMinutes: 50 });
    const rework = act(checking(), { action: 'check-fail', reason: '没修好', photos: [] }, 70, {
      actor: { accountId: CHECKER, name: '网格员' },
    }).event;
    expect(rework).toMatchObject({ status: 'handling', reworkCount: 1, departmentId: CITY.id });
    expect(rework.handlingClock).toMatchObject({ state: 'running', usedMinutes: 50 });
  });

  test('a suspended case has no deadline and may be suspended once', () => {
    const handling = act(assigned(), { action: 'accept' }, 20).event;
    const suspended = act(handling, { action: 'suspend', reason: '等配件', until: at(10_000) }, 30).event;
    expect(suspended).toMatchObject({ status: 'suspended', dueAt: null, suspendedUntil: at(10_000) });
    const resumed = act(suspended, { action: 'resume' }, 40).event;
    expect(refusal(() => act(resumed, { action: 'suspend', reason: '再等等', until: at(10_000) }, 50))).toBe('event.action-unavailable');
  });
});

describe('the guards', () => {
  test('the handler does not check his own work', () => {
    const self = { accountId: HANDLER, name: '处置员' };
    expect(refusal(() => act(handled(), { action: 'send-check' }, 61, { assignee: self }))).toBe('event.same-person');
    expect(refusal(() => act(checking(), { action: 'check-pass', photos: [] }, 70, { actor: self }))).toBe('event.same-person');
  });

  test('a condition of another class is refused', () => {
    const other = { ...CONDITION, classCode: '06010' };
    expect(refusal(() => act(begin().event, { action: 'file', conditionId: 'x' }, 5, { condition: other }))).toBe('condition.other-class');
  });

  test('a case returned twice is not dispatched again: the desk decides who has to take it', () => {
    let event = assigned();
    for (const minute of [30, 40]) {
      event = act(event, { action: 'return', reason: '不归我们管' }, minute).event;
      if (minute === 30) event = act(event, { action: 'dispatch', departmentId: DRAINS.id }, 35, { department: DRAINS }).event;
    }
    const again = { action: 'dispatch', departmentId: CITY.id, note: '请接' } as const;
    expect(refusal(() => act(event, again, 60, { department: CITY }))).toBe('event.returned-too-often');
    const ruled = act(event, { action: 'arbitrate', departmentId: CITY.id, reason: '按权责清单' }, 60, { department: CITY }).event;
    expect(ruled).toMatchObject({ status: 'assigned', departmentId: CITY.id, lastDepartmentId: null });
    expect(refusal(() => act(ruled, { action: 'return', reason: '还是不归' }, 70))).toBe('event.returned-too-often');
  });

  test('merging asks for another open event nearby', () => {
    const { event } = begin();
    const target = { id: HANDLER, number: '20260612-0001', status: 'handling' as const, lng: draft.lng, lat: draft.lat + 0.001 };
    expect(act(event, { action: 'merge', targetId: target.id }, 5, { target }).event.mergedInto).toBe(target.id);
    for (const wrong of [{ ...target, id: event.id }, { ...target, status: 'closed' as const }, { ...target, lat: draft.lat + 0.02 }]) {
      expect(refusal(() => act(event, { action: 'merge', targetId: wrong.id }, 5, { target: wrong }))).toBe('event.merge-target');
    }
  });

  test('a suspension ends within a year and not in the past', () => {
    const handling = act(assigned(), { action: 'accept' }, 20).event;
    for (const until of [at(0), at(367 * 24 * 60 + 60)]) {
      expect(refusal(() => act(handling, { action: 'suspend', reason: '等等看', until }, 30))).toBe('event.until-invalid');
    }
  });
});

describe('the counters', () => {
  test('the sum of all increments is the event as it stands, whatever way it went', () => {
    const steps = fc.array(fc.record({ action: fc.constantFrom(...(Object.keys(EVENT_ACTIONS) as EventAction[])), wait: fc.integer({ min: 1, max: 3000 }) }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(steps, (path) => {
        const first = begin();
        let event = first.event;
        let minutes = 0;
        const sums = new Map<string, number>();
        const add = ({ deltas }: Pick<Outcome, 'deltas'>) => {
          for (const delta of deltas) sums.set(delta.measure, (sums.get(delta.measure) ?? 0) + delta.count);
        };
        add(first);
        for (const { action, wait } of path) {
          minutes += wait;
          try {
            const outcome = act(event, anyInput(action, at(minutes + 10_000)), minutes, everything);
            event = outcome.event;
            add(outcome);
          } catch (error) {
            if (!(error instanceof RuleError)) throw error;
          }
        }
        for (const status of EventStatuses.options) {
          expect(sums.get(`in:${status}`) ?? 0).toBe(event.status === status && statusRule(status).open ? 1 : 0);
          expect(sums.get(`overdue:${status}`) ?? 0).toBe(event.status === status && event.overdue ? 1 : 0);
        }
        expect(sums.get('closed') ?? 0).toBe(event.closedAt !== null && event.status !== 'self-handled' ? 1 : 0);
        expect(sums.get('due') ?? 0).toBe(event.countedDue ? 1 : 0);
        expect(sums.get('judged') ?? 0).toBe(event.countedDue && !event.excused ? 1 : 0);
        expect(sums.get('extended') ?? 0).toBe(event.extendCount);
        expect(sums.get('suspended') ?? 0).toBe(event.suspendCount);
        expect(sums.get('returned') ?? 0).toBe(event.returnCount);
        const [closed = 0, onTime = 0, late = 0] = ['closed', 'closed-on-time', 'closed-late'].map((key) => sums.get(key));
        expect(onTime + late + (event.excused ? 1 : 0)).toBe(closed);
      }),
      { numRuns: 300 },
    );
  });
});

const everything: Partial<StepContext> = {
  actor: { ...desk, departmentIds: [DRAINS.id] },
  condition: CONDITION,
  department: CITY,
  departments: [DRAINS],
  desk: { code: '230302', name: '鸡冠区' },
  assignee: { accountId: CHECKER, name: '网格员' },
  target: { id: HANDLER, number: '20260612-0001', status: 'handling', lng: draft.lng, lat: draft.lat },
};

function anyInput(action: EventAction, until: string): Input {
  const fields = { note: '说明', reason: '原因', photos: [], conditionId: CONDITION.id, departmentId: CITY.id, targetId: HANDLER };
  const flows = { verdict: 'approve', ruling: 'overrule', level: 'level-2', replyBy: until, assistKind: 'emergency', departmentIds: [DRAINS.id], assistNo: 1 };
  return { ...fields, ...flows, action, until, verification: 'exists', conditionMet: true, score: 5 } as unknown as Input;
}
