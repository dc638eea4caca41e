import { Injectable } from '@nestjs/common';
import type { FieldValues } from '@wangge/contracts';
import { initialValues, type RowReading, type Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../../platform/database/index.js';
import { apiError } from '../../../platform/http/errors.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { recordLens } from '../record-lenses.js';
import type { PlainRow } from '../record.js';
import { RecordSums } from '../record-sums.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { columnOf } from '../register-columns.js';
import { BulkPlaces } from './bulk-places.js';
import { BulkRecords, toPair } from './bulk-records.js';
import { BulkReferences } from './bulk-references.js';
import { type BulkCheck, type BulkContext, type BulkRow, isGood, toBulkRow } from './bulk-row.js';
import { BulkRepository } from './bulk.repository.js';
import type { Deed, NewRow, Sealed } from './sealing.js';
import { SealingThread } from './sealing-thread.js';

/** Many rows of one register, looked at and stored in portions. `end` is to be called in any case. */
export interface BulkWork {
  readonly context: BulkContext;
  end(): Promise<void>;
}
export interface SealedRows {
  readonly rows: readonly BulkRow[];
  readonly portion: Portion;
  readonly sealedNew: Sealed | undefined;
  readonly sealedChanged: Sealed | undefined;
}
export type Portion = { readonly created: number; readonly changed: number; readonly same: number };

/**
 * Records by the hundred: each row is held to the rules of a single record (its place, its references, its key, the
 * viewer's rights), and leaves the same history. Whoever calls keeps one audit entry for all of them.
 */
@Injectable()
export class RegisterBulk {
  private readonly checks: readonly BulkCheck[];

  constructor(
    private readonly catalogue: RegisterCatalogue,
    private readonly repository: BulkRepository,
    private readonly secrets: Secrets,
    private readonly sums: RecordSums,
    places: BulkPlaces,
    references: BulkReferences,
    records: BulkRecords,
  ) {
    // In this order: which record it is depends on where it is, and what it points at is part of what it says.
    this.checks = [places, references, records];
  }

  /** To be opened before a transaction begins. Throws `not-found` where there is no such register. */
  async open(viewer: Viewer, register: string, { holds }: { readonly holds: boolean }): Promise<BulkWork> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    if (definition.backing) throw apiError('register.closed');
    const thread = new SealingThread(this.secrets, definition);
    const context = { viewer, registers, definition, thread, seen: new Set<string>(), holds };
    return { context, end: () => thread.end() };
  }

  /** What each row would do, and all that is wrong with it. Changes nothing; the lens of the transaction may be any. */
  async examine(tx: Transaction, context: BulkContext, readings: readonly RowReading[]): Promise<BulkRow[]> {
    const rows = readings.map(toBulkRow);
    await tx.become(recordLens(context.viewer));
    for (const each of this.checks) await each.check(tx, context, rows);
    for (const row of rows) if (!isGood(row)) row.outcome = 'wrong';
    return rows;
  }

  /** Encrypts what is to be stored of rows that were examined: in the thread, while the database does something else. */
  async seal({ definition, viewer, thread }: BulkContext, rows: readonly BulkRow[], at: string): Promise<SealedRows> {
    const deed: Deed = { at, actorId: viewer.accountId, actorName: viewer.name };
    const fresh = rows.flatMap((row): NewRow[] => {
      const { chain, point, shape, values, key } = row;
      if (row.outcome !== 'new' || !chain) return [];
      return [
        {
          id: key && 'id' in key ? key.id : uuid(),
          chain,
          point,
          shape,
          values: { ...initialValues(definition), ...values },
        },
      ];
    });
    const changed = rows.filter(({ outcome }) => outcome === 'changed').flatMap(toPair);
    const sealedNew = fresh.length > 0 ? thread.sealNew(fresh, deed) : undefined;
    const sealedChanged = changed.length > 0 ? thread.sealChanged(changed, deed) : undefined;
    const same = rows.length - fresh.length - changed.length;
    const portion = { created: fresh.length, changed: changed.length, same };
    return { rows, portion, sealedNew: await sealedNew, sealedChanged: await sealedChanged };
  }

  /** Stores what was examined in the same transaction, and sealed since. Ends under the job lens. */
  async store(tx: Transaction, context: BulkContext, { rows, portion, ...sealed }: SealedRows): Promise<Portion> {
    const { definition, viewer } = context;
    await tx.become({ kind: 'job' });
    await this.holdTargets(tx, context, rows);
    if (sealed.sealedNew) await this.insert(tx, definition, sealed.sealedNew, portion.created, viewer.accountId);
    if (sealed.sealedChanged) await this.repository.update(tx, definition, sealed.sealedChanged, viewer.accountId);
    await this.sums.reckon(tx, context.registers.all, definition, viewer.districtCode, touchedBy(definition, rows));
    return portion;
  }

  /** What the rows point at is not taken out before they are stored. */
  private async holdTargets(tx: Transaction, { definition, registers, viewer }: BulkContext, rows: readonly BulkRow[]) {
    const stored = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
    for (const { name, references } of definition.fields) {
      const target = references === undefined ? undefined : registers.find(references);
      const named = stored.map(({ values }) => values[name]).filter((id) => typeof id === 'string');
      const ids = [...new Set(named)];
      if (!target || ids.length === 0) continue;
      if ((await this.repository.hold(tx, target, viewer.districtCode, ids)) !== ids.length) throw new BulkConflict();
    }
  }

  private async insert(
    tx: Transaction,
    definition: BulkContext['definition'],
    sealed: Sealed,
    expected: number,
    by: string,
  ): Promise<void> {
    const stored = await this.repository.insert(tx, definition, sealed, by);
    if (stored !== expected) throw new BulkConflict();
  }
}

/** What the rows point at, and pointed at before. */
const touchedBy = (definition: BulkContext['definition'], rows: readonly BulkRow[]): readonly { readonly values: FieldValues }[] =>
  rows
    .filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
    .flatMap(({ values, existing }) => [{ values }, ...(existing ? [pointersOf(definition, existing)] : [])]);

/** What a row pointed at before: references are never sealed. */
function pointersOf({ fields }: BulkContext['definition'], row: PlainRow): { readonly values: FieldValues } {
  const pointers = fields.flatMap((field) => {
    const id = field.references === undefined ? undefined : row[columnOf(field)];
    return typeof id === 'string' ? [[field.name, id] as const] : [];
  });
  return { values: Object.fromEntries(pointers) };
}

/** Somebody else stored one of these records meanwhile: looked at again, the rows may say something else. */
export class BulkConflict extends Error {
  override readonly name = 'BulkConflict';
}
