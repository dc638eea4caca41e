import { describe, expect, test } from '@jest/globals';
import type { ActOnEvent } from '@wangge/contracts';
import { deadlineParts } from '../time/deadline-parts.js';
import { calendarFrom } from '../time/working-calendar.js';
import { RuleError } from '../rule-error.js';
import { decide, submit } from './decide.js';
import { type EventState, NOTHING_YET } from './event-state.js';
import type { Outcome, StepContext } from './step-context.js';

const calendar = calendarFrom([]);
const CITY = { id: '01890000-0000-7000-8000-00000000000a', name: '市政设施维护中心' };
const DRAINS = { id: '01890000-0000-7000-8000-00000000000b', name: '排水管护所' };
const FIRE = { id: '01890000-0000-7000-8000-00000000000c', name: '消防大队' };
const CONDITION = {
  id: 'yc-0002',
  classCode: '01003',
  filing: '',
  closing: '',
  limit: { text: '4小时', basis: 'continuous' as const, minutes: 240 },
  fromStandard: true,
};
const START = '2026-06-12T01:00:00.000Z';
const at = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString();
const DAY = 24 * 60;

const draft: EventState = {
  ...NOTHING_YET,
  id: '01890000-0000-7000-8000-0000000000ff',
  number: '20260612-0087',
  title: '雨水井盖异常',
  description: '',
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
  deskCode: '230302001',
  reportedBy: null,
  occurredAt: START,
  reportedAt: START,
};
const actor = { accountId: '01890000-0000-7000-8000-0000000000d0', name: '某人' };

type Input = { [A in ActOnEvent['action']]: Omit<Extract<ActOnEvent, { action: A }>, 'version' | 'commandId'> }[ActOnEvent['action']];
function step(event: EventState, input: Input, minutes: number, more: Partial<StepContext> = {}): Outcome {
  return decide(event, { ...input, version: event.version } as ActOnEvent, { actor, at: at(minutes), calendar, ...more });
}
const act = (...of: Parameters<typeof step>): EventState => step(...of).event;
const as = (department: typeof CITY): Partial<StepContext> => ({ actor: { ...actor, departmentIds: [department.id] } });
function refusal(...of: Parameters<typeof step>): string | undefined {
  try {
    step(...of);
  } catch (error) {
    if (error instanceof RuleError) return error.code;
    throw error;
  }
  return undefined;
}

const reported = () => submit(draft, { actor, at: at(0), calendar }).event;
const filed = () => act(reported(), { action: 'file', conditionId: 'x' }, 0, { condition: CONDITION });
const assigned = () => act(filed(), { action: 'dispatch', departmentId: CITY.id }, 5, { department: CITY });
const handling = () => act(assigned(), { action: 'accept' }, 10);
/** Handled after so many minutes, then checked and closed. */
function closed(after: number, from = handling()): EventState {
  const handled = act(from, { action: 'finish', note: '好了', photos: [] }, after);
  const assignee = { accountId: '01890000-0000-7000-8000-0000000000d1', name: '网格员' };
  const checking = act(handled, { action: 'send-check' }, after, { assignee });
  const passed = act(checking, { action: 'check-pass', photos: [] }, after + 1, { actor: assignee });
  return act(passed, { action: 'close', conditionMet: true }, after + 2);
}
const countOf = ({ deltas }: Outcome, measure: string) =>
  deltas.filter((delta) => delta.measure === measure).reduce((sum, { count }) => sum + count, 0);

describe('between desks', () => {
  const up = { code: '230302', name: '鸡冠区' };
  test('a case passed up has the stage’s whole limit at the desk above, and the trail says who took how long', () => {
    const { event, entry } = step(reported(), { action: 'escalate', reason: '超出街道职责' }, 12, { desk: up });
    expect(event).toMatchObject({ status: 'reported', deskCode: '230302', dueAt: at(27) });
    expect(entry).toMatchObject({ receiver: '鸡冠区', note: '超出街道职责', clock: 'accept', usedMinutes: 12, limitMinutes: 15 });
  });

  test('a filed case keeps its handling limit on the way up', () => {
    const event = act(filed(), { action: 'escalate', reason: '街道无派遣员' }, 10, { desk: up });
    expect(event).toMatchObject({ status: 'filed', dueAt: at(25), handlingClock: { startedAt: at(0), state: 'running' } });
  });

  test('nothing is above the district or below the community, and no desk gets a case at which nobody sits', () => {
    const district = { ...reported(), deskCode: '230302' };
    const community = { ...reported(), deskCode: '230302001003' };
    expect(refusal(district, { action: 'escalate', reason: '上报' }, 1, { desk: up })).toBe('event.action-unavailable');
    expect(refusal(community, { action: 'delegate', reason: '下派' }, 1, { desk: up })).toBe('event.action-unavailable');
    expect(refusal(reported(), { action: 'delegate', reason: '下派' }, 1)).toBe('event.no-desk');
  });
});

