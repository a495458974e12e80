# Sourced by ./test: a PostgreSQL cluster of its own in a temporary folder, reached by a Unix socket, gone at the end.
postgres_home=""

# PostgreSQL refuses to run as root, so root hands the cluster to another user.
postgres_user() {
  if id postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi
}

as_postgres() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  local user; user="$(postgres_user)"
  (cd / && exec setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups env HOME="$postgres_home" "$@")
}

start_postgres() {
  local bin; bin="$(postgres_bin)"
  # A socket's path may have 107 letters, so not below a long TMPDIR.
  postgres_home="$(mktemp -d /tmp/sen-pg-XXXXXX)"
  if [ "$(id -u)" = 0 ]; then chown "$(postgres_user)" "$postgres_home"; fi
  as_postgres "$bin/initdb" -D "$postgres_home/data" -U sen --auth=trust --encoding=UTF8 --locale=C --no-sync >"$postgres_home/initdb.log" 2>&1 || { cat "$postgres_home/initdb.log" >&2; return 1; }
  # Nothing here outlives the run, so nothing need reach the disk.
  as_postgres "$bin/pg_ctl" -D "$postgres_home/data" -w -t 60 -l "$postgres_home/data/server.log" \
    -o "-c listen_addresses='' -c unix_socket_directories=$postgres_home -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start >"$postgres_home/start.log" 2>&1 \
    || { cat "$postgres_home/start.log" "$postgres_home/data/server.log" >&2; return 1; }
}

stop_postgres() {
  [ -n "$postgres_home" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_home/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$postgres_home"
  postgres_home=""
}
