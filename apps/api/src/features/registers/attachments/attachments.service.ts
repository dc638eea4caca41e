import { Injectable } from '@nestjs/common';
import type { AttachmentView, DeclareAttachment } from '@wangge/contracts';
import { attachmentField, attachmentsOf, isShownMasked, type RegisterDefinition, safeFileName, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { isFirstTime } from '../../../platform/commands/commands.js';
import type { Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import type { PlainRecord } from '../record.js';
import { RecordCells } from '../record-cells.js';
import { RecordJournal } from '../record-journal.js';
import { mayAt } from '../record-lenses.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { requireOpen } from '../require-open.js';
import { AttachedRecords, type Shown } from './attached-records.js';
import { type Attachment, AttachmentsRepository } from './attachments.repository.js';

/** What is attached to records: listed with them, declared for them, taken off them with a reason. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly attached: AttachedRecords,
    private readonly attachments: AttachmentsRepository,
    private readonly records: RegistersRepository,
    private readonly journal: RecordJournal,
    private readonly cells: RecordCells,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer, register: string, id: string): Promise<{ items: AttachmentView[] }> {
    const definition = (await this.catalogue.of(viewer)).get(register);
    return this.attached.shown(viewer, definition, id, async (tx, { record, ids }) => {
      const found = await this.attachments.list(tx, definition.name, record.chain.districtCode, ids, this.clock.now());
      return { items: found.map((each) => toView(record, each)) };
    });
  }

  async declare(viewer: Viewer, register: string, id: string, given: DeclareAttachment): Promise<AttachmentView> {
    const definition = (await this.catalogue.of(viewer)).get(register);
    const rules = attachmentsOf(definition);
    const kind = rules.kinds.find(({ code }) => code === given.kind);
    if (!kind) throw apiError('attachment.kind-unknown', { fields: [{ path: 'body.kind', rule: 'unknown' }] });
    if (given.bytes > rules.mostBytes) throw apiError('file.too-large');
    const attachment = {
      ...given,
      id: given.id.toLowerCase(),
      name: safeFileName(given.name, given.type),
      dataClass: kind.dataClass,
      declaredBy: viewer.accountId,
      declaredByName: viewer.name,
      at: this.clock.now(),
    };
    return this.attached.shown(viewer, definition, id, async (tx, { record }) => {
      if (!mayAt(viewer, 'register.write', record.chain)) throw apiError('permission.denied');
      await tx.become({ kind: 'record', id: record.id });
      // Held, so that of two at once the second counts the first.
      const held = await this.records.lock(tx, definition, record.chain.districtCode, record.id);
      if (!held || !mayAt(viewer, 'register.write', held.chain)) throw notFound();
      const content = this.cells.commandHash({ attach: definition.name, record: record.id, ...given });
      const command = { accountId: viewer.accountId, commandId: attachment.id, subjectId: record.id, content };
      if (await isFirstTime(tx, command)) await this.store(tx, definition, held, attachment, rules.most);
      const stored = await this.attachments.find(tx, definition.name, held.chain.districtCode, [held.id], attachment.id);
      // Refused when its content came, or taken off since.
      if (!stored) throw notFound();
      return toView(held, stored);
    });
  }

  async remove(viewer: Viewer, register: string, id: string, attachment: string, reason: string): Promise<void> {
    const definition = (await this.catalogue.of(viewer)).get(register);
    await this.attached.shown(viewer, definition, id, async (tx, shown) => {
      if (!mayAt(viewer, 'register.write', shown.record.chain)) throw apiError('permission.denied');
      const found = await this.find(tx, definition, shown, attachment);
      await tx.become({ kind: 'record', id: found.recordId });
      await requireOpen(tx, definition);
      const at = this.clock.now().toISOString();
      const removed = await this.attachments.remove(tx, found, { at, by: viewer.accountId, name: viewer.name, reason });
      if (!removed) throw notFound();
      const fields = [{ name: attachmentField(found.kind), from: null, to: null }];
      const deed = { kind: 'detached' as const, fields, version: shown.record.version, reason, at };
      await this.journal.keep(tx, viewer, definition, { id: found.recordId, chain: shown.record.chain }, deed);
    });
  }

  private async store(
    tx: Transaction,
    definition: RegisterDefinition,
    record: PlainRecord,
    attachment: Parameters<AttachmentsRepository['declare']>[3],
    most: number,
  ): Promise<void> {
    if ((await this.attachments.count(tx, definition.name, record, attachment.at)) >= most) throw apiError('attachment.too-many');
    if (!(await this.attachments.declare(tx, definition, record, attachment))) throw apiError('command.reused');
  }

  private async find(tx: Transaction, definition: RegisterDefinition, { record, ids }: Shown, id: string): Promise<Attachment> {
    const found = await this.attachments.find(tx, definition.name, record.chain.districtCode, ids, id);
    if (!found) throw notFound();
    return found;
  }
}

/** Of personal content neither its name nor its size in pixels is told: its kind says enough to ask for it. */
function toView(record: Pick<PlainRecord, 'id'>, attachment: Attachment): AttachmentView {
  const { id, kind, name, type, bytes, width, height, readyAt, recordId, declaredByName, declaredAt } = attachment;
  const sealed = isShownMasked(attachment);
  return {
    ...{ id, kind, type, bytes, sealed },
    name: sealed ? null : name,
    size: !sealed && width !== null && height !== null ? { width, height } : null,
    ready: readyAt !== null,
    of: recordId === record.id ? null : recordId,
    by: declaredByName,
    at: declaredAt.toISOString(),
  };
}
