import { type FieldDefinition, isEncrypted, type RegisterDefinition, type SharedStorage } from '@wangge/domain';
import type { Statement } from '../../platform/database/index.js';
import { nameOf } from './conditions.js';
import { isText, SHARED_ONCE, SHARED_TABLE, sharedRows } from './record-source.js';
import type { RecordWrites } from './record-writes.js';
import { columnOf, indexColumnOf, isIndexed, keyColumnOf, PLACE_COLUMNS } from './register-columns.js';

const PLACE = [...PLACE_COLUMNS, 'lng', 'lat', 'shape'] as const;
/** What a row is made of beside its cells. */
const FIXED = ['id', 'version', ...PLACE, 'created_at', 'updated_at'];
const FIXED_NAMES = `array[${FIXED.map((name) => `'${name}'`).join(', ')}]`;

/** A register that a district made for itself: its cells are JSON, what is looked for stands beside them too. */
export function sharedWrites(definition: RegisterDefinition, storage: SharedStorage): RecordWrites {
  const beside = besideOf(definition, storage);
  const columns = beside.map(({ column }) => column);
  const rows = (alias: string) => sharedRows(definition.name, storage, alias);
  return {
    once: SHARED_ONCE,
    hasForeignKeys: false,
    insert() {
      const text = `
insert into ${SHARED_TABLE} (register, ${FIXED.join(', ')}, created_by, updated_by, cells, ${columns.join(', ')})
select '${definition.name}', ${FIXED.map((name) => `n.${name}`).join(', ')}, $2::uuid, $2::uuid, s.cells, ${expressions(beside, 's')}
  from jsonb_array_elements($1::jsonb) as given (row)
 cross join lateral jsonb_populate_record(null::${SHARED_TABLE}, given.row) as n
 cross join lateral (select jsonb_strip_nulls(given.row - ${FIXED_NAMES}) as cells) as s
on conflict (district_code, register, id) do nothing returning id`;
      return { name: nameOf('registers.insert', text), text };
    },
    update(changed) {
      const place = PLACE.filter((name) => changed.includes(name)).map((name) => `${name} = s.${name}, `);
      const assigned = beside.map(({ column, expression }) => `${column} = ${expression('s')}`);
      const text = `
update ${SHARED_TABLE} as r
   set ${place.join('')}cells = s.cells, ${assigned.join(', ')},
       version = $4, updated_at = $5, updated_by = $6, changed_xid = pg_current_xact_id()
  from (select ${PLACE.map((name) => `n.${name}`).join(', ')}, jsonb_strip_nulls(o.cells || ($1::jsonb - ${FIXED_NAMES})) as cells
          from ${SHARED_TABLE} as o, jsonb_populate_record(null::${SHARED_TABLE}, $1::jsonb) as n
         where ${rows('o')} and o.district_code = $2 and o.id = $3) as s
 where ${rows('r')} and r.district_code = $2 and r.id = $3`;
      return { name: nameOf('registers.update', text), text };
    },
    updateMany() {
      const place = PLACE.slice(1).map((name) => `${name} = n.${name}`);
      const assigned = beside.map(({ column, expression }) => `${column} = ${expression('s')}`);
      const text = `
update ${SHARED_TABLE} as r
   set ${[...place, ...assigned].join(', ')}, cells = s.cells,
       version = n.version, updated_at = n.updated_at, updated_by = $2::uuid, changed_xid = pg_current_xact_id()
  from jsonb_array_elements($1::jsonb) as given (row)
 cross join lateral jsonb_populate_record(null::${SHARED_TABLE}, given.row) as n
  join ${SHARED_TABLE} as o on ${rows('o')} and o.id = n.id
 cross join lateral (select jsonb_strip_nulls(o.cells || (given.row - ${FIXED_NAMES})) as cells) as s
 where ${rows('r')} and r.id = n.id`;
      return { name: nameOf('registers.update-many', text), text };
    },
    keys: (parameter) => `jsonb_to_recordset(${parameter}::jsonb) as k (${keyTypes(definition)})`,
    remove() {
      const text = `
update ${SHARED_TABLE} as r
   set deleted_at = $4, deleted_by = $5, version = $3, updated_at = $4, updated_by = $5, changed_xid = pg_current_xact_id()
 where ${rows('r')} and r.district_code = $1 and r.id = $2`;
      return { name: nameOf('registers.remove', text), text };
    },
    restore() {
      const text = `
update ${SHARED_TABLE} as r
   set deleted_at = null, deleted_by = null, version = $3, updated_at = $4, updated_by = $5, changed_xid = pg_current_xact_id()
 where ${rows('r')} and r.district_code = $1 and r.id = $2`;
      return { name: nameOf('registers.restore', text), text };
    },
    repoint(field, which) {
      const slot = storage.slots[field.name];
      const text = `
update ${SHARED_TABLE} as r
   set cells = s.cells, ${beside.map(({ column, expression }) => `${column} = ${expression('s')}`).join(', ')},
       version = r.version + 1, updated_at = $4, updated_by = $5, changed_xid = pg_current_xact_id()
  from (select o.id, o.cells || jsonb_build_object('${columnOf(field)}', $3::uuid) as cells from ${SHARED_TABLE} as o
         where ${rows('o')} and o.district_code = $1 and ${slot === undefined ? 'false' : `o.${slot} = $2::uuid`}
               and o.deleted_at is null ${which === 'some' ? 'and o.id = any($6::uuid[])' : ''}) as s
 where ${rows('r')} and r.district_code = $1 and r.id = s.id returning r.id, r.version`;
      return { name: nameOf('registers.repoint', text), text };
    },
  };
}

