import { Injectable } from '@nestjs/common';
import { EventStatus, type FileState, type PublicReceipt, type PublicReport, type PublicStatus } from '@wangge/contracts';
import { decide, type Lens, placeNameOf } from '@wangge/domain';
import type { Readable } from 'node:stream';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { notFound } from '../../platform/http/errors.js';
import { OutboxReader } from '../../platform/outbox/outbox-reader.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { EventFiles, EventReports, EventsRepository, EventWriter, fromRow, type NamedRecord } from '../events/index.js';
import { Standards } from '../standards/index.js';

interface Key {
  readonly number: string;
  readonly secret: string;
}

/** The note of these steps is written for the reporter; of others it is the staff's own business. */
const TOLD_NOTES = new Set(['reject']);

/** A resident's report without an account: what follows is opened by number and secret alone. */
@Injectable()
export class PublicReports {
  constructor(
    private readonly database: Database,
    private readonly reports: EventReports,
    private readonly events: EventsRepository,
    private readonly writer: EventWriter,
    private readonly files: EventFiles,
    private readonly standards: Standards,
    private readonly secrets: Secrets,
    private readonly cipher: FieldCipher,
    private readonly clock: SystemClock,
    private readonly outbox: OutboxReader,
  ) {}

  async create({ contact, ...input }: PublicReport): Promise<PublicReceipt> {
    const secret = this.secretOf({ ...input, contact });
    const anonymous = {
      secretHash: this.hashOf(secret),
      contact: contact ? this.cipher.encrypt(contact, { table: 'event', id: input.id.toLowerCase() }) : null,
    };
    const report = { input, source: 'resident' as const, actor: { accountId: null, name: '' }, anonymous };
    return this.reports.store(report, async (tx) => {
      const record = await this.events.findOwn(tx, input.id);
      if (!record) throw notFound();
      return { number: fromRow(record).number, secret };
    });
  }

  async status(key: Key): Promise<PublicStatus> {
    const lens = this.lensOf(key);
    return this.database.as(lens, async (tx) => this.toStatus(tx, await this.find(tx, lens, key)));
  }

  async rate(key: Key & { readonly score: number; readonly note?: string | undefined }): Promise<PublicStatus> {
    const lens = this.lensOf(key);
    const status = await this.database.as(lens, async (tx) => {
      const { id, districtCode } = fromRow(await this.find(tx, lens, key));
      await tx.become({ kind: 'record', id });
      const event = await this.events.lock(tx, districtCode, id);
      if (!event) throw notFound();
      const at = this.clock.now().toISOString();
      const command = { action: 'rate' as const, version: event.version, score: key.score, note: key.note };
      const actor = { accountId: null, name: '' };
      const outcome = decide(event, command, { actor, at, calendar: this.standards.calendarFor(districtCode, event.handlingClock?.startedAt ?? at) });
      await this.writer.goOn(tx, { outcome, before: event, by: null, at, photos: [], photoStage: 'report' });
      await tx.become(lens);
      return this.toStatus(tx, await this.find(tx, lens, key));
    });
    this.outbox.poke();
    return status;
  }

  async photo(sha256: string, key: Key, stream: Readable): Promise<FileState> {
    const lens = this.lensOf(key);
    const eventId = await this.database.as(lens, async (tx) => fromRow(await this.find(tx, lens, key)).id);
    return this.files.receive(sha256, { accountId: null, eventId }, undefined, stream);
  }

  /** A wrong number and a wrong secret look the same. */
  private async find(tx: Transaction, lens: Lens, { number }: Key): Promise<NamedRecord> {
    const record = await this.events.findByLens(tx, lens);
    if (!record || fromRow(record).number !== number) throw notFound();
    return record;
  }

  private async toStatus(tx: Transaction, record: NamedRecord): Promise<PublicStatus> {
    const event = fromRow(record);
    const timeline = await this.events.timeline(tx, event.districtCode, event.id);
    return {
      number: event.number,
      title: event.title,
      status: event.status,
      reportedAt: event.reportedAt,
      closedAt: event.closedAt,
      community: placeNameOf(record.community_name),
      department: record.department_name,
      // What happens between offices leaves a report where it is.
      steps: timeline.filter(({ from_status, to_status }) => from_status !== to_status).map((entry) => ({
        at: entry.at.toISOString(),
        status: EventStatus.parse(entry.to_status),
        note: TOLD_NOTES.has(entry.action) ? entry.note : null,
      })),
      rating: event.rating,
      mayRate: event.status === 'closed',
    };
  }

  private lensOf({ secret }: Key): Lens {
    return { kind: 'public', secretHash: this.hashOf(secret) };
  }

  private hashOf(secret: string): string {
    return this.secrets.keyedHash('report-secret-hash', secret);
  }

  /** 128 bits made from the whole report with the installation's key: a repeat after a lost answer gets the same one. */
  private secretOf(report: PublicReport): string {
    const digest = this.secrets.keyedHash('report-secret', JSON.stringify(report));
    return Buffer.from(digest, 'hex').subarray(0, 16).toString('base64url');
  }
}
