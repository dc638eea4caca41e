import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may sign in, where he holds which role, and the departments. All of it is small and read everywhere: where the
 * data is spread over machines these are reference tables, hence keys without the district.
 */
export class CreateAccounts1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEPARTMENT);
    await runner.query(ACCOUNT);
    await runner.query(CREDENTIAL);
    await runner.query(ACCOUNT_ROLE);
    await runner.query(SESSION);
    await runner.query(SIGN_IN_FAILURE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_failure, session, account_role, account_credential, account, department');
  }
}

const READERS = [
  'app_region',
  'app_district',
  'app_street',
  'app_community',
  'app_grid',
  'app_department',
  'app_mine',
  'app_assigned',
  'app_member',
  'app_record',
  'app_job',
].join(', ');

/** The two lenses of account administration, each with what it holds a row to. */
const ADMINISTRATION = [
  ['app_region', `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', `district_code = nullif(current_setting('app.scope', true), '')`],
] as const;

/** A body that handles events: it serves a node of the tree without being one. Its name is no secret. */
const DEPARTMENT = `
create table department (
  district_code text collate "C" not null,
  id uuid not null,
  name text not null,
  serves text collate "C" not null,
  -- Beginnings of the class codes it is responsible for.
  handles text[] not null default '{}',
  created_at timestamptz not null,
  constraint department_pk primary key (id),
  constraint department_name_once unique (district_code, serves, name),
  constraint department_serves_near_its_district check (serves ^@ district_code or district_code ^@ serves)
);
grant select on department to app_reference, ${READERS};
grant select, insert, update on department to app_accounts;
`;

/** Every lens may read the name behind an id; what belongs to administration is held to its area. */
const ACCOUNT = `
create table account (
  district_code text collate "C" not null,
  id uuid not null,
  name text not null,
  disabled_at timestamptz,
  -- Counts every change; sessions of an earlier version are over.
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint account_pk primary key (id)
);
create index account_by_district on account (district_code, id);
alter table account enable row level security, force row level security;
create policy sign_in on account to app_accounts using (true) with check (true);
create policy names on account for select to ${READERS} using (true);
${ADMINISTRATION.map(
  ([role, inArea]) => `
create policy ${role}_insert on account for insert to ${role} with check (${inArea});
create policy ${role}_update on account for update to ${role} using (${inArea}) with check (${inArea});
grant select (version, created_at) on account to ${role};
grant insert on account to ${role};
grant update (disabled_at, version, updated_at, updated_by) on account to ${role};`,
).join('')}
grant select (id, name, district_code, disabled_at) on account to ${READERS};
grant select, insert, update on account to app_accounts;
`;

/** How somebody signs in, apart from who he is: no statement about people can reach a password. */
const CREDENTIAL = `
create table account_credential (
  district_code text collate "C" not null,
  account_id uuid not null,
  username text collate "C" not null,
  -- Null: may not sign in.
  password_hash text,
  changed_at timestamptz not null,
  constraint account_credential_pk primary key (account_id),
  constraint account_credential_account foreign key (account_id) references account (id),
  constraint account_username_once unique (username)
);
create index account_credential_by_district on account_credential (district_code, username);
alter table account_credential enable row level security, force row level security;
create policy sign_in on account_credential to app_accounts using (true) with check (true);
${ADMINISTRATION.map(
  ([role, inArea]) => `
create policy ${role}_read on account_credential for select to ${role} using (${inArea});
create policy ${role}_insert on account_credential for insert to ${role} with check (${inArea});
grant select (district_code, account_id, username) on account_credential to ${role};
grant insert on account_credential to ${role};`,
).join('')}
grant select, insert, update on account_credential to app_accounts;
`;

/** A role held at a node of the tree or in a department. Read when work is to be given to somebody. */
const ACCOUNT_ROLE = `
create table account_role (
  district_code text collate "C" not null,
  account_id uuid not null,
  role text not null,
  scope text collate "C",
  department_id uuid,
  constraint account_role_once unique nulls not distinct (account_id, role, scope, department_id),
  constraint account_role_account foreign key (account_id) references account (id),
  constraint account_role_department foreign key (department_id) references department (id),
  constraint account_role_held_somewhere check (num_nonnulls(scope, department_id) = 1)
);
create index account_role_by_scope on account_role (scope, role) where scope is not null;
create index account_role_by_department on account_role (department_id, role) where department_id is not null;
alter table account_role enable row level security, force row level security;
create policy sign_in on account_role to app_accounts using (true) with check (true);
create policy assignable on account_role for select to ${READERS} using (true);
${ADMINISTRATION.map(
  ([role, inArea]) => `
create policy ${role}_insert on account_role for insert to ${role} with check (${inArea});
grant insert on account_role to ${role};`,
).join('')}
grant select on account_role to ${READERS};
grant select, insert, delete on account_role to app_accounts;
`;

/** Nothing in it opens a session: what a client holds is made from the id and a key outside the database. */
const SESSION = `
create table session (
  id uuid not null,
  account_id uuid not null,
  account_version int not null,
  screen text not null,
  -- Which of the refresh tokens given out so far is the current one.
  generation int not null default 1,
  rotated_at timestamptz not null,
  idle_until timestamptz not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  constraint session_pk primary key (id),
  constraint session_account foreign key (account_id) references account (id),
  constraint session_end_has_reason check ((ended_at is null) = (ended_why is null))
);
create index session_by_account on session (account_id, created_at);
alter table session enable row level security, force row level security;
create policy sign_in on session to app_accounts using (true) with check (true);
grant select, insert, update, delete on session to app_accounts;
`;

/** Failed sign-ins by a keyed hash of the name, whether or not the name exists. */
const SIGN_IN_FAILURE = `
create table sign_in_failure (
  key text not null,
  failed int not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  constraint sign_in_failure_pk primary key (key)
);
create index sign_in_failure_by_time on sign_in_failure (last_at);
grant select, insert, update, delete on sign_in_failure to app_accounts;
`;
