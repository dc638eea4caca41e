-- What a superuser prepares in the database before the server's first start. Doing it again changes nothing.
--   psql -d wangge -v ON_ERROR_STOP=1 -f bootstrap.sql
-- Passwords are not set here: `alter role api password '…'`, `alter role wangge_owner password '…'`.

-- Roles belong to the whole cluster: the owner of the tables, the server's login, and one role per lens.
do $roles$
declare
  lens text;
  lenses constant text[] := array[
    'app_reference', 'app_region', 'app_district', 'app_street', 'app_community', 'app_grid', 'app_department',
    'app_assisting', 'app_mine', 'app_assigned', 'app_public', 'app_member', 'app_record', 'app_audit',
    'app_accounts', 'app_job'];
begin
  if not exists (select from pg_roles where rolname = 'wangge_owner') then
    create role wangge_owner login;
  end if;
  -- The login inherits nothing: a statement that forgot its lens is refused.
  if not exists (select from pg_roles where rolname = 'api') then
    create role api login noinherit;
  end if;
  foreach lens in array lenses loop
    if not exists (select from pg_roles where rolname = lens) then
      execute format('create role %I nologin', lens);
    end if;
    if not pg_has_role('api', lens, 'member') then
      execute format('grant %I to api', lens);
    end if;
    execute format('grant usage on schema public to %I', lens);
  end loop;
end
$roles$;

alter role api set timezone = 'UTC';
alter role wangge_owner set timezone = 'UTC';
-- Requests are many and short: none may take workers or locks from the others, or wait for ever.
alter role api set max_parallel_workers_per_gather = 0;
alter role api set statement_timeout = '15s';
alter role api set lock_timeout = '5s';
alter role api set idle_in_transaction_session_timeout = '30s';

do $database$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to api', current_database());
  execute format('grant connect, create, temporary on database %I to wangge_owner', current_database());
end
$database$;

revoke create on schema public from public;
grant usage on schema public to api;
grant usage, create on schema public to wangge_owner;

create extension if not exists postgis with schema public;

-- Without this a policy keeps the planner from the index on a geometry. pg_dump does not keep it: readiness looks.
alter function geometry_overlaps(geometry, geometry) leakproof;
