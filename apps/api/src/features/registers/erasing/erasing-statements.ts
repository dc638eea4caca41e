import { type FieldDefinition, isEncrypted, isShownMasked, type RegisterDefinition, tableOf } from '@wangge/domain';
import type { Erasure } from '../../../platform/retention/index.js';
import { nameOf } from '../conditions.js';
import { SHARED_TABLE, sharedRows } from '../record-source.js';
import { columnOf, indexColumnOf, isIndexed } from '../register-columns.js';

/** What is taken out of a row, and how one knows that something is left to take. */
interface Cells {
  readonly table: string;
  /** Which rows of the table are the register's. */
  readonly rows: string;
  readonly isFull: string;
  readonly emptied: string;
}

const EMPTIED_CHANGE = `jsonb_build_object('name', f -> 'name', 'from', null, 'to', null)`;

/** Removed records lose their personal fields, and their history every value: that they were there, and who removed them, stays. */
export function removedErasure(definition: RegisterDefinition): Erasure | undefined {
  const fields = definition.fields.filter(isShownMasked);
  if (fields.length === 0) return undefined;
  const cells = definition.storage ? sharedCells(definition, definition.storage, fields) : typedCells(definition, fields);
  return erasure('removed', definition, cells, 'r.deleted_at', EMPTIED_CHANGE);
}

/** Notes that are of use for a time only, as the definition says, wherever their record is. */
export function notesErasure(definition: RegisterDefinition): Erasure | undefined {
  const { keeping } = definition;
  if (!keeping || definition.storage) return undefined;
  const fields = definition.fields.filter(({ name }) => keeping.fields.includes(name));
  const since = definition.fields.find(({ name }) => name === keeping.since);
  if (!since) return undefined;
  const names = keeping.fields.map((name) => `'${name}'`).join(', ');
  const cells = typedCells(definition, fields);
  const change = `case when f ->> 'name' in (${names}) then ${EMPTIED_CHANGE} else f end`;
  return erasure('notes', definition, { ...cells, emptied: `${cells.emptied}, version = r.version + 1` }, `r.${columnOf(since)}`, change);
}

function erasure(what: string, definition: RegisterDefinition, { table, rows, isFull, emptied }: Cells, since: string, change: string): Erasure {
  const due = `${rows} and r.district_code = $1 and ${since} < $2 and (${isFull})`;
  const count = `select count(*)::int as count, min(${since}) as oldest from ${table} as r where ${due}`;
  const erase = `
with due as (
  select r.id from ${table} as r where ${due} order by ${since} limit $3 for update of r
), told as (
  update register_change as c set fields = coalesce((select jsonb_agg(${change}) from jsonb_array_elements(c.fields) as f), '[]')
    from due where c.district_code = $1 and c.record_id = due.id and c.register = '${definition.name}'
)
update ${table} as r set ${emptied}, changed_xid = pg_current_xact_id()
  from due where ${rows} and r.district_code = $1 and r.id = due.id returning 1`;
  return {
    lens: { kind: 'job' },
    count: { name: nameOf(`registers.count-${what}`, count), text: count },
    erase: { name: nameOf(`registers.erase-${what}`, erase), text: erase },
  };
}

/** A column that must be filled is emptied of its content instead. */
function typedCells(definition: RegisterDefinition, fields: readonly FieldDefinition[]): Cells {
  const full = fields.map((field) => (field.required ? `length(r.${columnOf(field)}) > 0` : `r.${columnOf(field)} is not null`));
  const emptied = fields.flatMap((field) => [
    `${columnOf(field)} = ${emptyOf(field)}`,
    ...(isIndexed(definition, field) ? [`${indexColumnOf(field)} = null`] : []),
  ]);
  return { table: tableOf(definition), rows: 'true', isFull: full.join(' or '), emptied: emptied.join(', ') };
}

const emptyOf = (field: FieldDefinition): string => (!field.required ? 'null' : isEncrypted(field) ? `'\\x'::bytea` : `''`);

function sharedCells(definition: RegisterDefinition, storage: NonNullable<RegisterDefinition['storage']>, fields: readonly FieldDefinition[]): Cells {
  const names = fields.flatMap((field) => [columnOf(field), indexColumnOf(field)]).map((name) => `'${name}'`);
  const isTitle = fields.some(({ name }) => name === definition.titleField);
  const beside = fields.flatMap(({ name }) => storage.slots[name] ?? []).map((slot) => `${slot} = null`);
  return {
    table: SHARED_TABLE,
    rows: sharedRows(definition.name, storage, 'r'),
    isFull: [`r.cells ?| array[${names.join(', ')}]`, ...(isTitle ? [`r.title <> ''`] : [])].join(' or '),
    // A natural key may be made of them: of a removed record nobody asks for it.
    emptied: [`cells = r.cells - array[${names.join(', ')}]`, 'natural_key = null', ...(isTitle ? [`title = ''`] : []), ...beside].join(', '),
  };
}
