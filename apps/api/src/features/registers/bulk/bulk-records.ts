import { Injectable } from '@nestjs/common';
import { isBySystem } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { mayAt } from '../record-lenses.js';
import type { PlainRow } from '../record.js';
import { type BulkCheck, type BulkContext, type BulkRow, isGood } from './bulk-row.js';
import { BulkRepository, keyText } from './bulk.repository.js';
import type { Pair } from './sealing.js';

/** Which records the rows are about: new ones, or ones that are there and may be the viewer's to change. */
@Injectable()
export class BulkRecords implements BulkCheck {
  constructor(private readonly records: BulkRepository) {}

  async check(tx: Transaction, context: BulkContext, rows: readonly BulkRow[]): Promise<void> {
    const good = rows.filter(isGood);
    const keys = await context.thread.keys(good.map(toValues));
    for (const [index, row] of good.entries()) row.key = keys[index];
    for (const row of good) this.refuseRepeat(context, row);
    await tx.become({ kind: 'job' });
    await this.findExisting(tx, context, good.filter(isGood));
    for (const row of good.filter(isGood)) this.decide(context, row);
    await this.compare(
      context,
      good.filter((row) => isGood(row) && row.existing),
    );
  }

  private refuseRepeat({ definition, seen }: BulkContext, row: BulkRow): void {
    const name = nameOf(definition, row);
    if (seen.has(name)) row.faults.push({ column: keyColumn(definition, row), rule: 'duplicate-in-file' });
    seen.add(name);
  }

  private async findExisting(tx: Transaction, { definition, viewer, holds }: BulkContext, rows: readonly BulkRow[]) {
    const { districtCode } = viewer;
    const cells = rows.flatMap(({ key }) => (key && 'cells' in key ? [key.cells] : []));
    const ids = rows.flatMap(({ key }) => (key && 'id' in key ? [key.id] : []));
    const found = new Map<string, PlainRow>();
    if (cells.length > 0) {
      const there = await this.records.findByKeys(tx, definition, districtCode, cells, holds);
      for (const row of there) found.set(keyText(definition, row), row);
    }
    if (ids.length > 0) {
      const there = await this.records.findByIds(tx, definition, districtCode, ids, holds);
      for (const row of there) found.set(row.id, row);
    }
    for (const row of rows) row.existing = found.get(nameOf(definition, row));
  }

  private decide({ definition, viewer }: BulkContext, row: BulkRow): void {
    const { existing } = row;
    if (!existing) {
      row.outcome = 'new';
      if (!row.chain) row.faults.push({ column: definition.geometry === 'point' ? 'lng' : 'gridCode', rule: 'place-required' });
      for (const field of definition.fields) {
        const isMissing = field.required && !isBySystem(definition, field) && (row.values[field.name] ?? null) === null;
        if (isMissing) row.faults.push({ column: field.name, rule: 'required' });
      }
    } else if (!mayAt(viewer, 'register.write', { gridCode: existing.grid_code })) {
      // That it exists somewhere is all that is told.
      row.faults.push({ column: keyColumn(definition, row), rule: 'duplicate' });
    } else if (existing.deleted_at !== null) {
      row.faults.push({ column: null, rule: 'taken-out' });
    }
    if (!isGood(row)) row.outcome = 'wrong';
  }

  private async compare({ thread }: BulkContext, rows: readonly BulkRow[]): Promise<void> {
    // A row without a key is known by all that it says: what is there says the same, or was changed on purpose.
    for (const row of rows) row.outcome = 'same';
    const keyed = rows.filter(({ key }) => key && 'cells' in key);
    const differ = await thread.differ(keyed.flatMap(toPair));
    for (const [index, row] of keyed.entries()) row.outcome = differ[index] ? 'changed' : 'same';
  }
}

const toValues = ({ values, chain, point, shape }: BulkRow) => ({ values, chain, point, shape });

export const toPair = (row: BulkRow): Pair[] => (row.existing ? [{ given: toValues(row), existing: row.existing }] : []);

function nameOf(definition: BulkContext['definition'], { key }: BulkRow): string {
  if (!key) return '';
  return 'id' in key ? key.id : keyText(definition, key.cells);
}

const keyColumn = ({ naturalKey = [] }: BulkContext['definition'], { key }: BulkRow): string | null =>
  key && 'cells' in key && naturalKey.length === 1 ? (naturalKey[0] ?? null) : null;