describe('more time', () => {
  const ask = { action: 'request-extension', reason: '等配件' } as const;
  const say = (action: 'confirm-extension' | 'decide-extension', verdict: 'approve' | 'refuse', note?: string) => ({ action, verdict, note }) as Input;
  const extended = (from: EventState, minute: number) =>
    step(act(act(from, ask, minute), say('confirm-extension', 'approve'), minute), say('decide-extension', 'approve'), minute);

  test('is asked for, confirmed and decided; then the original limit is added and shows as its own segment', () => {
    const { event, deltas } = extended(handling(), 60);
    expect(event).toMatchObject({ extension: null, extendCount: 1, dueAt: at(480), status: 'handling' });
    expect(deltas).toContainEqual(expect.objectContaining({ measure: 'extended', count: 1 }));
    const clock = event.handlingClock;
    expect(clock?.segments).toEqual([
      { kind: 'counted', from: at(0), to: at(240), minutes: 240 },
      { kind: 'counted', from: at(240), to: at(480), minutes: 240, extended: true },
    ]);
    expect(clock && deadlineParts(clock, at(60)).steps.map((part) => 'extended' in part)).toEqual([false, true]);
  });

  test('keeps its segment when the clock stops and goes on', () => {
    const { event } = extended(handling(), 60);
    const handled = act(event, { action: 'finish', note: '好了', photos: [] }, 300);
    expect(handled.handlingClock?.segments.map(({ minutes, extended: added }) => [minutes, added])).toEqual([
      [240, undefined],
      [60, true],
    ]);
  });

  test('is granted twice at most, and a refusal does not count', () => {
    let event = handling();
    const asked = act(event, ask, 20);
    expect(refusal(asked, say('confirm-extension', 'refuse'), 21)).toBe('event.reason-needed');
    event = act(asked, say('confirm-extension', 'refuse', '不必'), 21);
    const confirmed = act(act(event, ask, 22), say('confirm-extension', 'approve'), 22);
    event = act(confirmed, say('decide-extension', 'refuse', '理由不足'), 23);
    expect(event).toMatchObject({ extendCount: 0, extension: null });
    event = extended(extended(event, 30).event, 40).event;
    expect(event.dueAt).toBe(at(720));
    expect(refusal(event, ask, 50)).toBe('event.extended-too-often');
  });

  test('is neither asked for nor granted once the deadline has passed', () => {
    expect(refusal(handling(), ask, 240)).toBe('event.extension-overdue');
    const confirmed = act(act(handling(), ask, 200), say('confirm-extension', 'approve'), 210);
    expect(refusal(confirmed, say('decide-extension', 'approve'), 241)).toBe('event.extension-overdue');
    expect(act(confirmed, say('decide-extension', 'refuse', '已过期'), 241).extension).toBeNull();
  });

  test('takes its three steps in their order', () => {
    expect(refusal(handling(), say('decide-extension', 'approve'), 20)).toBe('event.action-unavailable');
    expect(refusal(act(handling(), ask, 20), say('decide-extension', 'approve'), 20)).toBe('event.action-unavailable');
    expect(refusal(act(handling(), ask, 20), ask, 21)).toBe('event.action-unavailable');
  });
});

