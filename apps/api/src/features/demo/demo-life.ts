import type { ActOnEvent, EventSource } from '@wangge/contracts';
import {
  type Actor,
  becomeOverdue,
  decide,
  type Delta,
  type EventState,
  instantAfter,
  type LogEntry,
  type Outcome,
  RuleError,
  submit,
} from '@wangge/domain';
import type { Random } from '../grid/index.js';
import { afterClosing, betweenDesks, duringHandling } from './demo-flows.js';
import type { LifePlan } from './demo-plan.js';
import { FAIL_REASONS, REJECT_REASONS, RETURN_REASONS, SUSPEND_REASONS } from './demo-scenes.js';
import { after, between, pick, shift, type Step } from './demo-steps.js';

export interface Life {
  readonly event: EventState;
  readonly entries: readonly LogEntry[];
  readonly deltas: readonly Delta[];
  readonly tasks: readonly DemoTask[];
}
export interface DemoTask {
  readonly kind: 'verify' | 'check';
  readonly assigneeId: string;
  readonly createdAt: string;
  readonly dueAt: string | null;
  doneAt: string | null;
}

/**
 * Leads one event through the loop by the same rules as the server, until its story ends or the present is reached.
 * Deadlines that pass on the way are counted at their instant, as the timers do it.
 */
export function live(plan: LifePlan, random: Random): Life {
  const life = new Recorder(plan);
  for (const step of story(plan, random)) if (!life.take(step)) break;
  return life.finish();
}

class Recorder {
  private event: EventState;
  private readonly entries: LogEntry[] = [];
  private readonly deltas: Delta[] = [];
  private readonly tasks: DemoTask[] = [];

  constructor(private readonly plan: LifePlan) {
    const first = submit(plan.draft, { actor: plan.cast.reporter, at: plan.draft.reportedAt, calendar: plan.calendar });
    this.event = first.event;
    this.record(first);
  }

  /** False where the story stops: the present is reached, or a rule says no. */
  take(step: Step): boolean {
    const next = step(this.entries.at(-1)?.at ?? this.event.reportedAt);
    if (!next || next.at > this.plan.now || (this.plan.leaveCheck && this.event.status === 'checking')) return false;
    this.passDeadline(next.at);
    const command = { ...next.command, version: this.event.version } as ActOnEvent;
    try {
      const { calendar } = this.plan;
      this.record(decide(this.event, command, { actor: next.actor, at: next.at, calendar, ...next.more }));
      return true;
    } catch (error) {
      if (error instanceof RuleError) return next.optional === true;
      throw error;
    }
  }

  finish(): Life {
    this.passDeadline(this.plan.now);
    return { event: this.event, entries: this.entries, deltas: this.deltas, tasks: this.tasks };
  }

  private passDeadline(until: string): void {
    if (!this.event.dueAt || this.event.dueAt > until) return;
    const passed = becomeOverdue(this.event, this.event.dueAt);
    if (!passed) return;
    this.event = passed.event;
    this.deltas.push(...passed.deltas);
  }

  private record({ event, entry, deltas, task }: Outcome): void {
    const open = this.tasks.find(({ doneAt }) => doneAt === null);
    if (open && this.event.assigneeId !== event.assigneeId) open.doneAt = entry.at;
    this.event = event;
    this.entries.push(entry);
    this.deltas.push(...deltas);
    if (task) {
      this.tasks.push({ kind: task.kind, assigneeId: task.assigneeId, createdAt: entry.at, dueAt: event.dueAt, doneAt: null });
    }
  }
}

/** The steps of a life, each some time after the last one. */
function* story(plan: LifePlan, random: Random): Generator<Step> {
  const { cast, scene, condition } = plan;
  const fate = random();
  const worker = { accountId: cast.checker.accountId, name: cast.checker.name };
  if (plan.draft.source === 'worker' && fate < 0.08) {
    yield after(random, 3, 40, cast.reporter, { action: 'self-handle', note: scene.done, photos: [] });
    return;
  }
  if (fate > 0.93) {
    yield after(random, 2, 20, cast.desk, { action: 'reject', reason: pick(random, REJECT_REASONS) });
    return;
  }
  yield* betweenDesks(plan, random);
  if (plan.draft.source !== 'worker' && random() < 0.6) {
    yield after(random, 1, 8, cast.desk, { action: 'send-verify', note: '请到现场看一下' }, { assignee: cast.checker });
    yield after(random, 5, 35, worker, { action: 'verify', verification: 'exists', note: '情况属实', photos: [] });
  }
  yield after(random, 2, 16, cast.desk, { action: 'file', conditionId: condition.id }, { condition, classCode: condition.classCode });
  yield after(random, 2, 16, cast.dispatcher, { action: 'dispatch', departmentId: cast.department.id }, { department: cast.department });
  if (random() < 0.04) {
    yield after(random, 10, 60, cast.handler, { action: 'return', reason: pick(random, RETURN_REASONS) });
    const again = { action: 'dispatch', departmentId: cast.department.id, note: '按权责清单仍由你单位承办' } as const;
    yield after(random, 5, 20, cast.dispatcher, again, { department: cast.department });
  }
  yield after(random, 5, 50, cast.handler, { action: 'accept' });
  if (random() < 0.012) {
    yield (last) => suspension(last, plan, random);
    return;
  }
  yield* duringHandling(plan, random);
  yield handling(plan, random, 0.15, 1.05);
  yield after(random, 2, 20, cast.desk, { action: 'send-check' }, { assignee: cast.checker });
  if (random() < 0.08) {
    yield after(random, 8, 40, worker, { action: 'check-fail', reason: pick(random, FAIL_REASONS), photos: [] });
    yield handling(plan, random, 0.1, 0.6);
    yield after(random, 2, 20, cast.desk, { action: 'send-check' }, { assignee: cast.checker });
  }
  yield after(random, 6, 34, worker, { action: 'check-pass', note: '已恢复', photos: [] });
  yield after(random, 1, 14, cast.desk, { action: 'close', conditionMet: true });
  if (cast.reporter.accountId !== null && random() < 0.4) {
    yield after(random, 30, 900, cast.reporter, { action: 'rate', score: random() < 0.8 ? 5 : 3 });
  }
  yield* afterClosing(plan, random);
}

function suspension(last: string, plan: LifePlan, random: Random): ReturnType<Step> {
  const at = shift(last, between(random, 60, 240));
  const until = shift(plan.now, between(random, 5, 60) * 24 * 60);
  return { command: { action: 'suspend', reason: pick(random, SUSPEND_REASONS), until }, actor: plan.cast.handler, at };
}

/** Handling takes a share of its limit, counted on the limit's own clock. */
function handling({ cast, scene, condition, calendar, urgent }: LifePlan, random: Random, least: number, most: number): Step {
  if (urgent) return after(random, 8, 70, cast.handler, { action: 'finish', note: scene.done, photos: [] });
  const share = least + random() ** 0.8 * (most - least);
  return (last) => {
    const { basis, minutes } = condition.limit;
    const at = instantAfter(basis, Date.parse(last), Math.max(5, minutes * share), calendar);
    return { command: { action: 'finish', note: scene.done, photos: [] }, actor: cast.handler, at: new Date(at).toISOString() };
  };
}

export const sourceFor = (random: Random): EventSource => {
  const value = random();
  return value < 0.68 ? 'worker' : value < 0.9 ? 'resident' : 'staff';
};
