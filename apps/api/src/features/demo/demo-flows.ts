import type { Actor } from '@wangge/domain';
import type { Random } from '../grid/index.js';
import type { DemoFlow, LifePlan } from './demo-plan.js';
import { after, between, type Command, optional, shift, type Step } from './demo-steps.js';

const FLOWS: readonly DemoFlow[] = ['extension', 'supervision', 'assist', 'refused-assist', 'refused-extension', 'desks', 'urge'];
/** One event in so many has a flow of each kind. */
const EVERY = 40;

/** A few of each, spread over the month and its last hours alike. */
export const flowOf = (index: number): DemoFlow | undefined => FLOWS[index % EVERY];

/** Before filing: the district's desk gives it to the street's, which gives it back with its reason. */
export function* betweenDesks(plan: LifePlan, random: Random): Generator<Step> {
  const { cast, draft, flow } = plan;
  // Where nobody sits nothing may be left lying.
  if (flow !== 'desks' || (cast.streetDeskId === null && isOfToday(plan))) return;
  const [street, district] = [
    { code: draft.streetCode, name: cast.streetName },
    { code: draft.districtCode, name: '鸡冠区' },
  ];
  yield optional(after(random, 1, 6, cast.desk, { action: 'delegate', reason: '属街道日常管理事项' }, { desk: street }));
  const streetDesk: Actor = { accountId: cast.streetDeskId, name: '街道受理员' };
  yield optional(after(random, 3, 12, streetDesk, { action: 'escalate', reason: '涉及区属专业部门，街道无权派遣' }, { desk: district }));
}

/** While it is handled. */
export function* duringHandling(plan: LifePlan, random: Random): Generator<Step> {
  const { cast, flow } = plan;
  switch (flow) {
    case 'extension':
    case 'refused-extension':
      return yield* extension(plan, random, flow === 'extension');
    case 'supervision':
      return yield* supervision(plan, random);
    case 'assist':
    case 'refused-assist':
      return yield* assist(plan, random, flow === 'refused-assist');
    case 'urge':
      return yield optional(after(random, 5, 60, cast.dispatcher, { action: 'urge', note: '请抓紧处置，注意现场安全' }));
    default:
      return;
  }
}

/** Of today's some are left waiting for the reply, with the department that has them. */
function* supervision(plan: LifePlan, random: Random): Generator<Step> {
  const { cast } = plan;
  const reason = '群众多次反映，请说明处置安排';
  yield (last) => {
    const at = shift(last, between(random, 5, 60));
    const command = { action: 'supervise' as const, level: 'level-2' as const, reason, replyBy: shift(at, 24 * 60) };
    return { command, actor: cast.leader, at, optional: true };
  };
  if (isOfToday(plan)) yield () => undefined;
  const ofDepartment = { ...cast.handler, departmentIds: [cast.department.id] };
  yield optional(after(random, 10, 120, ofDepartment, { action: 'answer-supervision', note: '已安排人员，今日完成' }));
}

function* extension({ cast }: LifePlan, random: Random, granted: boolean): Generator<Step> {
  yield optional(after(random, 3, 15, cast.handler, { action: 'request-extension', reason: '需协调产权单位，配件在途' }));
  const head = { accountId: cast.headId, name: `${cast.department.name}负责人` };
  yield optional(after(random, 2, 15, head, { action: 'confirm-extension', verdict: 'approve' }));
  const verdict = granted
    ? ({ action: 'decide-extension', verdict: 'approve' } as const)
    : ({ action: 'decide-extension', verdict: 'refuse', note: '时限充足，请按期完成' } as const);
  yield optional(after(random, 5, 60, cast.dispatcher, verdict));
}

function* assist({ cast, scene }: LifePlan, random: Random, refused: boolean): Generator<Step> {
  const { helper } = cast;
  const called = { accountId: null, name: `${helper.name}值班员`, departmentIds: [helper.id] };
  const call: Command = { action: 'request-assist', assistKind: 'enforcement', departmentIds: [helper.id], reason: '需到场配合处置' };
  yield optional(after(random, 5, 30, cast.handler, call, { departments: [helper] }));
  if (refused) {
    yield optional(after(random, 5, 60, called, { action: 'refuse-assist', reason: '暂不参与该协同事项' }));
    const ruling = random() < 0.5 ? 'uphold' : 'overrule';
    yield optional(after(random, 20, 120, cast.dispatcher, { action: 'decide-assist', assistNo: 1, ruling, note: '按权责清单裁定' }));
  }
  yield optional(after(random, 5, 60, called, { action: 'sign-assist' }));
  yield optional(after(random, 20, 180, called, { action: 'arrive-assist', place: '事发现场', photos: [] }));
  yield optional(after(random, 20, 90, called, { action: 'report-assist', note: scene.done, photos: [] }));
}

/** A late case is appealed now and then; what is a week old is filed away. */
export function* afterClosing(plan: LifePlan, random: Random): Generator<Step> {
  const { cast } = plan;
  const head = { accountId: cast.headId, name: `${cast.department.name}负责人` };
  const granted = random() < 0.5;
  if (random() < 0.3) {
    yield optional(after(random, 600, 4000, head, { action: 'appeal', reason: '因产权单位确认延误，非我单位原因' }));
    const verdict = granted ? 'approve' : 'refuse';
    yield optional(after(random, 60, 600, cast.dispatcher, { action: 'review-appeal', verdict, note: granted ? '情况属实' : '理由不充分' }));
    yield optional(after(random, 60, 600, cast.desk, { action: 'decide-appeal', verdict, note: granted ? '不计入超期' : '维持超期认定' }));
  }
  yield optional(after(random, 8 * 1440, 10 * 1440, cast.desk, { action: 'archive' }));
}

const isOfToday = ({ draft, now }: LifePlan): boolean => Date.parse(now) - Date.parse(draft.reportedAt) < 24 * 3_600_000;
