import { Injectable } from '@nestjs/common';
import type { Chain, Point, Shape } from '@wangge/contracts';
import { chainOf, type RegisterDefinition, type ShapeRule, shapeFault, type Viewer } from '@wangge/domain';
import { Config } from '../../platform/config/config.js';
import type { Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { GridLocator } from '../grid/index.js';
import type { PlainRecord } from './record.js';
import { mayAt } from './record-lenses.js';
import { RegistersRepository } from './registers.repository.js';

interface Given {
  readonly point?: Point | undefined;
  readonly shape?: Shape | undefined;
  readonly gridCode?: string | undefined;
}
export type Place = Pick<PlainRecord, 'chain' | 'point' | 'shape'>;

/** Where a record belongs: by its point, by a point on its shape, or by the unit grid that is named where there is neither. */
@Injectable()
export class RecordPlaces {
  constructor(
    private readonly locator: GridLocator,
    private readonly records: RegistersRepository,
    private readonly config: Config,
  ) {}

  /**
   * A place where the viewer may not write is told as not found: whether a unit grid there exists, or what else, is
   * none of his business. The lens of the transaction may be any.
   */
  async find(tx: Transaction, viewer: Viewer, definition: RegisterDefinition, given: Given): Promise<Place> {
    const drawn = given.shape && (await this.read(tx, definition, given.shape));
    const point = drawn?.point ?? given.point;
    const chain = point ? (await this.locator.locate(tx, point)).chain : await this.unitGrid(tx, viewer, given.gridCode);
    if (!mayAt(viewer, 'register.write', chain)) throw notFound();
    if (drawn && chain.districtCode !== drawn.districtCode) throw apiError('grid.outside-district');
    if (drawn) return { chain, point: drawn.point, shape: drawn.shape };
    return { chain, point: definition.geometry === 'point' && point ? point : null, shape: null };
  }

  /** A shape that can be stored, with a point on it; the whole of it lies in one district. */
  private async read(tx: Transaction, definition: RegisterDefinition, given: Shape) {
    const fault = shapeFault(definition.geometry, given);
    if (fault) throw invalid('body.shape', fault);
    const read = await this.records.readShape(tx, given, this.config.locateTolerance);
    if (!read) throw invalid('body.shape', 'shape-broken');
    const broken = faultOfShape(read.reason);
    if (broken) throw invalid('body.shape', broken);
    if (read.district === null) throw apiError('grid.outside-district');
    return { point: { lng: read.lng, lat: read.lat }, shape: read.shape, districtCode: read.district };
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

const VALID = 'Valid Geometry';

/** Undefined where a shape is valid. PostGIS says why not in a sentence that ends with the coordinates. */
export function faultOfShape(reason: string): ShapeRule | undefined {
  if (reason === VALID) return undefined;
  return /self-intersection/i.test(reason) ? 'shape-self-crossing' : 'shape-broken';
}

const invalid = (path: string, rule: string) => apiError('record.invalid', { fields: [{ path, rule }] });
