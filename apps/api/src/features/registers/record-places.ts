import { Injectable } from '@nestjs/common';
import type { Chain, Point } from '@wangge/contracts';
import { chainOf, type RegisterDefinition, type Viewer } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { GridLocator } from '../grid/index.js';
import type { PlainRecord } from './record.js';
import { mayAt } from './record-lenses.js';
import { RegistersRepository } from './registers.repository.js';

interface Given {
  readonly point?: Point | undefined;
  readonly gridCode?: string | undefined;
}

/** Where a record belongs: by its point, or by the unit grid that is named where there is none. */
@Injectable()
export class RecordPlaces {
  constructor(
    private readonly locator: GridLocator,
    private readonly records: RegistersRepository,
  ) {}

  /**
   * A place where the viewer may not write is told as not found: whether a unit grid there exists, or what else, is
   * none of his business. The lens of the transaction may be any.
   */
  async find(
    tx: Transaction,
    viewer: Viewer,
    { geometry }: RegisterDefinition,
    given: Given,
  ): Promise<Pick<PlainRecord, 'chain' | 'point'>> {
    const chain = given.point
      ? (await this.locator.locate(tx, given.point)).chain
      : await this.unitGrid(tx, viewer, given.gridCode);
    if (!mayAt(viewer, 'register.write', chain)) throw notFound();
    return { chain, point: geometry === 'point' && given.point ? given.point : null };
  }

  /** Where a record is put that has been somewhere else: what has a place of its own stands in the unit grid around it. */
  findAnew(tx: Transaction, viewer: Viewer, definition: RegisterDefinition, given: Given) {
    if (definition.geometry !== 'none' && given.gridCode !== undefined) throw invalid('body.gridCode', 'unknown-field');
    return this.find(tx, viewer, definition, given);
  }

  private async unitGrid(tx: Transaction, viewer: Viewer, code: string | undefined): Promise<Chain> {
    if (code === undefined) throw invalid('body.gridCode', 'required');
    if (code.length !== 15) throw invalid('body.gridCode', 'not-a-unit-grid');
    if (!mayAt(viewer, 'register.write', { gridCode: code })) throw notFound();
    if (!(await this.records.isUnitGrid(tx, code))) throw invalid('body.gridCode', 'not-a-unit-grid');
    return chainOf(code);
  }
}

const invalid = (path: string, rule: string) => apiError('record.invalid', { fields: [{ path, rule }] });
