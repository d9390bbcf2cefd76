#!/bin/sh
# Runs a command with DATABASE_URL naming a throw-away PostgreSQL cluster, reached by a socket in a temporary folder.
#   sh tests/postgres.sh pytest …
set -eu
folder=$(mktemp -d)
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
as=
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
    chown postgres "$folder"
    as="runuser -u postgres --"
fi
stop() {
    (cd / && $as "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM
# fsync and its kin off: nothing here outlives the command. Nor does anything look at tables that a test has just emptied,
# and plan for that.
(cd / && $as "$bin/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null)
(cd / && $as "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait --options="-k $folder -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off" start >/dev/null) || { cat "$folder/log" >&2; exit 1; }
PATH="$PATH:$bin" SECRET_KEY=${SECRET_KEY:-only-for-tests-00000000000000000000000000000000000000000000} \
    DATABASE_URL="postgresql://postgres@$(echo "$folder" | sed 's|/|%2F|g')/postgres" "$@"
