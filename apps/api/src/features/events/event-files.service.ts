import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ErrorCode, FileState } from '@wangge/contracts';
import { memberLens, type Viewer } from '@wangge/domain';
import type { Readable } from 'node:stream';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/transaction.js';
import { type FileClaim, FileIntake, FileStore, type FileUse, PhotoProcessor } from '../../platform/files/index.js';
import { ApiProblem, notFound } from '../../platform/http/errors.js';
import { OutboxReader } from '../../platform/outbox/outbox-reader.js';
import { fromRow } from './event-columns.js';
import { EventWriter } from './event-writer.js';
import { EventsRepository } from './events.repository.js';

interface Declaration {
  readonly event_id: string;
  readonly bytes: number;
  readonly ready: boolean;
}

/** $1 hash, $2 account, $3 event: whoever declared a photo may bring its content, also after the event left his view. */
const DECLARED: Statement = {
  name: 'files.declared',
  text: `select event_id, bytes, ready_at is not null as ready from event_photo
          where sha256 = $1 and ($2::uuid is null or declared_by = $2) and ($3::uuid is null or event_id = $3)`,
};
const RECEIVED: Statement = {
  name: 'files.received',
  text: `update event_photo set content_hash = $3, thumb_hash = $4, width = $5, height = $6, ready_at = $7,
                taken_at = coalesce(taken_at, $8), lng = coalesce(lng, $9), lat = coalesce(lat, $10)
          where event_id = $1 and sha256 = $2 and ready_at is null`,
};

/** What is no photo never becomes one: nobody waits for it. */
const REFUSED: Statement = {
  name: 'files.refused',
  text: 'delete from event_photo where sha256 = $1 and ready_at is null and event_id = any($2::uuid[])',
};
const NEVER: readonly ErrorCode[] = ['file.not-an-image', 'file.too-many-pixels'];

/** Content of declared photos: who may bring it, who may see it. */
@Injectable()
export class EventFiles implements OnModuleInit, FileUse {
  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly writer: EventWriter,
    private readonly intake: FileIntake,
    private readonly photos: PhotoProcessor,
    private readonly files: FileStore,
    private readonly clock: SystemClock,
    private readonly outbox: OutboxReader,
  ) {}

  onModuleInit(): void {
    this.intake.add(this);
  }

  claim(sha256: string, accountId: string): Promise<FileClaim> {
    return this.claimOf(sha256, { accountId, eventId: null });
  }

  /** For who has no account: the photos of one event. */
  async receive(
    sha256: string,
    by: { readonly accountId: string | null; readonly eventId: string | null },
    offset: number | undefined,
    stream: Readable,
  ): Promise<FileState> {
    return this.intake.receive(sha256, [await this.claimOf(sha256, by)], offset, stream);
  }

  /** The re-encoded picture of an event the viewer may see. */
  async open(viewer: Viewer, sha256: string, size: 'full' | 'thumb'): Promise<{ stream: Readable; size: number }> {
    const lens = memberLens(viewer);
    const photo = await this.database.as(lens, (tx) => this.events.findShown(tx, lens, sha256));
    if (!photo) throw notFound();
    return this.files.read(size === 'thumb' ? photo.thumb_hash : photo.content_hash);
  }

  private async claimOf(
    sha256: string,
    { accountId, eventId }: { readonly accountId: string | null; readonly eventId: string | null },
  ): Promise<FileClaim> {
    const declared = await this.database.as({ kind: 'job' }, (tx) => tx.query<Declaration>(DECLARED, [sha256, accountId, eventId]));
    const waiting = declared.filter(({ ready }) => !ready);
    return {
      declared,
      take: (file) => this.process(sha256, waiting, file).catch((error: unknown) => this.forget(sha256, waiting, error)),
    };
  }

  /** Checked and re-encoded, it is shown with its events. */
  private async process(sha256: string, declared: readonly Declaration[], file: string): Promise<void> {
    const photo = await this.photos.process(file);
    const now = this.clock.now().toISOString();
    for (const { event_id } of declared) {
      await this.database.as({ kind: 'record', id: event_id }, async (tx) => {
        const { contentHash, thumbHash, width, height, takenAt, point } = photo;
        const values = [contentHash, thumbHash, width, height, now, takenAt, point?.lng ?? null, point?.lat ?? null];
        await tx.query(RECEIVED, [event_id, sha256, ...values]);
        const record = await this.events.findOwn(tx, event_id);
        if (record) await this.writer.tell(tx, fromRow(record), null, 'photo', now);
      });
    }
    this.outbox.poke();
  }

  private async forget(sha256: string, declared: readonly Declaration[], error: unknown): Promise<never> {
    if (error instanceof ApiProblem && NEVER.includes(error.code)) {
      await this.database.as({ kind: 'job' }, (tx) => tx.query(REFUSED, [sha256, declared.map(({ event_id }) => event_id)]));
    }
    throw error;
  }
}
