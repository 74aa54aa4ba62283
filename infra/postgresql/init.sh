#!/bin/sh
# The accounts, with the passwords of .env, and who may copy the cluster over the network. The image runs it when it makes
# the cluster (docker-entrypoint-initdb.d); run again, it sets other passwords.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v owner_password="$OWNER_PASSWORD" -v service_password="$SERVICE_PASSWORD" -v backup_password="$BACKUP_PASSWORD" \
  -f /opt/postgresql/roles.sql
hba='host replication commonlot_backup all scram-sha-256'
grep -qxF "$hba" "$PGDATA/pg_hba.conf" || echo "$hba" >> "$PGDATA/pg_hba.conf"
