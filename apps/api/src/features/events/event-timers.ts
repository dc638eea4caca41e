import { Injectable, type OnModuleInit } from '@nestjs/common';
import { becomeOverdue, decide, type EventState } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { OutboxReader } from '../../platform/outbox/outbox-reader.js';
import { type DueTimer, TimerSweeper } from '../../platform/timers/timer-sweeper.js';
import { Standards } from '../standards/index.js';
import { EventWriter } from './event-writer.js';
import { EventsRepository } from './events.repository.js';

/** What happens to an event by itself when an instant passes. Each handler looks again: the event may have moved on. */
@Injectable()
export class EventTimers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly writer: EventWriter,
    private readonly standards: Standards,
    private readonly clock: SystemClock,
    private readonly sweeper: TimerSweeper,
    private readonly outbox: OutboxReader,
  ) {}

  onModuleInit(): void {
    this.sweeper.on('event.yellow', (timer) => this.announce(timer));
    this.sweeper.on('event.overdue', (timer) => this.markOverdue(timer));
    this.sweeper.on('event.resume', (timer) => this.resume(timer));
    this.sweeper.on('event.reply-late', (timer) => this.tellLate(timer, 'reply-late'));
    this.sweeper.on('event.assist-late', (timer) => this.tellLate(timer, 'assist-late'));
    this.sweeper.on('event.forget-contact', (timer) => this.forgetContact(timer));
  }

  private async announce({ districtCode, subjectId }: DueTimer): Promise<void> {
    await this.database.as({ kind: 'record', id: subjectId }, async (tx) => {
      const event = await this.events.lock(tx, districtCode, subjectId);
      if (event?.yellowAt && !event.overdue) await this.writer.tell(tx, event, null, 'due-soon', this.now());
    });
    this.outbox.poke();
  }

  /** Whoever has the event on a screen hears of it; what is late is read from the event itself. */
  private async tellLate({ districtCode, subjectId, dueAt }: DueTimer, what: 'reply-late' | 'assist-late'): Promise<void> {
    await this.database.as({ kind: 'record', id: subjectId }, async (tx) => {
      const event = await this.events.lock(tx, districtCode, subjectId);
      if (event && isAwaited(event, what, dueAt)) await this.writer.tell(tx, event, null, what, this.now());
    });
    this.outbox.poke();
  }

  private async markOverdue({ districtCode, subjectId }: DueTimer): Promise<void> {
    await this.database.as({ kind: 'record', id: subjectId }, async (tx) => {
      const event = await this.events.lock(tx, districtCode, subjectId);
      const change = event && becomeOverdue(event, this.now());
      if (change) await this.writer.markOverdue(tx, change, this.now());
    });
    this.outbox.poke();
  }

  private async resume({ districtCode, subjectId }: DueTimer): Promise<void> {
    await this.database.as({ kind: 'record', id: subjectId }, async (tx) => {
      const event = await this.events.lock(tx, districtCode, subjectId);
      if (event?.status !== 'suspended' || !event.suspendedUntil || event.suspendedUntil > this.now()) return;
      // The limit runs on from the promised instant, also when the server was away then.
      const at = event.suspendedUntil;
      const actor = { accountId: null, name: '' };
      const outcome = decide(
        event,
        { action: 'resume', version: event.version },
        { actor, at, calendar: this.standards.calendarFor(districtCode, event.handlingClock?.startedAt ?? at) },
      );
      await this.writer.goOn(tx, { outcome, before: event, by: null, at, photos: [], photoStage: 'handle' });
    });
    this.outbox.poke();
  }

  private async forgetContact({ districtCode, subjectId }: DueTimer): Promise<void> {
    await this.database.as({ kind: 'record', id: subjectId }, (tx) => this.events.forgetContact(tx, districtCode, subjectId));
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

/** The event may have moved on since the timer was set. */
function isAwaited({ supervision, assists }: EventState, what: 'reply-late' | 'assist-late', dueAt: string): boolean {
  if (what === 'reply-late') return supervision !== null && supervision.answeredAt === null && supervision.replyBy <= dueAt;
  return assists.some(({ state, signBy, arriveBy }) => (state === 'called' && signBy <= dueAt) || (state === 'signed' && arriveBy <= dueAt));
}