describe('supervision', () => {
  const ask = (until: number) => ({ action: 'supervise', level: 'level-2', reason: '群众反映强烈', replyBy: at(until) }) as const;

  test('is a flag with a deadline for the reply: state, clocks and counters stay', () => {
    const before = handling();
    const { event, deltas, entry } = step(before, ask(200), 30);
    expect(event).toMatchObject({ status: 'handling', dueAt: before.dueAt, supervision: { level: 2, replyBy: at(200), answeredAt: null } });
    expect([deltas, entry.clock]).toEqual([[], null]);
    expect(act(event, { action: 'answer-supervision', note: '今晚修好' }, 40).supervision).toMatchObject({ answeredAt: at(40), answer: '今晚修好' });
  });

  test('is answered before the next one, and the reply is due in the future', () => {
    expect(refusal(act(handling(), ask(200), 30), ask(300), 31)).toBe('event.action-unavailable');
    expect(refusal(handling(), ask(20), 30)).toBe('event.reply-by-invalid');
    expect(refusal(handling(), ask(40 * DAY), 30)).toBe('event.reply-by-invalid');
    expect(act(handling(), { action: 'urge', note: '请抓紧' }, 30).urgeCount).toBe(1);
  });
});

describe('a whistle', () => {
  const call = (...ids: string[]) => ({ action: 'request-assist', assistKind: 'emergency', departmentIds: ids, reason: '燃气泄漏' }) as const;
  const calledOut = () => act(handling(), call(DRAINS.id, FIRE.id), 20, { departments: [DRAINS, FIRE] });
  const done: Input = { action: 'finish', note: '好了', photos: [] };

  test('calls each department with its own limits; finishing waits for all of them', () => {
    let event = calledOut();
    expect(event.assistDepartmentIds).toEqual([DRAINS.id, FIRE.id]);
    expect(event.assists[0]).toMatchObject({ no: 1, state: 'called', signBy: at(30), arriveBy: at(50) });
    for (const department of [DRAINS, FIRE]) {
      expect(refusal(event, done, 30)).toBe('event.assists-open');
      event = act(event, { action: 'sign-assist' }, 25, as(department));
      event = act(event, { action: 'arrive-assist', place: '路口', photos: [] }, 28, as(department));
      event = act(event, { action: 'report-assist', note: '已关阀', photos: [] }, 29, as(department));
    }
    expect(act(event, done, 30).status).toBe('handled');
  });

  test('a refusal goes to an arbiter: upheld it ends, overruled the department has to come and may not refuse again', () => {
    const refused = act(calledOut(), { action: 'refuse-assist', reason: '暂不参与' }, 21, as(FIRE));
    expect(refused.assists.map(({ state }) => state)).toEqual(['called', 'refused']);
    const ruled = (ruling: 'uphold' | 'overrule') => act(refused, { action: 'decide-assist', assistNo: 2, ruling, note: '按职责' }, 22);
    expect(ruled('uphold')).toMatchObject({ assistDepartmentIds: [DRAINS.id], assists: [{}, { state: 'released' }] });
    expect(ruled('overrule').assists[1]).toMatchObject({ state: 'called', signBy: at(32) });
    expect(refusal(ruled('overrule'), { action: 'refuse-assist', reason: '还是不去' }, 23, as(FIRE))).toBe('event.action-unavailable');
    expect(act(ruled('overrule'), { action: 'sign-assist' }, 23, as(FIRE)).assists[1]).toMatchObject({ state: 'signed' });
  });

  test('is answered by the called department alone, and never goes to whoever leads the case or is called already', () => {
    expect(refusal(calledOut(), { action: 'sign-assist' }, 21, as(CITY))).toBe('event.action-unavailable');
    expect(refusal(handling(), call(CITY.id), 20, { departments: [CITY] })).toBe('event.assist-department');
    expect(refusal(calledOut(), call(FIRE.id), 21, { departments: [FIRE] })).toBe('event.assist-department');
    expect(refusal(handling(), call(FIRE.id, DRAINS.id), 20, { departments: [FIRE] })).toBe('department.unknown');
  });

  test('is called off, or scored once afterwards', () => {
    const off = act(calledOut(), { action: 'recall-assist', assistNo: 1, reason: '不用了' }, 21);
    expect(off.assistDepartmentIds).toEqual([FIRE.id]);
    let event = act(off, { action: 'sign-assist' }, 22, as(FIRE));
    event = act(event, { action: 'arrive-assist', photos: [] }, 23, as(FIRE));
    event = closed(60, act(event, { action: 'report-assist', note: '已处理', photos: [] }, 24, as(FIRE)));
    const score = { action: 'score-assist', assistNo: 2, score: 4 } as const;
    const scored = act(event, score, 70);
    expect(scored.assists[1]?.score).toBe(4);
    expect(refusal(scored, score, 71)).toBe('event.action-unavailable');
  });
});

