import { Injectable } from '@nestjs/common';
import type { PhotoDeclaration, PhotoStage } from '@wangge/contracts';
import { type EventState, type Outcome, statusRule } from '@wangge/domain';
import type { Transaction } from '../../platform/database/transaction.js';
import { appendFact } from '../../platform/outbox/outbox.js';
import { setTimers, type TimerDraft } from '../../platform/timers/timers.js';
import { TasksRepository } from '../tasks/index.js';
import { EVENT_CHANGED, type EventChanged } from './event-changed.js';
import { type Anonymous, EventsRepository } from './events.repository.js';

interface Step {
  readonly outcome: Outcome;
  /** The event before, null where it begins. */
  readonly before: EventState | null;
  readonly by: string | null;
  readonly at: string;
  readonly photos: readonly PhotoDeclaration[];
  readonly photoStage: PhotoStage;
}

/** Stores everything one step changes, under the record lens, in the transaction of that step. */
@Injectable()
export class EventWriter {
  constructor(
    private readonly events: EventsRepository,
    private readonly tasks: TasksRepository,
  ) {}

  /** The first step. False where the id belongs to another event. */
  async begin(tx: Transaction, step: Step, anonymous?: Anonymous): Promise<boolean> {
    if (!(await this.events.insert(tx, step.outcome.event, step.by, anonymous))) return false;
    await this.follow(tx, step);
    return true;
  }

  async goOn(tx: Transaction, step: Step): Promise<void> {
    await this.events.update(tx, step.outcome.event, step.by);
    await this.follow(tx, step);
  }

  /** A deadline passed: the event is overdue now, nobody acted. */
  async markOverdue(tx: Transaction, { event, deltas }: Pick<Outcome, 'event' | 'deltas'>, at: string): Promise<void> {
    await this.events.update(tx, event, null);
    await this.events.appendDeltas(tx, event, deltas);
    await this.tell(tx, event, null, 'overdue', at);
  }

  /** The calendar changed under the event: what waits for its deadline waits for the new one. */
  async reckonAgain(tx: Transaction, { event, deltas }: Pick<Outcome, 'event' | 'deltas'>, at: string): Promise<void> {
    await this.events.update(tx, event, null);
    await this.events.appendDeltas(tx, event, deltas);
    await setTimers(tx, event, timersOf(event, at));
    await this.tell(tx, event, null, 'reckoned', at);
  }

  private async follow(tx: Transaction, { outcome, before, by, at, photos, photoStage }: Step): Promise<void> {
    const { event, entry, deltas, task } = outcome;
    await this.events.appendLog(tx, event, entry);
    await this.events.appendDeltas(tx, event, deltas);
    await this.events.declarePhotos(tx, event, photoStage, photos, { accountId: by, at });
    await setTimers(tx, event, timersOf(event, at));
    if (before?.assigneeId) await this.tasks.finish(tx, event.id, at);
    if (task) await this.tasks.open(tx, { ...task, event, at });
    await this.tell(tx, event, before, entry.action, at);
  }

  async tell(tx: Transaction, event: EventState, before: EventState | null, action: EventChanged['action'], at: string) {
    const payload: EventChanged = {
      id: event.id,
      number: event.number,
      action,
      status: event.status,
      classCode: event.classCode,
      chain: {
        districtCode: event.districtCode,
        streetCode: event.streetCode,
        communityCode: event.communityCode,
        gridCode: event.gridCode,
      },
      point: { lng: event.lng, lat: event.lat },
      dueAt: event.dueAt,
      yellowAt: event.yellowAt,
      at,
      departmentIds: [event.departmentId, before?.departmentId, ...event.assistDepartmentIds].filter((id) => id !== null && id !== undefined),
      reportedBy: event.reportedBy,
      assigneeIds: [event.assigneeId, before?.assigneeId].filter((id) => id !== null && id !== undefined),
    };
    await appendFact(tx, { name: EVENT_CHANGED, districtCode: event.districtCode, payload });
  }
}

const CONTACT_DAYS = 90;
const DAY_MS = 86_400_000;

/** What waits for an event as it stands after its last step. A resident's contact is forgotten 90 days after the end. */
export function timersOf(event: EventState, at: string): TimerDraft[] {
  const { handlingClock } = event;
  const handlingDue = handlingClock?.state === 'running' && !event.countedDue ? handlingClock.dueAt : null;
  const isAnonymousEnd = event.reportedBy === null && !statusRule(event.status).open;
  return [
    ...(event.yellowAt && !event.overdue ? [{ kind: 'event.yellow', at: event.yellowAt }] : []),
    ...(event.dueAt && !event.overdue ? [{ kind: 'event.overdue', at: event.dueAt }] : []),
    ...(handlingDue && handlingDue !== event.dueAt ? [{ kind: 'event.overdue', at: handlingDue }] : []),
    ...replyTimers(event, at),
    ...(event.suspendedUntil ? [{ kind: 'event.resume', at: event.suspendedUntil }] : []),
    ...(isAnonymousEnd
      ? [{ kind: 'event.forget-contact', at: new Date(Date.parse(at) + CONTACT_DAYS * DAY_MS).toISOString() }]
      : []),
  ];
}

/** A reply to 督办, and a department that was called: each is told about once, when it is late. */
function replyTimers({ status, supervision, assists }: EventState, at: string): TimerDraft[] {
  if (!statusRule(status).open) return [];
  const reply = supervision?.answeredAt === null ? [{ kind: 'event.reply-late', at: supervision.replyBy }] : [];
  const calls = assists.flatMap(({ state, signBy, arriveBy }) => {
    if (state === 'called') return [{ kind: 'event.assist-late', at: signBy }];
    return state === 'signed' ? [{ kind: 'event.assist-late', at: arriveBy }] : [];
  });
  return [...reply, ...calls].filter((timer) => timer.at > at);
}
