import type { Chain, ChainNames, FieldValue, FieldValues, Point, Shape } from '@wangge/contracts';
import type { FieldDefinition, RegisterDefinition } from '@wangge/domain';
import type { RecordCells } from './record-cells.js';

/** A record with its values in full: it never leaves the server like this. */
export interface PlainRecord {
  readonly id: string;
  readonly version: number;
  readonly chain: Chain;
  readonly point: Point | null;
  /** The line or area; lists leave it out. */
  readonly shape?: Shape | null;
  readonly values: FieldValues;
}
export interface NamedRecord extends PlainRecord {
  readonly names: ChainNames;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface PlainRow {
  readonly id: string;
  readonly version: number;
  readonly district_code: string;
  readonly street_code: string;
  readonly community_code: string;
  readonly grid_code: string;
  readonly lng: number | null;
  readonly lat: number | null;
  /** GeoJSON, where it is asked for. */
  readonly shape?: Shape | null;
  readonly [column: string]: unknown;
}
export interface NamedRow extends PlainRow {
  readonly place_district: string;
  readonly place_street: string;
  readonly place_community: string;
  readonly place_grid: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export const toPlace = (row: PlainRow): Pick<PlainRecord, 'chain' | 'point'> => ({
  chain: {
    districtCode: row.district_code,
    streetCode: row.street_code,
    communityCode: row.community_code,
    gridCode: row.grid_code,
  },
  point: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
});

export function toPlain(definition: RegisterDefinition, cells: RecordCells, row: PlainRow): PlainRecord {
  return { id: row.id, version: row.version, ...toPlace(row), shape: row.shape ?? null, values: cells.toValues(definition, row.id, row) };
}

export function toNamed(definition: RegisterDefinition, cells: RecordCells, row: NamedRow): NamedRecord {
  return {
    ...toPlain(definition, cells, row),
    names: { district: row.place_district, street: row.place_street, community: row.place_community, grid: row.place_grid },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export const fieldValueOf = ({ values }: PlainRecord, { name }: Pick<FieldDefinition, 'name'>): FieldValue =>
  values[name] ?? null;
