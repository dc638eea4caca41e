import { Injectable } from '@nestjs/common';
import type { RecordQuery } from '@wangge/contracts';
import { areaLens, type FieldDefinition, isEncrypted, type Lens, type RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import { Conditions, nameOf } from './conditions.js';
import { type NamedRecord, type NamedRow, toNamed } from './record.js';
import { RecordCells } from './record-cells.js';
import { type Cursor, RecordCursors } from './record-cursor.js';
import { withinRegister } from './record-lenses.js';
import { RecordSearch } from './record-search.js';
import { sourceOf } from './record-source.js';
import { columnOf } from './register-columns.js';
import { rowOf } from './registers.queries.js';
import { standingIn } from './standing.js';
import { addTags } from './tags/tag-condition.js';

interface Order {
  /** The sort field; undefined for the time of creation. */
  readonly field: FieldDefinition | undefined;
  readonly column: string;
  readonly isDescending: boolean;
}
export interface TitleRecord {
  readonly id: string;
  readonly title: NamedRecord['values'][string];
}

const COUNT_CAP = 1000;
const DISTRICT_DIGITS = 6;

@Injectable()
export class RecordListRepository {
  static readonly cap = COUNT_CAP;

  constructor(
    private readonly cells: RecordCells,
    private readonly search: RecordSearch,
    private readonly cursors: RecordCursors,
  ) {}

  /** A page and one record more, where there is one; with the fields of `shown`, which may be fewer. */
  async list(
    tx: Transaction,
    lens: Lens,
    definition: RegisterDefinition,
    query: RecordQuery,
    shown: RegisterDefinition = definition,
  ): Promise<NamedRecord[]> {
    const order = orderOf(definition, query.sort);
    const conditions = this.conditionsOf(lens, definition, query);
    if (query.cursor) addCursor(conditions, order, this.cursors.read(definition, query.sort, query.cursor));
    const limit = conditions.parameter(query.perPage + 1);
    const offset = conditions.parameter(query.cursor ? 0 : ((query.page ?? 1) - 1) * query.perPage);
    const direction = order.isDescending ? 'desc' : 'asc';
    const text = `select ${rowOf(shown)} from ${sourceOf(definition)} as r where ${conditions.text}
                   order by ${order.column} ${direction}${order.field ? ' nulls last' : ''}, r.id ${direction} limit ${limit} offset ${offset}`;
    const rows = await tx.query<NamedRow>({ name: nameOf('registers.list', text), text }, conditions.values);
    return rows.map((row) => toNamed(shown, this.cells, row));
  }

  /** Exact up to the cap, one more beyond it. */
  async count(
    tx: Transaction,
    lens: Lens,
    definition: RegisterDefinition,
    query: RecordQuery,
    most = COUNT_CAP,
  ): Promise<number> {
    const conditions = this.conditionsOf(lens, definition, query);
    const text = `select count(*)::int as total
                    from (select 1 from ${sourceOf(definition)} as r where ${conditions.text} limit ${most + 1}) as found`;
    const [row] = await tx.query<{ total: number }>({ name: nameOf('registers.count', text), text }, conditions.values);
    return row?.total ?? 0;
  }

  /** What reads on after this record. */
  cursorAfter(definition: RegisterDefinition, sort: string, record: NamedRecord): string {
    const { field } = orderOf(definition, sort);
    const key = field ? (record.values[field.name] ?? null) : record.createdAt;
    return this.cursors.write(definition, sort, { key, id: record.id });
  }

  /** What records are called, of those that the lens shows. */
  async titles(tx: Transaction, lens: Lens, definition: RegisterDefinition, ids: readonly string[]): Promise<TitleRecord[]> {
    const conditions = new Conditions().add(($) => `r.id = any(${$}::uuid[])`, ids);
    return this.titled(tx, lens, definition, conditions);
  }

  private async titled(tx: Transaction, lens: Lens, definition: RegisterDefinition, conditions: Conditions) {
    const field = definition.fields.find(({ name }) => name === definition.titleField);
    if (!field) return [];
    conditions.addFilter(withinRegister(lens, 'r', conditions.next)).add(() => 'r.deleted_at is null');
    const text = `select r.id, r.${columnOf(field)} from ${sourceOf(definition)} as r where ${conditions.text}`;
    const rows = await tx.query<{ id: string; [column: string]: unknown }>(
      { name: nameOf('registers.titled', text), text },
      conditions.values,
    );
    return rows.map((row) => ({ id: row.id, title: this.cells.toValue(definition, field, row.id, row) }));
  }

  /** What a list asks for within the lens, on a source called `r`. */
  conditionsOf(lens: Lens, definition: RegisterDefinition, query: RecordQuery): Conditions {
    const conditions = new Conditions().addFilter(withinRegister(lens, 'r', 1)).add(() => standingIn(definition, query, 'r'));
    if (query.scope && !('code' in lens && lens.code === query.scope))
      conditions.addFilter(withinRegister(areaLens(query.scope), 'r', conditions.next));
    // The indexes of exact values begin with the district.
    if (query.q !== undefined && 'code' in lens && lens.code.length > DISTRICT_DIGITS)
      conditions.add(($) => `r.district_code = ${$}`, lens.code.slice(0, DISTRICT_DIGITS));
    if (query.tag) addTags(conditions, lens, definition, this.search.askedTags(query.tag));
    this.search.addTo(conditions, definition, query);
    return conditions;
  }
}

/** Encrypted fields have no order, and what the definition does not offer is a bad request. */
function orderOf({ fields }: RegisterDefinition, sort: string): Order {
  const isDescending = sort.startsWith('-');
  const name = isDescending ? sort.slice(1) : sort;
  if (name === 'createdAt') return { field: undefined, column: 'r.created_at', isDescending };
  const field = fields.find((each) => each.name === name);
  if (!field?.sort || isEncrypted(field))
    throw apiError('request.invalid', { fields: [{ path: 'query.sort', rule: 'unknown' }] });
  return { field, column: `r.${columnOf(field)}`, isDescending };
}

/** Reads on after the last row of a page, by the same order as the list: what has no value stands at the end. */
function addCursor(conditions: Conditions, { field, column, isDescending }: Order, { key, id }: Cursor): void {
  const after = isDescending ? '<' : '>';
  if (key === null) conditions.add((i) => `${column} is null and r.id ${after} ${i}::uuid`, id);
  else if (!field) conditions.add((k, i) => `(${column}, r.id) ${after} (${k}::timestamptz, ${i}::uuid)`, key, id);
  else conditions.add((k, i) => `((${column}, r.id) ${after} (${k}, ${i}::uuid) or ${column} is null)`, key, id);
}
