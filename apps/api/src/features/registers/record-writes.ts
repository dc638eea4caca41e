import type { FieldDefinition } from '@wangge/domain';
import type { Statement } from '../../platform/database/index.js';

/** How records of a register are stored. Reading needs no such thing: see `sourceOf`. */
export interface RecordWrites {
  /** $1 rows in JSON (column: cell), $2 who writes. Answers the ids that were not there before. */
  insert(): Statement;
  /** $1 the new cells in JSON, $2 district, $3 id, $4 version, $5 now, $6 who writes. Other cells than `columns` stay. */
  update(columns: readonly string[]): Statement;
  /** $1 whole rows in JSON with their next version, $2 who writes. */
  updateMany(): Statement;
  /** Keys given in JSON, as rows called `k` with the types of the key's columns. */
  keys(parameter: string): string;
  /** $1 district, $2 id, $3 version, $4 now, $5 who. */
  remove(): Statement;
  /** The same parameters: a record that was taken out is there again. */
  restore(): Statement;
  /**
   * $1 district, $2 what they point at by a field, $3 what they shall point at, $4 now, $5 who, for `some` $6 which ids:
   * the next version of each record that did. Answers their ids and versions.
   */
  repoint(field: FieldDefinition, which: 'all' | 'some'): Statement;
  /** What a second record with the same natural key breaks. */
  readonly once: string;
  /** Whether the database itself keeps what records point at. Where it does not, they are held by hand. */
  readonly hasForeignKeys: boolean;
}
