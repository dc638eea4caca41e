import { Injectable } from '@nestjs/common';
import type { BoundingBox, GridLevel, MapArea, RegisterWindow, Ring } from '@wangge/contracts';
import { isWithin, type Lens, placeNameOf, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import { AREAS, UNIT_GRIDS_IN_SHAPE, UNIT_GRIDS_IN_WINDOW } from './map-statements.js';
import { type GridCounts, RecordCounts, sumBelow } from './record-counts.js';
import { recordListLens } from './record-lenses.js';
import { RecordSpots } from './record-spots.js';
import { RegisterCatalogue, type Registers } from './register-catalogue.js';

/** More marks than these tell nothing: they are counted by area. */
const MOST_POINTS = 2000;
/** Areas a reader can take in. */
const MOST_AREAS = 60;
const SHOWN = 100;
/** More outlines than these hide each other; each is drawn to a thousandth of the window. */
const MOST_SHAPES = 300;
const FINENESS = 1000;
/** Records of the unit grids that a drawn area touches: beyond these the count says `at least`. */
const MOST_READ = 5000;

interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
}
export interface Selected {
  readonly total: number;
  readonly totalIs: 'exact' | 'atLeast';
  readonly items: { readonly id: string; readonly title: string }[];
}
const EMPTY: RegisterWindow = { kind: 'points', total: 0, complete: true, items: [] };

/** Any register as a layer of the map: the unit grids of a window are the index, so that no record outside is read. */
@Injectable()
export class RecordMap {
  constructor(
    private readonly database: Database,
    private readonly counts: RecordCounts,
    private readonly spots: RecordSpots,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  async window(viewer: Viewer, register: string, bbox: BoundingBox): Promise<RegisterWindow> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const lens = recordListLens(viewer, undefined);
    if (!lens) return EMPTY;
    return this.database.as(lens, (tx) => this.windowWithin(tx, lens, registers, definition, bbox));
  }

  async windowWithin(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    definition: RegisterDefinition,
    bbox: BoundingBox,
  ): Promise<RegisterWindow> {
    const [counts = new Map()] = await this.counts.of(tx, lens, [definition]);
    const grids = await tx.query<{ code: string }>(UNIT_GRIDS_IN_WINDOW, bbox);
    const codes = grids.map(({ code }) => code).filter((code) => counts.has(code));
    const total = codes.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
    if (total > MOST_POINTS && codes.length > 1) return this.areas(tx, counts, codes, total);
    const [west, , east] = bbox;
    const tolerance = total <= MOST_SHAPES ? (east - west) / FINENESS : undefined;
    return this.points(tx, lens, registers, definition, codes, tolerance);
  }

  async select(viewer: Viewer, register: string, ring: Ring): Promise<Selected> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const lens = recordListLens(viewer, undefined);
    if (!lens) return { total: 0, totalIs: 'exact', items: [] };
    return this.database.as(lens, (tx) => this.selectWithin(tx, lens, registers, definition, ring));
  }

  async selectWithin(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    definition: RegisterDefinition,
    ring: Ring,
  ): Promise<Selected> {
    const grids = await tx.query<{ code: string | null }>(UNIT_GRIDS_IN_SHAPE, [textOf(ring)]);
    if (grids.length === 0) throw apiError('request.invalid', { fields: [{ path: 'body.ring', rule: 'crosses-itself' }] });
    const codes = grids.flatMap(({ code }) => (code === null ? [] : [code]));
    const read = await this.spots.of(tx, lens, registers, definition, codes, MOST_READ);
    const found = read.filter(({ point }) => isWithin(ring, point));
    return {
      total: found.length,
      totalIs: read.length === MOST_READ ? 'atLeast' : 'exact',
      items: found.slice(0, SHOWN).map(({ id, title }) => ({ id, title })),
    };
  }

  private async points(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    definition: RegisterDefinition,
    codes: readonly string[],
    tolerance: number | undefined,
  ): Promise<RegisterWindow> {
    const found = await this.spots.of(tx, lens, registers, definition, codes, MOST_POINTS + 1, tolerance);
    const items = found.slice(0, MOST_POINTS);
    return { kind: 'points', total: items.length, complete: found.length <= MOST_POINTS, items };
  }

  /** The finest level that a reader can still take in. */
  private async areas(tx: Transaction, counts: GridCounts, grids: readonly string[], total: number): Promise<RegisterWindow> {
    const [level, codes] = levelFor(grids);
    const rows = await tx.query<AreaRow>(AREAS, [codes]);
    const items = rows.map(
      ({ code, name, lng, lat }): MapArea => ({
        code,
        name: placeNameOf(name),
        point: { lng, lat },
        total: sumBelow(counts, code),
      }),
    );
    return { kind: 'areas', level, total, items };
  }
}

const LEVELS = [
  ['grid', 15],
  ['community', 12],
  ['street', 9],
] as const satisfies readonly (readonly [GridLevel, number])[];

function levelFor(grids: readonly string[]): readonly [GridLevel, readonly string[]] {
  for (const [level, length] of LEVELS) {
    const codes = [...new Set(grids.map((code) => code.slice(0, length)))];
    if (codes.length <= MOST_AREAS) return [level, codes];
  }
  return ['district', [...new Set(grids.map((code) => code.slice(0, 6)))]];
}

function textOf(ring: Ring): string {
  const [first] = ring;
  return `POLYGON((${[...ring, ...(first ? [first] : [])].map(([lng, lat]) => `${lng} ${lat}`).join(', ')}))`;
}
