# A PostgreSQL of this run alone: on loopback, on a free port, in the temporary folder.
postgres_programs() {
  ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
  local programs folder=$work/postgres port
  programs=$(postgres_programs)
  [ -n "$programs" ] || { echo 'PostgreSQL is not installed.'; return 1; }
  mkdir "$folder"
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder"; fi
  port=$(free_port)
  as_postgres "$programs/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 > /dev/null &&
    as_postgres "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
      -o "-p $port -k $folder -h 127.0.0.1 -c fsync=off -c max_connections=200" start &&
    postgres_port=$port
}

stop_postgres() {
  [ -n "${postgres_port:-}" ] || return 0
  as_postgres "$(postgres_programs)/pg_ctl" -D "$work/postgres/data" -m immediate stop > /dev/null
}

free_port() {
  "$root/node_modules/.bin/node" -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}
