import { Injectable } from '@nestjs/common';
import { chainOf, type RegisterDefinition } from '@wangge/domain';
import { Database, isUniqueViolation } from '../../../platform/database/index.js';
import type { SeedActor } from '../register-seeding.js';
import { tagWritingLens } from './tag-lenses.js';
import { type NewTag, TagsRepository } from './tags.repository.js';

/** A tag that is to be there, on a record that is. */
export interface SeedTag extends NewTag {
  readonly recordId: string;
  readonly gridCode: string;
  readonly at: string;
}

/** Stores tags without a person who enters them, each with the begin of its history. */
@Injectable()
export class TagSeeding {
  constructor(
    private readonly database: Database,
    private readonly tags: TagsRepository,
  ) {}

  /** In their order: where the last one is there, all are. */
  async insertMany(definition: RegisterDefinition, rows: readonly SeedTag[], actor: SeedActor): Promise<void> {
    const last = rows.at(-1);
    if (!last || (await this.isThere(last))) return;
    for (const row of rows) await this.insert(definition, row, actor);
  }

  private isThere({ id, recordId, gridCode, group }: SeedTag): Promise<boolean> {
    const record = { id: recordId, chain: chainOf(gridCode) };
    return this.database.as(
      tagWritingLens(recordId, group),
      async (tx) => (await this.tags.hold(tx, record, id)) !== undefined,
    );
  }

  private async insert(definition: RegisterDefinition, row: SeedTag, { id: accountId, name }: SeedActor): Promise<void> {
    const record = { id: row.recordId, chain: chainOf(row.gridCode) };
    const step = { deed: 'added', at: row.at, reason: null } as const;
    try {
      await this.database.as(tagWritingLens(row.recordId, row.group), (tx) =>
        this.tags.insert(tx, { accountId, name }, definition, record, row, step),
      );
    } catch (error) {
      // It was there, whatever became of it.
      if (!isUniqueViolation(error, 'register_tag_pkey') && !isUniqueViolation(error, 'register_tag_once')) throw error;
    }
  }
}
