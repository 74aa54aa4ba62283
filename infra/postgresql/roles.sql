-- The accounts of PostgreSQL. Run once by a superuser in the database `commonlot`, before the first migration; running it
-- again changes the passwords to those that are given. psql replaces :'name' by `psql -v name=…`.
--
--   commonlot           owns the tables. Only `migrate` and the operator's commands use it.
--   commonlot_service   API and worker. It can do what the migrations grant to the two roles below and nothing else: it
--                       can change no table's form, and delete nothing from the journal or the ledger.
--   commonlot_backup    reads everything and copies the cluster.
--   commonlot_app, commonlot_register   roles without login: the rights of the API, and those of the public pages.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'commonlot') THEN CREATE ROLE commonlot; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'commonlot_service') THEN CREATE ROLE commonlot_service; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'commonlot_backup') THEN CREATE ROLE commonlot_backup; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'commonlot_app') THEN CREATE ROLE commonlot_app; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'commonlot_register') THEN CREATE ROLE commonlot_register; END IF;
END $$;

-- The first migration grants the two roles to the owner itself, for which it must be allowed to.
GRANT commonlot_app, commonlot_register TO commonlot WITH ADMIN OPTION;
GRANT commonlot_app, commonlot_register TO commonlot_service;

ALTER ROLE commonlot LOGIN CREATEROLE PASSWORD :'owner_password';
ALTER ROLE commonlot_service LOGIN NOCREATEROLE NOCREATEDB PASSWORD :'service_password';
ALTER ROLE commonlot_backup LOGIN REPLICATION PASSWORD :'backup_password';

ALTER DATABASE commonlot OWNER TO commonlot;
REVOKE CONNECT ON DATABASE commonlot FROM PUBLIC;
GRANT CONNECT ON DATABASE commonlot TO commonlot, commonlot_service, commonlot_backup;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

GRANT pg_read_all_data, pg_read_all_settings TO commonlot_backup;
GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal() TO commonlot_backup;
