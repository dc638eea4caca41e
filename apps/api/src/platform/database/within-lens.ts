import type { Lens } from '@wangge/domain';

export type Filter = {
  /** A condition to be joined with `and`. */
  readonly sql: string;
  readonly values: readonly unknown[];
};

/** `:` follows `9`, so between a code and the code with `:` stand exactly the codes that begin with it. */
const AFTER_ALL_DIGITS = ':';

const COLUMN = { district: 'district_code', street: 'street_code', community: 'community_code', grid: 'grid_code' } as const;

/**
 * The application's wall: which rows of an event-like table a lens shows. The policies of the database hold the
 * same again, and `visibleThrough` in libs/domain says it for a single record.
 */
export function withinLens(lens: Lens, alias: string, firstParameter: number): Filter {
  const $ = (offset: number) => `$${firstParameter + offset}`;
  switch (lens.kind) {
    case 'region':
      return {
        sql: `(${alias}.district_code >= ${$(0)} and ${alias}.district_code < ${$(1)})`,
        values: [lens.code, lens.code + AFTER_ALL_DIGITS],
      };
    case 'district':
    case 'street':
    case 'community':
    case 'grid':
      return { sql: `${alias}.${COLUMN[lens.kind]} = ${$(0)}`, values: [lens.code] };
    case 'department':
      return { sql: `${alias}.department_id = any(${$(0)}::uuid[])`, values: [lens.departmentIds] };
    case 'assisting':
      return {
        sql: `(${alias}.assist_department_ids && ${$(0)}::uuid[] and ${alias}.assist_department_ids <> '{}')`,
        values: [lens.departmentIds],
      };
    case 'mine':
      return { sql: `${alias}.reported_by = ${$(0)}::uuid`, values: [lens.accountId] };
    case 'assigned':
      return { sql: `${alias}.assignee_id = ${$(0)}::uuid`, values: [lens.accountId] };
    case 'public':
      return { sql: `${alias}.secret_hash = ${$(0)}`, values: [lens.secretHash] };
    case 'member':
      return {
        sql: memberFilter(alias, $(0), $(1), $(2)),
        values: [lens.accountId, lens.codes, lens.departmentIds],
      };
    case 'record':
      return { sql: `${alias}.id = ${$(0)}::uuid`, values: [lens.id] };
    case 'job':
      return { sql: 'true', values: [] };
    case 'reference':
    case 'audit':
    case 'accounts':
      return { sql: 'false', values: [] };
  }
}

function memberFilter(alias: string, account: string, codes: string, departments: string): string {
  const places = ['grid_code', 'community_code', 'street_code', 'district_code'].map((column) => `${alias}.${column}`);
  const regions = [4, 2].map((length) => `left(${alias}.district_code, ${length})`);
  const relations = [
    ...[...places, ...regions].map((code) => `${code} = any(${codes}::text[])`),
    `${alias}.reported_by = ${account}::uuid`,
    `${alias}.assignee_id = ${account}::uuid`,
    `${alias}.department_id = any(${departments}::uuid[])`,
    `${alias}.assist_department_ids && ${departments}::uuid[]`,
  ];
  return `(${relations.join(' or ')})`;
}
