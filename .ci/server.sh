# Starts the server by the README's command and asks it from outside.
start_server() {
  local port
  port=$(free_port)
  address=http://127.0.0.1:$port
  PORT=$port WAYMARK_DATA=$work/data setsid npm start > "$work/server.log" 2>&1 &
  server_pid=$!
  for _ in $(seq 240); do
    if [ "$(status_of "$address/ready")" = 200 ]; then
      echo "Ready at $address."
      return 0
    fi
    kill -0 "$server_pid" 2> /dev/null || { cat "$work/server.log"; echo 'npm start ended by itself.'; return 1; }
    sleep 0.5
  done
  echo 'Not ready after two minutes.'
  cat "$work/server.log"
  return 1
}

page_is_served() {
  curl -sf -H 'Accept: text/html' "$address/" | grep -qi '<!doctype html>' || { echo 'No page is served.'; return 1; }
}

# The signal goes to the server itself: npm ends at a signal without waiting for the shell it started.
stop_server_gently() {
  local code
  kill -TERM "$(pgrep -g "$server_pid" -f 'server/cli.ts start' | tail -1)" || return 1
  wait "$server_pid"
  code=$?
  server_pid=''
  [ "$code" -eq 0 ] || { echo "npm start ended with $code after SIGTERM."; return 1; }
}

stop_server() {
  [ -n "${server_pid:-}" ] || return 0
  kill -KILL -- "-$server_pid" 2> /dev/null
  wait "$server_pid" 2> /dev/null
  server_pid=''
}

status_of() {
  curl -s -o /dev/null -w '%{http_code}' --max-time 2 "$1"
}
