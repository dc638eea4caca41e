import { type FieldDefinition, hasShape, isEncrypted, type RegisterDefinition, snakeCase, tableOf } from '@wangge/domain';

export const PLACE_COLUMNS = ['district_code', 'street_code', 'community_code', 'grid_code'] as const;

export const columnOf = ({ name, column }: Pick<FieldDefinition, 'name' | 'column'>): string => column ?? snakeCase(name);
export const indexColumnOf = (field: Pick<FieldDefinition, 'name' | 'column'>): string => `${columnOf(field)}_index`;

/** Blind indexes tell which rows hold the same value: there is one only where somebody looks for it. */
export const isIndexed = ({ naturalKey = [] }: RegisterDefinition, field: FieldDefinition): boolean =>
  isEncrypted(field) && (field.search === 'exact' || field.filter === true || naturalKey.includes(field.name));

/** The column whose equality is the equality of the value. */
export const keyColumnOf = (field: FieldDefinition): string => (isEncrypted(field) ? indexColumnOf(field) : columnOf(field));

/** The cells a write may set. */
export const cellColumns = (definition: RegisterDefinition): string[] => [
  ...(definition.geometry === 'none' ? [] : ['lng', 'lat']),
  ...(hasShape(definition) ? ['shape'] : []),
  ...definition.fields.flatMap((field) =>
    isIndexed(definition, field) ? [columnOf(field), indexColumnOf(field)] : [columnOf(field)],
  ),
];

export const foreignKeyOf = (definition: RegisterDefinition, field: FieldDefinition): string =>
  `${tableOf(definition)}_${columnOf(field)}_fkey`;
