import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { attachmentField, isShownMasked, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import type { Transaction } from '../../../platform/database/index.js';
import { FileStore } from '../../../platform/files/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { WorkGate } from '../../../platform/work/work-gate.js';
import { RecordJournal } from '../record-journal.js';
import { mayAt } from '../record-lenses.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { RevealBudget } from '../reveal-budget.js';
import { AttachedRecords, type Shown } from './attached-records.js';
import { type Attachment, AttachmentsRepository } from './attachments.repository.js';

export interface OpenedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly stream: Readable;
}
interface Named {
  readonly register: string;
  readonly id: string;
  readonly attachment: string;
}

/** Sealed content is in memory while it is opened. */
const AT_ONCE = 2;
const MOST_WAITING = 30;

/** The content of attachments: freely where it is nobody's own, else with a reason and never without a trace. */
@Injectable()
export class AttachmentOpening {
  private readonly gate = new WorkGate(AT_ONCE, MOST_WAITING);

  constructor(
    private readonly attached: AttachedRecords,
    private readonly attachments: AttachmentsRepository,
    private readonly budget: RevealBudget,
    private readonly journal: RecordJournal,
    private readonly files: FileStore,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async open(viewer: Viewer, named: Named, size: 'full' | 'thumb'): Promise<OpenedFile> {
    const definition = (await this.catalogue.of(viewer)).get(named.register);
    const found = await this.attached.shown(viewer, definition, named.id, (tx, shown) => this.find(tx, definition, shown, named));
    if (isShownMasked(found)) throw apiError('attachment.sealed');
    const hash = size === 'thumb' ? found.thumbHash : found.contentHash;
    if (hash === null) throw notFound();
    return this.contentOf(found, hash);
  }

  async reveal(viewer: Viewer, named: Named, reason: string): Promise<OpenedFile> {
    const definition = (await this.catalogue.of(viewer)).get(named.register);
    const found = await this.attached.shown(viewer, definition, named.id, async (tx, shown) => {
      const { record } = shown;
      if (!mayAt(viewer, 'register.reveal', record.chain)) throw apiError('permission.denied');
      const attachment = await this.find(tx, definition, shown, named);
      const now = this.clock.now();
      if (isShownMasked(attachment)) await this.budget.charge(tx, viewer, now);
      await tx.become({ kind: 'record', id: record.id });
      const fields = [{ name: attachmentField(attachment.kind), from: null, to: null }];
      const deed = { kind: 'revealed' as const, fields, version: record.version, reason, at: now.toISOString() };
      await this.journal.keep(tx, viewer, definition, record, deed);
      return attachment;
    });
    if (found.contentHash === null) throw notFound();
    return this.contentOf(found, found.contentHash);
  }

  private async find(tx: Transaction, definition: RegisterDefinition, { record, ids }: Shown, { attachment }: Named): Promise<Attachment> {
    const found = await this.attachments.find(tx, definition.name, record.chain.districtCode, ids, attachment);
    if (!found?.readyAt) throw notFound();
    return found;
  }

  private async contentOf({ id, name, type, isEncrypted }: Attachment, hash: string): Promise<OpenedFile> {
    const { stream, size } = await this.files.read(hash);
    if (!isEncrypted) return { name, type, size, stream };
    return this.gate.run(async () => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      const content = this.attachments.open(id, Buffer.concat(parts));
      return { name, type, size: content.length, stream: Readable.from([content]) };
    });
  }
}
