import { type FieldDefinition, isEncrypted, type RegisterDefinition, tableOf } from '@wangge/domain';
import { columnOf, indexColumnOf, isIndexed, keyColumnOf, PLACE_COLUMNS } from './register-columns.js';

export const SHARED_TABLE = 'register_record';
/** What a second record with the same natural key breaks. */
export const SHARED_ONCE = `${SHARED_TABLE}_once`;

/**
 * What records of a register are read from, with a column for each field: its table, or its part of the table that the
 * registers of all districts share, or what the feature that keeps them says. Everything that reads records reads them from here.
 */
export const sourceOf = (definition: RegisterDefinition): string => {
  const { backing, storage } = definition;
  if (backing) return backing.source;
  return storage ? sharedSource(definition, storage) : tableOf(definition);
};

type Storage = NonNullable<RegisterDefinition['storage']>;

/**
 * The rows of one register of one district. Names of registers and columns come from definitions that are held to their
 * form when they are stored and when they are read (`OwnDefinition`): letters, digits and hyphens, nothing to quote.
 */
export const sharedRows = (name: string, { districtCode }: Pick<Storage, 'districtCode'>, alias: string): string =>
  `${alias}.district_code = '${districtCode}' and ${alias}.register = '${name}'`;

const COLUMNS = [
  'id',
  'version',
  ...PLACE_COLUMNS,
  'lng',
  'lat',
  'geom',
  'shape',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'deleted_by',
];

function sharedSource(definition: RegisterDefinition, storage: Storage): string {
  const cells = definition.fields.flatMap((field) => [
    `${cellOf(definition, storage, field)} as ${columnOf(field)}`,
    ...(isIndexed(definition, field) ? [`${keyOf(definition, storage, field)} as ${indexColumnOf(field)}`] : []),
  ]);
  return `(select ${[...COLUMNS.map((column) => `c.${column}`), ...cells].join(', ')}
             from ${SHARED_TABLE} as c where ${sharedRows(definition.name, storage, 'c')})`;
}

function cellOf(definition: RegisterDefinition, storage: Storage, field: FieldDefinition): string {
  const column = columnOf(field);
  if (isEncrypted(field)) return `decode(substr(c.cells ->> '${column}', 3), 'hex')`;
  if (field.name === definition.titleField) return 'c.title';
  if (field.kind === 'reference') return indexedColumn(definition, storage, field) ?? 'null::uuid';
  return isText(field) ? keyOf(definition, storage, field) : typedCell(field, column);
}

/** Where a field can be read from a column with an index, it is. */
const keyOf = (definition: RegisterDefinition, storage: Storage, field: FieldDefinition): string =>
  indexedColumn(definition, storage, field) ?? `((c.cells ->> '${keyColumnOf(field)}') collate "C")`;

function indexedColumn({ naturalKey = [] }: RegisterDefinition, { slots }: Storage, { name }: FieldDefinition) {
  const slot = naturalKey.length === 1 && naturalKey[0] === name ? 'natural_key' : slots[name];
  return slot === undefined ? undefined : `c.${slot}`;
}

/** The planner may look at a cell before it looks whose row it is: no cell of another register makes this fail. */
const typedCell = ({ kind }: FieldDefinition, column: string): string =>
  kind === 'boolean'
    ? `((c.cells -> '${column}') = 'true'::jsonb)`
    : `(case when jsonb_typeof(c.cells -> '${column}') = 'number' then (c.cells ->> '${column}')::float8 end)`;

/** Days are kept as texts too: their order is the order of time. */
export const isText = ({ kind }: Pick<FieldDefinition, 'kind'>): boolean =>
  kind !== 'integer' && kind !== 'number' && kind !== 'boolean' && kind !== 'reference';
