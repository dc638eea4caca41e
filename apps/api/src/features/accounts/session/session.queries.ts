import type { Statement } from '../../../platform/database/index.js';

const ASSIGNMENTS = `
  coalesce(
    (select json_agg(json_build_object('role', r.role, 'scope', r.scope, 'departmentId', r.department_id) order by r.role, r.scope, r.department_id)
     from account_role r where r.account_id = a.id),
    '[]'
  ) as assignments`;

/**
 * The viewers of requests. $1 sessions, $2 now. Every reason for which a session can be over is asked here, after each
 * request has come: ended, idle, too old, account disabled, account changed since.
 */
export const FIND_VIEWERS: Statement = {
  name: 'session.viewers',
  text: `
select s.id as session_id, a.id, a.name, a.district_code, a.version, s.screen, ${ASSIGNMENTS}
from session s join account a on a.id = s.account_id
where s.id = any($1::uuid[]) and s.ended_at is null and s.idle_until > $2 and s.expires_at > $2
  and a.disabled_at is null and a.version = s.account_version`,
};

/** $1 account: the viewer of work that outlives its request. */
export const FIND_ACCOUNT_VIEWER: Statement = {
  name: 'session.account-viewer',
  text: `select a.id, a.name, a.district_code, ${ASSIGNMENTS} from account a where a.id = $1 and a.disabled_at is null`,
};

/** $1 key of the name, $2 name. A row also where nobody has the name, so that both cost the same. */
export const FIND_SIGN_IN: Statement = {
  name: 'session.sign-in',
  text: `
select c.account_id, c.password_hash, f.locked_until
from (select 1) as one
left join (
  account_credential c join account a on a.id = c.account_id and a.disabled_at is null
) on c.username = $2
left join sign_in_failure f on f.key = $1`,
};

/** $1 account. */
export const FIND_ACCOUNT_NAME: Statement = {
  name: 'session.account-name',
  text: 'select id, name, district_code from account where id = $1',
};

/** $1 key, $2 now, $3 failures before it counts as one of a row, $4 failures that lock, $5 locked until. */
export const COUNT_FAILURE: Statement = {
  name: 'session.count-failure',
  text: `
insert into sign_in_failure as f (key, failed, last_at) values ($1, 1, $2)
on conflict (key) do update set
  failed = case when f.last_at < $3 then 1 else f.failed + 1 end,
  last_at = $2,
  locked_until = case when f.last_at >= $3 and f.failed + 1 >= $4 then $5::timestamptz end
returning locked_until`,
};

/** $1 before. */
export const FORGET_FAILURES: Statement = {
  name: 'session.forget-failures',
  text: 'delete from sign_in_failure where last_at < $1',
};

export const CLEAR_FAILURES: Statement = {
  name: 'session.clear-failures',
  text: 'delete from sign_in_failure where key = $1',
};

/** $1 session, $2 account, $3 screen, $4 now, $5 idle until, $6 expires. Nothing where the account was disabled meanwhile. */
export const OPEN_SESSION: Statement = {
  name: 'session.open',
  text: `
insert into session (id, account_id, account_version, screen, rotated_at, idle_until, created_at, expires_at)
select $1::uuid, a.id, a.version, $3, $4::timestamptz, $5::timestamptz, $4::timestamptz, $6::timestamptz from account a where a.id = $2 and a.disabled_at is null`,
};

/** $1 account, $2 before: what is long over is of no use to anybody. */
export const FORGET_SESSIONS: Statement = {
  name: 'session.forget',
  text: 'delete from session where account_id = $1 and expires_at < $2',
};

/** $1 session. */
export const LOCK_SESSION: Statement = {
  name: 'session.lock',
  text: `
select s.generation, s.rotated_at, s.idle_until, s.expires_at, s.screen,
  s.ended_at is not null or a.disabled_at is not null or a.version <> s.account_version as ended
from session s join account a on a.id = s.account_id
where s.id = $1
for update of s`,
};

/** $1 session, $2 now, $3 idle until. */
export const ROTATE_SESSION: Statement = {
  name: 'session.rotate',
  text: 'update session set generation = generation + 1, rotated_at = $2, idle_until = $3 where id = $1',
};

/** $1 session, $2 now, $3 why. Nothing where it is over already. */
export const END_SESSION: Statement = {
  name: 'session.end',
  text: `
update session as s set ended_at = $2, ended_why = $3 from account a
where s.id = $1 and s.ended_at is null and a.id = s.account_id
returning a.id, a.name, a.district_code, s.screen`,
};

/** $1 account. With the names of where each role is held. */
export const FIND_ME: Statement = {
  name: 'session.me',
  text: `
select c.username, a.name, a.district_code,
  coalesce(
    (select json_agg(json_build_object('role', r.role, 'scope', r.scope, 'scopeName', g.name,
         'departmentId', r.department_id, 'departmentName', d.name) order by r.role, r.scope, d.name)
     from account_role r
     left join grid_node g on g.code = r.scope
     left join department d on d.id = r.department_id
     where r.account_id = a.id),
    '[]'
  ) as assignments
from account a join account_credential c on c.account_id = a.id
where a.id = $1`,
};
