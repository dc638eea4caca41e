import { Injectable } from '@nestjs/common';
import type { RecordTag, TagGroup } from '@wangge/contracts';
import { localDate, type RegisterDefinition, TAG_PERMISSIONS, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import type { NamedRecord } from '../record.js';
import { mayAt, recordLens } from '../record-lenses.js';
import { RegisterCatalogue, type Registers } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { auditTagLook } from './tag-audit.js';
import { tagLens } from './tag-lenses.js';
import { TagsRepository } from './tags.repository.js';

type Tags = { readonly items: RecordTag[] };

/** The tags of one record: care tags for whoever may read them, special ones only with a reason that is kept. */
@Injectable()
export class TagReading {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly tags: TagsRepository,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer, register: string, id: string): Promise<Tags> {
    const definition = taggable(await this.catalogue.of(viewer), register, 'care');
    return this.database.as(recordLens(viewer), async (tx) => {
      const record = await this.readable(tx, viewer, definition, id, 'care');
      return { items: await this.read(tx, viewer, definition, record, 'care') };
    });
  }

  async look(viewer: Viewer, register: string, id: string, reason: string): Promise<Tags> {
    const definition = taggable(await this.catalogue.of(viewer), register, 'special');
    return this.database.as(recordLens(viewer), async (tx) => {
      const record = await this.readable(tx, viewer, definition, id, 'special');
      const items = await this.read(tx, viewer, definition, record, 'special');
      const { districtCode } = record.chain;
      await auditTagLook(tx, viewer, definition, { id: record.id, districtCode }, reason, this.clock.now());
      return { items };
    });
  }

  /** The record itself, as far as the viewer may read its tags. */
  private async readable(tx: Transaction, viewer: Viewer, definition: RegisterDefinition, id: string, group: TagGroup) {
    const record = await this.records.find(tx, recordLens(viewer), definition, id);
    if (!record) throw notFound();
    if (!mayAt(viewer, TAG_PERMISSIONS[group].read, record.chain)) throw apiError('permission.denied');
    return record;
  }

  /** Leaves the transaction under the lens of the tags. */
  async read(
    tx: Transaction,
    viewer: Viewer,
    definition: RegisterDefinition,
    record: Pick<NamedRecord, 'id' | 'chain'>,
    group: TagGroup,
  ): Promise<RecordTag[]> {
    const lens = tagLens(viewer, group);
    await tx.become(lens);
    return this.tags.list(tx, lens, definition, record, group, localDate(this.clock.now().toISOString()));
  }
}

/** A register whose records carry no tags of the group has none to read or to set. */
export function taggable(registers: Registers, name: string, group: TagGroup): RegisterDefinition {
  const definition = registers.get(name);
  if (!definition.tags?.includes(group)) throw notFound();
  return definition;
}
