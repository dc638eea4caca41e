#!/bin/sh
# Gives the two logins that bootstrap.sql made their passwords, when the database is first set up.
set -eu
psql -v ON_ERROR_STOP=1 -v api="$API_PASSWORD" -v owner="$OWNER_PASSWORD" -U "${POSTGRES_USER:-postgres}" -d "${POSTGRES_DB:-wangge}" <<'SQL'
alter role api password :'api';
alter role wangge_owner password :'owner';
SQL
