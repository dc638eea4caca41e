import { Injectable } from '@nestjs/common';
import type { Point } from '@wangge/contracts';
import { chainOf } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { GridLocator } from '../../grid/index.js';
import { mayAt } from '../record-lenses.js';
import type { BulkCheck, BulkContext, BulkRow } from './bulk-row.js';
import { BulkRepository } from './bulk.repository.js';

/** Where the rows belong. A place where the viewer may not write is told just like one that does not exist. */
@Injectable()
export class BulkPlaces implements BulkCheck {
  constructor(
    private readonly locator: GridLocator,
    private readonly records: BulkRepository,
  ) {}

  async check(tx: Transaction, context: BulkContext, rows: readonly BulkRow[]): Promise<void> {
    await this.byCode(tx, context, rows);
    await this.byPoint(tx, context, rows);
  }

  private async byCode(tx: Transaction, context: BulkContext, rows: readonly BulkRow[]): Promise<void> {
    const codes = [...new Set(rows.map(({ reading }) => reading.gridCode))].filter((code) => code !== null);
    if (codes.length === 0) return;
    const known = await this.records.unitGrids(
      tx,
      codes.filter((gridCode) => isWritable(context, gridCode)),
    );
    for (const row of rows) {
      const { gridCode } = row.reading;
      if (gridCode === null) continue;
      if (known.has(gridCode)) row.chain = chainOf(gridCode);
      else row.faults.push({ column: 'gridCode', rule: 'place-not-yours' });
    }
  }

  private async byPoint(tx: Transaction, context: BulkContext, rows: readonly BulkRow[]): Promise<void> {
    const placed = rows.flatMap((row): [BulkRow, Point][] => (row.reading.point ? [[row, row.reading.point]] : []));
    if (placed.length === 0) return;
    const found = await this.locator.locateMany(
      tx,
      placed.map(([, point]) => point),
    );
    for (const [index, [row]] of placed.entries()) {
      const place = found[index];
      if (typeof place === 'object' && isWritable(context, place.gridCode)) row.chain = place;
      else {
        const rule = place === 'grid.swapped-coordinates' ? 'place-swapped' : 'place-not-yours';
        row.faults.push({ column: 'lng', rule });
      }
    }
  }
}

/** An import is one district's: a key holds within it. */
const isWritable = ({ viewer }: BulkContext, gridCode: string): boolean =>
  gridCode.startsWith(viewer.districtCode) && mayAt(viewer, 'register.write', { gridCode });
