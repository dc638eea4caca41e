import type { Chain, FieldValue, FieldValues, Point, Shape } from '@wangge/contracts';
import { type FieldDefinition, isEncrypted, type RegisterDefinition } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import type { ChangedField } from '../record.mapper.js';
import { type PlainRow, toPlace } from '../record.js';
import type { RecordCells } from '../record-cells.js';
import { differences } from '../record-differences.js';
import { columnOf, indexColumnOf, isIndexed, keyColumnOf } from '../register-columns.js';

/** What a row of many says of a record. */
export interface BulkValues {
  readonly values: FieldValues;
  readonly chain: Chain | null;
  readonly point: Point | null;
  readonly shape: Shape | null;
}
export interface NewRow extends BulkValues {
  readonly id: string;
  readonly chain: Chain;
}
export interface Pair {
  readonly given: BulkValues;
  readonly existing: PlainRow;
}
/** Who writes, and when. */
export interface Deed {
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
}
export interface Sealed {
  /** Rows and their history, as JSON for the database. */
  readonly rows: string;
  readonly changes: string;
}
/** How a record is known: by its natural key (the cells of it), else by all that the row says (an id made of it). */
export type BulkKey = { readonly cells: Readonly<Record<string, unknown>> } | { readonly id: string };

type Cells = Record<string, unknown>;

/** The work on many rows that costs: keyed hashes, encryption, comparing with what is encrypted. It runs in a thread. */
export class Sealing {
  constructor(private readonly cells: RecordCells) {}

  keys(definition: RegisterDefinition, rows: readonly BulkValues[]): BulkKey[] {
    const keys = definition.fields.filter(({ name }) => definition.naturalKey?.includes(name));
    return rows.map((row) => {
      const isWhole = keys.length > 0 && keys.every(({ name }) => (row.values[name] ?? null) !== null);
      if (!isWhole) return { id: this.contentId(definition, row) };
      const cells = keys.map((field) => [keyColumnOf(field), this.keyCell(definition, field, row.values[field.name] ?? null)]);
      return { cells: Object.fromEntries(cells) };
    });
  }

  /** For each pair, whether the row says anything that the record does not say already. */
  differ(definition: RegisterDefinition, pairs: readonly Pair[]): boolean[] {
    return pairs.map((pair) => {
      const { fields, hasMoved } = this.compare(definition, pair);
      return hasMoved || fields.length > 0;
    });
  }

  sealNew(definition: RegisterDefinition, rows: readonly NewRow[], deed: Deed): Sealed {
    const sealed = rows.map(({ id, chain, point, shape, values }) => ({
      id,
      version: 1,
      created_at: deed.at,
      updated_at: deed.at,
      ...placeCells({ chain, point, shape }),
      ...this.cells.toCells(definition, id, values),
    }));
    const changes = rows.map(({ id, chain, values }) => {
      const fields = differences(definition, { values: {} }, { values });
      return changeOf(definition, { id, chain, version: 1, kind: 'created', fields }, deed);
    });
    return { rows: JSON.stringify(sealed), changes: JSON.stringify(changes) };
  }

  sealChanged(definition: RegisterDefinition, pairs: readonly Pair[], deed: Deed): Sealed {
    const rows: Cells[] = [];
    const changes: Cells[] = [];
    for (const pair of pairs) {
      const { fields, place } = this.compare(definition, pair);
      const { chain } = place;
      const { id } = pair.existing;
      const given = Object.fromEntries(fields.map(({ name }) => [name, pair.given.values[name] ?? null]));
      const version = pair.existing.version + 1;
      rows.push({
        ...keptCells(definition, pair.existing),
        ...placeCells(place),
        ...this.cells.toCells(definition, id, given),
        ...{ id, version, updated_at: deed.at },
      });
      changes.push(changeOf(definition, { id, chain, version, kind: 'changed', fields }, deed));
    }
    return { rows: JSON.stringify(rows), changes: JSON.stringify(changes) };
  }

  /** What the row says otherwise than the record. What is encrypted is compared by its blind index where it has one. */
  private compare(definition: RegisterDefinition, { given, existing }: Pair) {
    const before = { ...toPlace(existing), shape: existing.shape ?? null };
    const place = placeAfter(before, given);
    const fields = definition.fields.flatMap((field): ChangedField[] => {
      const to = given.values[field.name];
      if (to === undefined || this.isSame(definition, field, existing, to)) return [];
      const from = isEncrypted(field) ? null : this.cells.toValue(definition, field, existing.id, existing);
      return [{ name: field.name, from, to: isEncrypted(field) ? null : to }];
    });
    return { place, fields, hasMoved: JSON.stringify(placeCells(place)) !== JSON.stringify(placeCells(before)) };
  }

  private isSame(definition: RegisterDefinition, field: FieldDefinition, existing: PlainRow, value: FieldValue): boolean {
    if (!isIndexed(definition, field) || value === null)
      return this.cells.toValue(definition, field, existing.id, existing) === value;
    // The record was found by its key: that is the same.
    if (definition.naturalKey?.includes(field.name)) return true;
    return this.cells.blindIndex(definition, field, value) === existing[indexColumnOf(field)];
  }

  private keyCell(definition: RegisterDefinition, field: RegisterDefinition['fields'][number], value: FieldValues[string]) {
    return isIndexed(definition, field) ? this.cells.blindIndex(definition, field, value) : value;
  }

  /** The same row has the same id, so that a file may be sent twice. From the id nobody can guess what the row said. */
  private contentId({ name, fields }: RegisterDefinition, { values, chain, point, shape }: BulkValues): string {
    const said = fields.map((field) => values[field.name] ?? null);
    const hash = this.cells.commandHash({ import: name, said, grid: chain?.gridCode ?? null, point, ...(shape && { shape }) });
    // A UUID of version 8: of the maker's own.
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  }
}

interface Place {
  readonly chain: Chain;
  readonly point: Point | null;
  readonly shape: Shape | null;
}

/** A row that names but a unit grid says nothing against the shape that is there, which lies where it lies. */
function placeAfter(before: Place, { chain, point, shape }: BulkValues): Place {
  if (!chain || (before.shape && !shape)) return before;
  return { chain, point, shape };
}

function placeCells({ chain, point, shape }: Place): Cells {
  return {
    district_code: chain.districtCode,
    street_code: chain.streetCode,
    community_code: chain.communityCode,
    grid_code: chain.gridCode,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    shape: shape ? JSON.stringify(shape) : null,
  };
}

/** The cells of a row as they stand: what is encrypted stays as it is. */
function keptCells(definition: RegisterDefinition, row: PlainRow): Cells {
  const columns = definition.fields.flatMap((field) =>
    isIndexed(definition, field) ? [columnOf(field), indexColumnOf(field)] : [columnOf(field)],
  );
  return Object.fromEntries(columns.map((column) => [column, asJson(row[column])]));
}

const asJson = (cell: unknown): unknown =>
  cell instanceof Uint8Array ? `\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('hex')}` : cell;

interface Change {
  readonly id: string;
  readonly chain: Chain;
  readonly version: number;
  readonly kind: 'created' | 'changed';
  readonly fields: readonly ChangedField[];
}

function changeOf({ name }: RegisterDefinition, { id, chain, version, kind, fields }: Change, deed: Deed): Cells {
  return {
    district_code: chain.districtCode,
    register: name,
    record_id: id,
    id: uuid(),
    version,
    at: deed.at,
    actor_id: deed.actorId,
    actor_name: deed.actorName,
    kind,
    fields,
    reason: null,
  };
}