describe('an appeal', () => {
  const lodge = { action: 'appeal', reason: '等待产权单位确认' } as const;
  const opinion = { action: 'review-appeal', verdict: 'approve', note: '属实' } as const;
  const approve = { action: 'decide-appeal', verdict: 'approve', note: '成立' } as const;
  const late = () => closed(300);

  test('that is approved takes the case out of the overdue counts by negative increments; the fact stays', () => {
    const reviewed = act(act(late(), lodge, DAY), opinion, DAY + 1);
    const outcome = step(reviewed, approve, DAY + 2);
    expect([countOf(outcome, 'closed-late'), countOf(outcome, 'judged'), countOf(outcome, 'closed'), countOf(outcome, 'due')]).toEqual([-1, -1, 0, 0]);
    expect(outcome.event).toMatchObject({ excused: true, countedDue: true, appeal: { state: 'approved' } });
    const reopened = step(outcome.event, { action: 'reopen', reason: '没解决' }, DAY + 3);
    expect([countOf(reopened, 'closed-late'), countOf(reopened, 'judged'), countOf(reopened, 'closed')]).toEqual([0, 1, -1]);
  });

  test('is lodged once, within seven days, and only against being late', () => {
    expect(refusal(late(), lodge, 8 * DAY)).toBe('event.appeal-late');
    expect(refusal(closed(100), lodge, DAY)).toBe('event.not-late');
    const refused = act(act(act(late(), lodge, DAY), opinion, DAY), { ...approve, verdict: 'refuse' }, DAY);
    expect(refused).toMatchObject({ excused: false, appeal: { state: 'refused' } });
    expect(refusal(refused, lodge, DAY + 1)).toBe('event.action-unavailable');
    expect(refusal(act(late(), lodge, DAY), approve, DAY)).toBe('event.action-unavailable');
  });
});

describe('after the end', () => {
  test('a case is re-opened within seven days, and filed away only then', () => {
    const event = closed(100);
    expect(act(event, { action: 'reopen', reason: '没解决' }, 7 * DAY).status).toBe('handling');
    expect(refusal(event, { action: 'reopen', reason: '没解决' }, 8 * DAY)).toBe('event.reopen-late');
    expect(refusal(event, { action: 'archive' }, 7 * DAY)).toBe('event.archive-early');
    const archived = act(event, { action: 'archive' }, 8 * DAY);
    expect(archived.status).toBe('archived');
    expect(refusal(archived, { action: 'reopen', reason: '没解决' }, 8 * DAY)).toBe('event.action-unavailable');
  });

  test('the reporter objects to a refusal once', () => {
    const refused = act(reported(), { action: 'reject', reason: '不属实' }, 5);
    const again = act(refused, { action: 'object', reason: '还在那里' }, 60);
    expect(again).toMatchObject({ status: 'reported', dueAt: at(75) });
    const final = act(again, { action: 'reject', reason: '仍不属实' }, 65);
    expect(refusal(final, { action: 'object', reason: '请再看' }, 70)).toBe('event.action-unavailable');
  });

  test('a returned case may be put right: the corrected limit counts, what was used stays used', () => {
    const returned = act(assigned(), { action: 'return', reason: '类别不对' }, 25);
    const other = { ...CONDITION, id: 'yc-9', classCode: '06010', limit: { text: '1小时', basis: 'continuous' as const, minutes: 60 } };
    const outcome = step(returned, { action: 'correct', conditionId: 'yc-9', classCode: '06010', reason: '应为市容' }, 30, { condition: other, classCode: '06010' });
    expect(outcome.event).toMatchObject({ status: 'filed', classCode: '06010', handlingClock: { state: 'paused', limitMinutes: 60, usedMinutes: 25 } });
    expect(countOf(outcome, 'filed')).toBe(0);
    expect(refusal(filed(), { action: 'correct', conditionId: 'yc-9', reason: '改一下' }, 5, { condition: CONDITION })).toBe('event.action-unavailable');
  });
});
