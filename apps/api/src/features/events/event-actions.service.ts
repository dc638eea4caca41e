import { Injectable } from '@nestjs/common';
import type { ActOnEvent, EventView } from '@wangge/contracts';
import {
  actionRule,
  decide,
  type EventState,
  may,
  memberLens,
  RuleError,
  type StepContext,
  type Viewer,
} from '@wangge/domain';
import { isFirstTime } from '../../platform/commands/commands.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { OutboxReader } from '../../platform/outbox/outbox-reader.js';
import { fromRow } from './event-columns.js';
import { EventStepContext } from './event-step-context.js';
import { EventViews } from './event-views.js';
import { EventWriter } from './event-writer.js';
import { EventsRepository } from './events.repository.js';

const PATIENCE_MS = 24 * 3_600_000;

/** One step of the loop: may I – load – decide – save – tell. */
@Injectable()
export class EventActions {
  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly writer: EventWriter,
    private readonly views: EventViews,
    private readonly steps: EventStepContext,
    private readonly outbox: OutboxReader,
  ) {}

  async act(viewer: Viewer, id: string, command: ActOnEvent): Promise<EventView> {
    const view = await this.database.as(memberLens(viewer), async (tx) => {
      const record = await this.events.find(tx, memberLens(viewer), id);
      const refused = record ? refusal(viewer, fromRow(record), command) : notFound();
      if (!record || refused) return this.repeatOr(refused ?? notFound(), tx, viewer, id, command);
      const context = await this.steps.of(tx, viewer, fromRow(record), command);
      await tx.become({ kind: 'record', id });
      if (await this.isRepeat(tx, viewer, id, command)) return this.views.afterStep(tx, id, viewer);
      await this.step(tx, viewer, fromRow(record), command, context);
      return this.views.afterStep(tx, id, viewer);
    });
    this.outbox.poke();
    return view;
  }

  private async step(
    tx: Transaction,
    viewer: Viewer,
    seen: EventState,
    command: ActOnEvent,
    context: StepContext,
  ): Promise<void> {
    const event = await this.events.lock(tx, seen.districtCode, seen.id);
    if (!event) throw notFound();
    const rule = actionRule(command.action);
    const refused = refusal(viewer, event, command);
    if (refused) throw refused;
    if (event.version !== command.version) throw apiError('record.stale');
    await this.requirePhotos(tx, event, command, context.at);
    const outcome = decide(event, command, context);
    const photos = 'photos' in command ? command.photos : [];
    const step = {
      outcome,
      before: event,
      by: viewer.accountId,
      at: context.at,
      photos,
      photoStage: rule.photos ?? ('report' as const),
    };
    await this.writer.goOn(tx, step);
  }

  /** What is checked or closed must be seen: declared photos have to have arrived. A phone that was lost is waited for a day. */
  private async requirePhotos(tx: Transaction, event: EventState, { action }: ActOnEvent, at: string): Promise<void> {
    if (action !== 'check-pass' && action !== 'check-fail' && action !== 'close') return;
    if ((await this.events.countMissingPhotos(tx, event, new Date(Date.parse(at) - PATIENCE_MS))) > 0)
      throw new RuleError('event.photos-missing');
  }

  private async isRepeat(tx: Transaction, viewer: Viewer, id: string, command: ActOnEvent): Promise<boolean> {
    if (!command.commandId) return false;
    const { accountId } = viewer;
    return !(await isFirstTime(tx, { accountId, commandId: command.commandId, subjectId: id, content: command }));
  }

  /** The step itself may have taken the event out of the actor's view or hands: its repeat still gets its answer. */
  private async repeatOr(refused: Error, tx: Transaction, viewer: Viewer, id: string, command: ActOnEvent): Promise<EventView> {
    if (!command.commandId || !(await this.events.wasCommanded(tx, viewer.accountId, command.commandId, id))) throw refused;
    await tx.become({ kind: 'record', id });
    await this.isRepeat(tx, viewer, id, command);
    return this.views.afterStep(tx, id, viewer);
  }
}

/**
 * Asked before anything is looked up for the step, and again of the locked row. Who acts on an old version came second:
 * that is no matter of rights.
 */
function refusal(viewer: Viewer, event: EventState, command: ActOnEvent): Error | undefined {
  const rule = actionRule(command.action);
  if (may(viewer, rule.permission, event, rule.who)) return undefined;
  return apiError(event.version === command.version ? 'permission.denied' : 'record.stale');
}
