import { readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AttachmentType, ErrorCode } from '@wangge/contracts';
import { attachmentField, isEncrypted, isShownMasked } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/index.js';
import { documentTypeOf, type FileClaim, FileIntake, FileStore, type FileUse, PhotoProcessor } from '../../../platform/files/index.js';
import { ApiProblem, apiError } from '../../../platform/http/errors.js';
import { RecordJournal } from '../record-journal.js';
import { type Attachment, AttachmentsRepository, type KeptContent } from './attachments.repository.js';

interface Made {
  readonly type: AttachmentType;
  readonly content: Buffer;
  readonly thumb: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** What can never become what was declared is waited for no longer. */
const NEVER: readonly ErrorCode[] = ['file.not-an-image', 'file.too-many-pixels', 'attachment.not-as-declared', 'attachment.macros'];

/** The content of declared attachments: looked at before it is kept, and kept as its class asks for. */
@Injectable()
export class AttachmentIntake implements OnModuleInit, FileUse {
  constructor(
    private readonly database: Database,
    private readonly intake: FileIntake,
    private readonly photos: PhotoProcessor,
    private readonly files: FileStore,
    private readonly attachments: AttachmentsRepository,
    private readonly journal: RecordJournal,
    private readonly clock: SystemClock,
  ) {}

  onModuleInit(): void {
    this.intake.add(this);
  }

  async claim(sha256: string, accountId: string): Promise<FileClaim> {
    const found = await this.database.as({ kind: 'job' }, (tx) => this.attachments.awaited(tx, sha256, accountId));
    const waiting = found.filter(({ readyAt }) => readyAt === null);
    return {
      declared: found.map(({ bytes, readyAt }) => ({ bytes, ready: readyAt !== null })),
      take: (file) => this.takeAll(waiting, file),
    };
  }

  private async takeAll(waiting: readonly Attachment[], file: string): Promise<void> {
    for (const attachment of waiting) await this.take(attachment, file).catch((error: unknown) => this.forget(attachment, error));
  }

  private async take(attachment: Attachment, file: string): Promise<void> {
    const kept = await this.keep(attachment, await this.make(attachment.type, file));
    const { declaredBy: accountId, declaredByName: name, register, recordId: id, districtCode, recordVersion } = attachment;
    await this.database.as({ kind: 'record', id }, async (tx) => {
      const at = this.clock.now().toISOString();
      if (!(await this.attachments.received(tx, attachment, kept, at))) return;
      const fields = [{ name: attachmentField(attachment.kind), from: null, to: null }];
      const deed = { kind: 'attached' as const, fields, version: recordVersion, reason: null, at };
      await this.journal.keep(tx, { accountId, name }, { name: register }, { id, chain: { districtCode } }, deed);
    });
  }

  /** A picture by its pixels alone; any other file as it is, once it is seen to be what was declared. */
  private async make(declared: AttachmentType, file: string): Promise<Made> {
    if (declared.startsWith('image/')) {
      const { shown, thumb, width, height } = await this.photos.make(file);
      return { type: 'image/jpeg', content: shown, thumb, width, height };
    }
    const content = await readFile(file);
    const type = await documentTypeOf(content);
    if (type !== declared) throw apiError('attachment.not-as-declared');
    return { type, content, thumb: null, width: null, height: null };
  }

  private async keep(attachment: Attachment, { type, content, thumb, width, height }: Made): Promise<KeptContent> {
    const sealed = isEncrypted(attachment);
    const contentHash = await this.files.write(sealed ? this.attachments.seal(attachment.id, content) : content);
    const thumbHash = thumb && !isShownMasked(attachment) ? await this.files.write(thumb) : null;
    return { type, bytes: content.length, contentHash, thumbHash, isEncrypted: sealed, width, height };
  }

  private async forget({ id }: Attachment, error: unknown): Promise<never> {
    if (error instanceof ApiProblem && NEVER.includes(error.code))
      await this.database.as({ kind: 'job' }, (tx) => this.attachments.forget(tx, [id]));
    throw error;
  }
}
