import { Injectable } from '@nestjs/common';
import type { Point, Shape } from '@wangge/contracts';
import { chainOf, type RowFault } from '@wangge/domain';
import { Config } from '../../../platform/config/config.js';
import type { Transaction } from '../../../platform/database/index.js';
import { GridLocator } from '../../grid/index.js';
import { mayAt } from '../record-lenses.js';
import { faultOfShape } from '../record-places.js';
import type { ReadShape } from '../registers.repository.js';
import type { BulkCheck, BulkContext, BulkRow } from './bulk-row.js';
import { BulkRepository } from './bulk.repository.js';

/** Where the rows belong. A place where the viewer may not write is told just like one that does not exist. */
@Injectable()
export class BulkPlaces implements BulkCheck {
  constructor(
    private readonly locator: GridLocator,
    private readonly records: BulkRepository,
    private readonly config: Config,
  ) {}

  async check(tx: Transaction, context: BulkContext, rows: readonly BulkRow[]): Promise<void> {
    await this.readShapes(tx, rows);
    await this.byCode(tx, context, rows);
    await this.byPoint(tx, context, rows);
  }

  /** Lines and areas as the database reads them, each with a point on it by which it is placed. */
  private async readShapes(tx: Transaction, rows: readonly BulkRow[]): Promise<void> {
    const drawn = rows.flatMap((row): [BulkRow, Shape][] => (row.reading.shape ? [[row, row.reading.shape]] : []));
    if (drawn.length === 0) return;
    const shapes = drawn.map(([, shape]) => shape);
    const read = await this.records.readShapes(tx, shapes, this.config.locateTolerance);
    for (const [index, [row]] of drawn.entries()) {
      const found = read.get(index);
      const rule = found ? ruleOf(found) : 'shape-broken';
      if (rule) row.faults.push({ column: 'shape', rule });
      if (rule || !found) continue;
      row.shape = found.shape;
      row.point = { lng: found.lng, lat: found.lat };
    }
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
      if (gridCode === null || row.shape) continue;
      if (known.has(gridCode)) row.chain = chainOf(gridCode);
      else row.faults.push({ column: 'gridCode', rule: 'place-not-yours' });
    }
  }

  private async byPoint(tx: Transaction, context: BulkContext, rows: readonly BulkRow[]): Promise<void> {
    const placed = rows.flatMap((row): [BulkRow, Point][] => (row.point ? [[row, row.point]] : []));
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
        row.faults.push({ column: row.shape ? 'shape' : 'lng', rule });
      }
    }
  }
}

/** A shape that lies in no district as a whole: a place on it may be the viewer's, the rest is not. */
function ruleOf({ reason, district }: ReadShape): RowFault['rule'] | undefined {
  return faultOfShape(reason) ?? (district === null ? 'place-outside-district' : undefined);
}

/** An import is one district's: a key holds within it. */
const isWritable = ({ viewer }: BulkContext, gridCode: string): boolean =>
  gridCode.startsWith(viewer.districtCode) && mayAt(viewer, 'register.write', { gridCode });
