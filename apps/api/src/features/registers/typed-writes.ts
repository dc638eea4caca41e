import { type RegisterDefinition, tableOf } from '@wangge/domain';
import { nameOf } from './conditions.js';
import type { RecordWrites } from './record-writes.js';
import { cellColumns, columnOf, PLACE_COLUMNS } from './register-columns.js';

/** A register of the platform has a table of its own, with a column for each field. */
export function typedWrites(definition: RegisterDefinition): RecordWrites {
  const table = tableOf(definition);
  return {
    once: `${table}_once`,
    hasForeignKeys: true,
    insert() {
      const columns = ['id', 'version', ...PLACE_COLUMNS, 'created_at', 'updated_at', ...cellColumns(definition)].join(', ');
      const text = `insert into ${table} (${columns}, created_by, updated_by)
                    select ${columns}, $2::uuid, $2::uuid from jsonb_populate_recordset(null::${table}, $1::jsonb)
                    on conflict (district_code, id) do nothing returning id`;
      return { name: nameOf('registers.insert', text), text };
    },
    update(columns) {
      const known = new Set([...PLACE_COLUMNS, ...cellColumns(definition)]);
      const assignments = columns.filter((column) => known.has(column)).map((column) => `${column} = n.${column}, `);
      const text = `update ${table} as r
                       set ${assignments.join('')}version = $4, updated_at = $5, updated_by = $6, changed_xid = pg_current_xact_id()
                      from jsonb_populate_record(null::${table}, $1::jsonb) as n where r.district_code = $2 and r.id = $3`;
      return { name: nameOf('registers.update', text), text };
    },
    updateMany() {
      const columns = ['version', 'updated_at', ...PLACE_COLUMNS.slice(1), ...cellColumns(definition)];
      const text = `update ${table} as r
                       set ${columns.map((column) => `${column} = n.${column}`).join(', ')},
                           updated_by = $2::uuid, changed_xid = pg_current_xact_id()
                      from jsonb_populate_recordset(null::${table}, $1::jsonb) as n
                     where r.district_code = n.district_code and r.id = n.id`;
      return { name: nameOf('registers.update-many', text), text };
    },
    keys: (parameter) => `jsonb_populate_recordset(null::${table}, ${parameter}::jsonb) as k`,
    remove() {
      const text = `update ${table} set deleted_at = $4, deleted_by = $5, version = $3, updated_at = $4, updated_by = $5,
                           changed_xid = pg_current_xact_id()
                     where district_code = $1 and id = $2`;
      return { name: nameOf('registers.remove', text), text };
    },
    restore() {
      const text = `update ${table} set deleted_at = null, deleted_by = null, version = $3, updated_at = $4, updated_by = $5,
                           changed_xid = pg_current_xact_id()
                     where district_code = $1 and id = $2`;
      return { name: nameOf('registers.restore', text), text };
    },
    repoint(field, which) {
      const column = columnOf(field);
      const text = `update ${table} set ${column} = $3::uuid, version = version + 1, updated_at = $4, updated_by = $5,
                           changed_xid = pg_current_xact_id()
                     where district_code = $1 and ${column} = $2::uuid and deleted_at is null
                           ${which === 'some' ? 'and id = any($6::uuid[])' : ''} returning id, version`;
      return { name: nameOf('registers.repoint', text), text };
    },
  };
}
