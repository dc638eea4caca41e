import type { Lens } from '@wangge/domain';
import { type Statement, withinLens } from '../../../platform/database/index.js';

const VIEW = `
select a.id, a.district_code, c.username, a.name, a.disabled_at is not null as disabled, a.version, a.created_at,
  coalesce(
    (select json_agg(json_build_object('role', r.role, 'scope', r.scope, 'scopeName', g.name,
         'departmentId', r.department_id, 'departmentName', d.name) order by r.role, r.scope, d.name)
     from account_role r
     left join grid_node g on g.code = r.scope
     left join department d on d.id = r.department_id
     where r.account_id = a.id),
    '[]'
  ) as assignments
from account_credential c join account a on a.id = c.account_id`;

type Bound = { readonly statement: Statement; readonly values: readonly unknown[] };

/** The beginning of a name or user name; empty finds all. */
export function listAccounts(lens: Lens, q: string, limit: number, offset: number): Bound {
  const wall = withinLens(lens, 'c', 4);
  const text = `${VIEW}
where ${wall.sql} and ($1 = '' or c.username ^@ lower($1) or a.name ^@ $1)
order by c.username limit $2 offset $3`;
  return { statement: { name: 'account.list', text }, values: [q, limit, offset, ...wall.values] };
}

/** Counts no further than to a limit. */
export function countAccounts(lens: Lens, q: string, limit: number): Bound {
  const wall = withinLens(lens, 'c', 3);
  const text = `
select count(*)::int as total from (
  select from account_credential c join account a on a.id = c.account_id
  where ${wall.sql} and ($1 = '' or c.username ^@ lower($1) or a.name ^@ $1) limit $2
) as found`;
  return { statement: { name: 'account.count', text }, values: [q, limit, ...wall.values] };
}

export function findAccount(lens: Lens, id: string): Bound {
  const wall = withinLens(lens, 'c', 2);
  return { statement: { name: 'account.find', text: `${VIEW}\nwhere a.id = $1 and ${wall.sql}` }, values: [id, ...wall.values] };
}

/** Writes only where the version is still the one the change is based on. */
export function changeDisabled(
  lens: Lens,
  id: string,
  change: { disabledAt: Date | null; version: number; now: Date; by: string },
): Bound {
  const wall = withinLens(lens, 'account', 6);
  const text = `
update account set disabled_at = $2, version = version + 1, updated_at = $4, updated_by = $5
where id = $1 and version = $3 and ${wall.sql}
returning id`;
  const values = [id, change.disabledAt, change.version, change.now, change.by, ...wall.values];
  return { statement: { name: 'account.change-disabled', text }, values };
}

/** $1 ids. */
export const FIND_DEPARTMENTS: Statement = {
  name: 'account.departments',
  text: 'select id, district_code, serves from department where id = any($1::uuid[])',
};

/** $1 district, $2 id, $3 name, $4 now, $5 by whom. */
export const INSERT_ACCOUNT: Statement = {
  name: 'account.insert',
  text: `
insert into account (district_code, id, name, created_at, created_by, updated_at, updated_by)
values ($1, $2, $3, $4, $5, $4, $5)`,
};

/** $1 district, $2 account, $3 user name, $4 hash of the password or null, $5 now. */
export const INSERT_CREDENTIAL: Statement = {
  name: 'account.insert-credential',
  text: `
insert into account_credential (district_code, account_id, username, password_hash, changed_at)
values ($1, $2, $3, $4, $5)`,
};

/** $1 district, $2 account, $3 role, $4 node or null, $5 department or null. */
export const INSERT_ROLE: Statement = {
  name: 'account.insert-role',
  text: 'insert into account_role (district_code, account_id, role, scope, department_id) values ($1, $2, $3, $4, $5)',
};

/** $1 account, $2 now. */
export const END_SESSIONS: Statement = {
  name: 'account.end-sessions',
  text: `update session set ended_at = $2, ended_why = 'account-changed' where account_id = $1 and ended_at is null`,
};

/** $1 user name. */
export const FIND_BY_USERNAME: Statement = {
  name: 'account.by-username',
  text: 'select account_id as id from account_credential where username = $1',
};
