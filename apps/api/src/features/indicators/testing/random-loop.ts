import type { ActOnEvent, EventAction, EventStatus } from '@wangge/contracts';
import {
  actionRule,
  becomeOverdue,
  chainOf,
  decide,
  EVENT_ACTIONS,
  type EventState,
  type LogEntry,
  type Outcome,
  RuleError,
  type StepContext,
  submit,
  type WorkingCalendar,
  NOTHING_YET,
} from '@wangge/domain';
import { v7 as uuid } from 'uuid';

export const CITY_WORKS = '01999999-0000-7000-9000-000000000001';
const DRAINS = '01999999-0000-7000-9000-000000000002';
export const DEPARTMENTS = [CITY_WORKS, DRAINS] as const;
const HANDLER = '01999999-0000-7000-8000-000000000001';
const CHECKER = '01999999-0000-7000-8000-000000000002';
export const TYPED_WORDS = '请联系王小明13800001234';

/** One choice of a way through the loop: which of the possible actions, and after how long. */
export interface Choice {
  readonly pick: number;
  readonly minutes: number;
}
/** A step as it is to be stored: nobody acts when a deadline passes. */
export interface Step extends Pick<Outcome, 'event' | 'deltas'> {
  readonly isFirst: boolean;
  readonly entry?: LogEntry;
}

/** Two of three choices follow the main way, so that many events come to its end. */
const MAIN_WAY: Partial<Record<EventStatus, EventAction>> = {
  reported: 'file',
  filed: 'dispatch',
  assigned: 'accept',
  handling: 'finish',
  handled: 'send-check',
  checking: 'check-pass',
  'to-close': 'close',
};
const ACTIONS = Object.keys(EVENT_ACTIONS) as EventAction[];
const actor = { accountId: HANDLER, name: '王小明', departmentIds: [...DEPARTMENTS] };

/** An event that takes what way the choices say, through the product's own rules, until an instant. */
export function walk(
  gridCode: string,
  classCode: string | null,
  from: string,
  until: string,
  choices: readonly Choice[],
  calendar: WorkingCalendar,
): Step[] {
  const first = submit(draft(gridCode, classCode, from), { actor, at: from, calendar });
  const steps: Step[] = [{ ...first, isFirst: true }];
  let { event } = first;
  let now = Date.parse(from);
  const pass = (to: number) => {
    const due = event.dueAt === null ? Number.NaN : Date.parse(event.dueAt);
    const late = due <= to ? becomeOverdue(event, new Date(Math.max(due, now)).toISOString()) : null;
    if (late) steps.push({ ...late, isFirst: false });
    event = late?.event ?? event;
    now = to;
  };
  for (const { pick, minutes } of choices) {
    const at = now + minutes * 60_000;
    if (at >= Date.parse(until)) break;
    pass(at);
    const outcome = step(event, pick, new Date(at).toISOString(), calendar);
    if (!outcome) continue;
    event = outcome.event;
    steps.push({ ...outcome, isFirst: false });
  }
  pass(Date.parse(until));
  return steps;
}

function step(event: EventState, pick: number, at: string, calendar: WorkingCalendar): Outcome | undefined {
  const possible = ACTIONS.filter((action) => actionRule(action).from.includes(event.status));
  const main = pick % 3 === 0 ? undefined : MAIN_WAY[event.status];
  const action = main ?? possible[pick % Math.max(1, possible.length)];
  if (!action) return undefined;
  const departmentId = DEPARTMENTS[pick % 2] ?? CITY_WORKS;
  const classCode = ['01001', '06010'][pick % 2] ?? '01001';
  const context: StepContext = {
    actor: event.status === 'checking' ? { ...actor, accountId: CHECKER } : actor,
    at,
    calendar,
    classCode,
    condition: {
      id: 'yc-1',
      classCode,
      filing: '',
      closing: '',
      limit: { text: '4工作时', basis: 'working', minutes: 240 },
      fromStandard: true,
    },
    department: { id: departmentId, name: '部门' },
    departments: DEPARTMENTS.filter((id) => id !== event.departmentId).map((id) => ({ id, name: '部门' })),
    desk: { code: event.gridCode.slice(0, event.deskCode.length === 6 ? 9 : 6), name: '受理台' },
    assignee: { accountId: CHECKER, name: '网格员' },
    target: { id: uuid(), number: '1', status: 'handling', lng: event.lng, lat: event.lat },
  };
  const until = new Date(Date.parse(at) + 24 * 3_600_000).toISOString();
  const fields = {
    note: TYPED_WORDS,
    reason: TYPED_WORDS,
    photos: [],
    until,
    verification: 'exists',
    conditionMet: true,
    score: 5,
    verdict: pick % 5 === 0 ? 'refuse' : 'approve',
    ruling: pick % 2 === 0 ? 'uphold' : 'overrule',
    level: 'level-1',
    replyBy: until,
    assistKind: 'emergency',
    departmentIds: DEPARTMENTS.filter((id) => id !== event.departmentId),
    assistNo: event.assists.find(({ state, score }) => state !== 'released' && score === null)?.no ?? 1,
  };
  try {
    return decide(event, { ...fields, action, departmentId, version: event.version } as unknown as ActOnEvent, context);
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

let serial = 0;
function draft(gridCode: string, classCode: string | null, at: string): EventState {
  serial += 1;
  return {
    ...chainOf(gridCode),
    ...REPORTED_HERE,
    id: uuid(),
    number: `20260612-${String(serial).padStart(4, '0')}`,
    title: TYPED_WORDS,
    description: TYPED_WORDS,
    place: TYPED_WORDS,
    deskCode: gridCode.slice(0, 6),
    classCode,
    occurredAt: at,
    reportedAt: at,
  };
}

const REPORTED_HERE = {
  ...NOTHING_YET,
  lng: 130.97,
  lat: 45.3,
  located: 'inside',
  distance: 0,
  source: 'worker',
  urgency: 'normal',
  reportedBy: HANDLER,
} as const satisfies Partial<EventState>;
