import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPEN_STATUSES, reckonAgain } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/transaction.js';
import { OutboxReader } from '../../platform/outbox/outbox-reader.js';
import { TimerSweeper } from '../../platform/timers/timer-sweeper.js';
import { CALENDAR_EFFECTIVE, Standards } from '../standards/index.js';
import { EventWriter } from './event-writer.js';
import { EventsRepository } from './events.repository.js';

/** $1 district, $2 the last id seen, $3 open states. An index holds these events alone. */
const PROVISIONAL: Statement = {
  name: 'events.provisional',
  text: `select id from event
          where district_code = $1 and (handling_clock ->> 'provisional') = 'true' and id > $2 and status = any($3::text[])
          order by id limit 200`,
};
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** When a calendar begins: deadlines that reached into a year it makes known are reckoned again, one event at a time. */
@Injectable()
export class EventReckoning implements OnModuleInit {
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
    this.sweeper.on(CALENDAR_EFFECTIVE, ({ districtCode }) => this.reckonAll(districtCode));
  }

  private async reckonAll(districtCode: string): Promise<void> {
    // The edition may have been published by another process a moment ago.
    await this.standards.load();
    for (let last = BEFORE_ALL; ; ) {
      const rows = await this.database.as({ kind: 'job' }, (tx) => tx.query<{ id: string }>(PROVISIONAL, [districtCode, last, [...OPEN_STATUSES]]));
      for (const { id } of rows) await this.reckon(districtCode, id);
      const end = rows.at(-1);
      if (!end) break;
      last = end.id;
    }
    this.outbox.poke();
  }

  private async reckon(districtCode: string, id: string): Promise<void> {
    await this.database.as({ kind: 'record', id }, async (tx) => {
      const event = await this.events.lock(tx, districtCode, id);
      if (!event?.handlingClock) return;
      const at = this.clock.now().toISOString();
      const change = reckonAgain(event, this.standards.calendarFor(districtCode, event.handlingClock.startedAt), at);
      if (change) await this.writer.reckonAgain(tx, change, at);
    });
  }
}
