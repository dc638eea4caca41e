import { Injectable } from '@nestjs/common';
import type { EventSource, EventView, MatterClass, ReportEvent } from '@wangge/contracts';
import { type Actor, type EventState, type Lens, NOTHING_YET, RuleError, submit, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { isFirstTime } from '../../platform/commands/commands.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { apiError } from '../../platform/http/errors.js';
import { Numbers } from '../../platform/numbers/numbers.js';
import { OutboxReader } from '../../platform/outbox/outbox-reader.js';
import { GridLocator, toWgs84 } from '../grid/index.js';
import { Standards } from '../standards/index.js';
import { EventViews } from './event-views.js';
import { EventWriter } from './event-writer.js';
import { type Anonymous, EventsRepository } from './events.repository.js';

interface Report {
  readonly input: Omit<ReportEvent, 'urgency' | 'occurredAt' | 'title'> & Partial<Pick<ReportEvent, 'urgency' | 'occurredAt' | 'title'>>;
  readonly source: EventSource;
  readonly actor: Actor;
  readonly anonymous?: Anonymous;
  /** Reporting is allowed anywhere in the reporter's own district; a resident without an account has none. */
  readonly district?: string;
}

const TITLE_LENGTH = 24;
const DESK_DIGITS = { district: 6, street: 9, community: 12 } as const;

/** Reports become events: anywhere in a district, as oneself, and once however often they are sent. */
@Injectable()
export class EventReports {
  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly writer: EventWriter,
    private readonly views: EventViews,
    private readonly locator: GridLocator,
    private readonly standards: Standards,
    private readonly numbers: Numbers,
    private readonly clock: SystemClock,
    private readonly config: Config,
    private readonly outbox: OutboxReader,
  ) {}

  async report(viewer: Viewer, input: ReportEvent): Promise<EventView> {
    const actor = { accountId: viewer.accountId, name: viewer.name };
    return this.store({ input, source: sourceOf(viewer), actor, district: viewer.districtCode }, (tx) => this.views.afterStep(tx, input.id, viewer));
  }

  /** Stores a report once; what it answers is read in the same transaction. */
  async store<T>(report: Report, answer: (tx: Transaction) => Promise<T>): Promise<T> {
    const lens: Lens = { kind: 'record', id: report.input.id };
    const known = await this.database.as(lens, async (tx) => ((await this.events.findOwn(tx, report.input.id)) ? true : undefined));
    const draft = known ? undefined : await this.draft(report);
    const result = await this.database.as(lens, async (tx) => {
      const { id } = report.input;
      const command = { accountId: report.actor.accountId, commandId: id, subjectId: id, content: report.input };
      if (await isFirstTime(tx, command)) await this.begin(tx, report, draft);
      return answer(tx);
    });
    this.outbox.poke();
    return result;
  }

  private async begin(tx: Transaction, { input, actor, anonymous }: Report, draft: EventState | undefined): Promise<void> {
    // The id is there, but this account never sent it: it names somebody else's event.
    if (!draft) throw apiError('command.reused');
    const at = draft.reportedAt;
    const outcome = submit(draft, { actor, at, calendar: this.standards.of(draft.districtCode).calendar });
    const step = { outcome, before: null, by: actor.accountId, at, photos: input.photos, photoStage: 'report' as const };
    if (!(await this.writer.begin(tx, step, anonymous))) throw apiError('command.reused');
  }

  private async draft({ input, source, actor, district }: Report): Promise<EventState> {
    const point = input.coordinates === 'gcj02' ? toWgs84(input.point) : input.point;
    const { chain, how, distance } = await this.database.as({ kind: 'reference' }, (tx) => this.locator.locate(tx, point));
    if (district !== undefined && chain.districtCode !== district) throw apiError('grid.outside-district');
    const now = this.clock.now().toISOString();
    const className = this.classOf(chain.districtCode, input.classCode)?.name;
    return {
      ...chain,
      ...NOTHING_YET,
      id: input.id.toLowerCase(),
      number: await this.numbers.next(chain.districtCode, now),
      title: input.title || className || shorten(input.description),
      description: input.description,
      place: input.place ?? '',
      lng: point.lng,
      lat: point.lat,
      located: how,
      distance,
      classCode: input.classCode ?? null,
      source,
      urgency: input.urgency ?? 'normal',
      deskCode: chain.gridCode.slice(0, DESK_DIGITS[this.config.deskLevel]),
      reportedBy: actor.accountId,
      occurredAt: occurred(input.occurredAt, now),
      reportedAt: now,
    };
  }

  private classOf(districtCode: string, code: string | undefined): MatterClass | undefined {
    if (code === undefined) return undefined;
    const found = this.standards.of(districtCode).findClass(code);
    if (!found) throw new RuleError('class.unknown');
    if (found.retired) throw new RuleError('class.retired');
    return found;
  }
}

/** The phone's claim; a phone whose clock runs ahead cannot have seen it later than now. */
function occurred(claimed: string | undefined, now: string): string {
  if (!claimed) return now;
  return Date.parse(claimed) > Date.parse(now) ? now : new Date(claimed).toISOString();
}

function shorten(text: string): string {
  const line = text.split(/[\n。！？!?；;]/)[0]?.trim() || text.trim();
  const letters = [...line];
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH).join('')}…` : line;
}

function sourceOf(viewer: Viewer): EventSource {
  const roles = viewer.assignments.map(({ role }) => role);
  if (roles.includes('grid-worker') || roles.includes('grid-leader')) return 'worker';
  if (roles.includes('department-handler') || roles.includes('department-head')) return 'department';
  return roles.every((role) => role === 'resident') ? 'resident' : 'staff';
}
