import type { RecordQuery } from '@wangge/contracts';
import type { RegisterDefinition } from '@wangge/domain';
import { columnOf } from './register-columns.js';

/**
 * The records of a source that are there: not taken out, and in none of the states in which they are only kept. States
 * are codes of the definition, letters and hyphens.
 */
export function standing(definition: RegisterDefinition, alias: string): string {
  const { presentWhen, fields } = definition;
  const field = fields.find(({ name }) => name === presentWhen?.field);
  const inStock = `${alias}.deleted_at is null`;
  if (!presentWhen || !field) return inStock;
  return `${inStock} and ${alias}.${columnOf(field)} in (${presentWhen.is.map((code) => `'${code}'`).join(', ')})`;
}

/** The same for a list, which shows the others where it asks for their state, or for records by name. */
export function standingIn(definition: RegisterDefinition, query: RecordQuery, alias: string): string {
  const state = definition.presentWhen?.field;
  const asks = query.ids !== undefined || (state !== undefined && (query[state] !== undefined || query[`${state}.empty`] !== undefined));
  return asks ? `${alias}.deleted_at is null` : standing(definition, alias);
}