/** As `sourceOf` reads them. */
function keyTypes({ fields, naturalKey = [] }: RegisterDefinition): string {
  const typeOf = (field: FieldDefinition) => {
    if (isEncrypted(field) || isText(field)) return 'text collate "C"';
    if (field.kind === 'reference') return 'uuid';
    return field.kind === 'boolean' ? 'boolean' : 'float8';
  };
  return fields
    .filter(({ name }) => naturalKey.includes(name))
    .map((field) => `${keyColumnOf(field)} ${typeOf(field)}`)
    .join(', ');
}

interface Beside {
  readonly column: string;
  /** Made of the cells of a row with this alias. */
  readonly expression: (alias: string) => string;
}

/** What stands beside the cells so that an index finds it. All of it follows from the cells. */
function besideOf(definition: RegisterDefinition, { slots }: SharedStorage): readonly Beside[] {
  const cell = (name: string) => (alias: string) => {
    const field = definition.fields.find((each) => each.name === name);
    return field ? `(${alias}.cells ->> '${keyColumnOf(field)}')` : 'null';
  };
  const key = (definition.naturalKey ?? []).map(cell);
  const [first] = key;
  const named = definition.fields.flatMap((field) => {
    const column = slots[field.name];
    if (column === undefined) return [];
    const type = field.kind === 'reference' ? '::uuid' : '';
    return [{ column, expression: (alias: string) => `${cell(field.name)(alias)}${type}` }];
  });
  const naturalKey = (alias: string) =>
    key.length > 1 ? `jsonb_build_array(${key.map((each) => each(alias)).join(', ')})::text` : (first?.(alias) ?? 'null');
  return [
    { column: 'title', expression: cell(definition.titleField) },
    { column: 'natural_key', expression: naturalKey },
    ...named,
  ];
}

const expressions = (beside: readonly Beside[], alias: string): string =>
  beside.map(({ expression }) => expression(alias)).join(', ');

/**
 * Makes what stands beside the cells anew, after the definition has changed what is looked for. Blind indexes that
 * nobody looks into any more go.
 */
export function reindex(definition: RegisterDefinition): Statement {
  const { name, storage, fields } = definition;
  if (!storage) throw new Error(`${name} has a table of its own: a migration changes it`);
  const assigned = besideOf(definition, storage).map(({ column, expression }) => `${column} = ${expression('r')}`);
  const unused = fields.filter((field) => isEncrypted(field) && !isIndexed(definition, field)).map(indexColumnOf);
  const cells = `r.cells - array[${unused.map((column) => `'${column}'`).join(', ')}]::text[]`;
  const text = `update ${SHARED_TABLE} as r set cells = ${cells}, ${assigned.join(', ')} where ${sharedRows(name, storage, 'r')}`;
  return { name: nameOf('registers.reindex', text), text };
}
