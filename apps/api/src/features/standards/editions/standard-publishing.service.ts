import { Injectable } from '@nestjs/common';
import type { EditionView } from '@wangge/contracts';
import { bookOf, changesBetween, checkBook, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { apiError } from '../../../platform/http/errors.js';
import { appendFact } from '../../../platform/outbox/outbox.js';
import { OutboxReader } from '../../../platform/outbox/outbox-reader.js';
import { setTimers } from '../../../platform/timers/timers.js';
import { STANDARDS_CHANGED } from '../standard-news.js';
import { Standards } from '../standards.js';
import { EditionViews } from './edition-views.js';
import { keepDeed, StandardEditions } from './standard-editions.service.js';
import { type EditionRow, StandardEditionsRepository } from './standard-editions.repository.js';

/** Fired on the first day of a calendar: deadlines that were provisional are reckoned again. */
export const CALENDAR_EFFECTIVE = 'standard.calendar-effective';

interface Publication {
  readonly version: number;
  readonly effectiveOn: string;
  readonly note: string;
}

/** Drafts become what everybody works by, from a day on; until that day it can be undone. */
@Injectable()
export class StandardPublishing {
  constructor(
    private readonly service: StandardEditions,
    private readonly editions: StandardEditionsRepository,
    private readonly views: EditionViews,
    private readonly standards: Standards,
    private readonly clock: SystemClock,
    private readonly outbox: OutboxReader,
  ) {}

  async publish(viewer: Viewer, id: string, { version, effectiveOn, note }: Publication): Promise<EditionView> {
    return this.told(
      await this.service.held(viewer, id, version, async (tx, edition) => {
        if (edition.state !== 'draft') throw apiError('standard.not-draft');
        await tx.become({ kind: 'district', code: viewer.districtCode });
        await this.requirePublishable(tx, viewer, edition, effectiveOn);
        await tx.become({ kind: 'record', id });
        const at = this.now();
        await this.editions.move(tx, id, { state: 'published', effectiveOn, note }, { at, by: viewer });
        if (edition.book === 'calendar') {
          const firstDay = new Date(`${effectiveOn}T00:00:00+08:00`).toISOString();
          await setTimers(tx, { districtCode: viewer.districtCode, id }, [{ kind: CALENDAR_EFFECTIVE, at: firstDay > at ? firstDay : at }]);
        }
        await this.keep(tx, viewer, edition, 'publish', { effectiveOn, note });
      }),
    );
  }

  async withdraw(viewer: Viewer, id: string, { version, note }: { version: number; note: string }): Promise<EditionView> {
    return this.told(
      await this.service.held(viewer, id, version, async (tx, edition) => {
        const isAhead = edition.state === 'published' && (edition.effective_on ?? '') > this.views.today();
        if (edition.state !== 'draft' && !isAhead) throw apiError('standard.in-force');
        const moved = { state: 'withdrawn', effectiveOn: edition.effective_on, note } as const;
        await this.editions.move(tx, id, moved, { at: this.now(), by: viewer });
        await setTimers(tx, { districtCode: viewer.districtCode, id }, []);
        await this.keep(tx, viewer, edition, 'withdraw', { note });
      }),
    );
  }

  private async requirePublishable(tx: Transaction, { districtCode }: Viewer, edition: EditionRow, effectiveOn: string): Promise<void> {
    const { book: name, lists } = edition;
    const book = bookOf(name);
    const before = await this.views.followed(tx, districtCode, { book: name, effectiveOn: null });
    const last = (await this.editions.list(tx, districtCode, name))
      .filter(({ state }) => state === 'published')
      .reduce((day, { effective_on: each }) => ((each ?? '') > day ? (each ?? '') : day), '');
    if (effectiveOn < this.views.today() || effectiveOn <= last) throw apiError('standard.effective-on');
    if (changesBetween(book, before.lists, lists).length === 0) throw apiError('standard.unchanged');
    const context = await this.views.context(tx, districtCode, lists, before.lists);
    if (checkBook(book, lists, context).some(({ level }) => level === 'error')) throw apiError('standard.has-faults');
  }

  private async keep(tx: Transaction, viewer: Viewer, { id, book }: EditionRow, deed: string, details: Readonly<Record<string, unknown>>) {
    await keepDeed(tx, viewer, { id, book, deed, at: this.now(), details });
    await appendFact(tx, { name: STANDARDS_CHANGED, districtCode: viewer.districtCode, payload: { id, book } });
  }

  /** This process knows at once; the others hear of it by the fact. */
  private async told(view: EditionView): Promise<EditionView> {
    await this.standards.load();
    this.outbox.poke();
    return view;
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
