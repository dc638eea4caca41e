import { Injectable } from '@nestjs/common';
import type { MapRecord, Point, Shape } from '@wangge/contracts';
import { type Lens, type PointPath, pointPaths, type RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { AREAS, recordsStatement, stepStatement } from './map-statements.js';
import { RecordTitles } from './record-titles.js';
import type { Registers } from './register-catalogue.js';

interface RecordRow {
  readonly id: string;
  readonly title: string | null;
  readonly grid_code: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly shape?: Shape | null;
  /** `ref0`…: where each path begins. */
  readonly [column: string]: unknown;
}
interface StepRow {
  readonly id: string;
  readonly ref?: string | null;
  readonly lng?: number | null;
  readonly lat?: number | null;
}
interface CentreRow {
  readonly code: string;
  readonly lng: number;
  readonly lat: number;
}
type Spots = ReadonlyMap<string, Point>;

/** Records of unit grids with the spot each is shown at: its own, else that of its building, else the middle of its grid. */
@Injectable()
export class RecordSpots {
  constructor(private readonly titles: RecordTitles) {}

  async of(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    definition: RegisterDefinition,
    codes: readonly string[],
    most: number,
    tolerance?: number,
  ): Promise<MapRecord[]> {
    if (codes.length === 0) return [];
    const paths = pointPaths(definition, (name) => registers.find(name));
    const { statement, values } = recordsStatement(lens, definition, paths, codes, most, tolerance);
    const rows = await tx.query<RecordRow>(statement, values);
    const linked: Spots[] = [];
    for (const [index, path] of paths.entries()) linked.push(await this.follow(tx, lens, path, idsIn(rows, index)));
    const centres = await tx.query<CentreRow>(AREAS, [codes]);
    const middle = new Map(centres.map(({ code, lng, lat }) => [code, { lng, lat }]));
    return rows.flatMap((row): MapRecord[] => {
      const own = pointOf(row);
      const other = own ?? linked.map((spots, index) => spots.get(String(row[`ref${index}`]))).find(Boolean);
      const point = other ?? middle.get(row.grid_code);
      if (!point) return [];
      const mark = { id: row.id, title: this.titles.of(definition, row), point, how: howOf(own, other) };
      return [row.shape ? { ...mark, shape: row.shape } : mark];
    });
  }

  /** The spots at the end of a path, by the ids at its beginning. */
  private async follow(tx: Transaction, lens: Lens, path: PointPath, ids: readonly string[]): Promise<Spots> {
    if (ids.length === 0) return new Map();
    const { statement, values } = stepStatement(lens, path, ids);
    const rows = await tx.query<StepRow>(statement, values);
    const rest = path.slice(1);
    if (rest.length === 0) return new Map(rows.flatMap((row) => pairOf(row.id, pointOf(row))));
    const next = [...new Set(rows.flatMap(({ ref }) => (ref ? [ref] : [])))];
    const further = await this.follow(tx, lens, rest, next);
    return new Map(rows.flatMap(({ id, ref }) => pairOf(id, further.get(String(ref)))));
  }
}

const howOf = (own: Point | undefined, other: Point | undefined): MapRecord['how'] => (own ? 'own' : other ? 'linked' : 'grid');

const idsIn = (rows: readonly RecordRow[], path: number): string[] => [
  ...new Set(rows.map((row) => row[`ref${path}`]).filter((id) => typeof id === 'string')),
];

const pairOf = (id: string, point: Point | undefined): [string, Point][] => (point ? [[id, point]] : []);

const pointOf = ({ lng, lat }: Pick<StepRow, 'lng' | 'lat'>): Point | undefined =>
  typeof lng === 'number' && typeof lat === 'number' ? { lng, lat } : undefined;
