import { Injectable } from '@nestjs/common';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/errors.js';
import { MergesRepository } from '../merge/merges.repository.js';
import type { NamedRecord } from '../record.js';
import { recordLens } from '../record-lenses.js';
import { RegistersRepository } from '../registers.repository.js';

/** A record that the viewer is shown, and all whose attachments are its own: itself and those merged into it. */
export interface Shown {
  readonly record: NamedRecord;
  readonly ids: readonly string[];
}

/** The first wall before attachments: what hangs on a record exists for whoever is shown the record. */
@Injectable()
export class AttachedRecords {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly merges: MergesRepository,
  ) {}

  /** Work in a transaction that begins under the viewer's lens. Throws `not-found` where he is not shown the record. */
  shown<T>(
    viewer: Viewer,
    definition: RegisterDefinition,
    id: string,
    work: (tx: Transaction, shown: Shown) => Promise<T>,
  ): Promise<T> {
    const lens = recordLens(viewer);
    return this.database.as(lens, async (tx) => {
      const record = await this.records.find(tx, lens, definition, id);
      if (!record) throw notFound();
      const merged = await this.merges.mergedInto(tx, definition.name, record.id);
      return work(tx, { record, ids: [record.id, ...merged] });
    });
  }
}
