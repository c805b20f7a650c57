# step TITLE COMMAND…: runs a command, shows and keeps what it prints, and counts whether it passed.
# proven_step PROOF TITLE COMMAND…: the same; PROOF, words split, must then pass too: it reads $log.
passed=0
failed=0
report=''
begun_at=$SECONDS

step() {
  proven_step true "$@"
}

proven_step() {
  local proof=$1 title=$2 begun=$SECONDS verdict
  shift 2
  log=$work/step.log
  echo
  echo "=== $title"
  # shellcheck disable=SC2086
  if run_step "$@" && $proof; then
    verdict=ok passed=$((passed + 1))
  else
    verdict=FAILED failed=$((failed + 1))
  fi
  report+=$(printf '%-6s %-34s %5d s' "$verdict" "$title" $((SECONDS - begun)))$'\n'
  echo "--- $verdict: $title"
}

# The command runs in this shell, so that it can set variables; its folder is put back afterwards.
run_step() {
  local code tee_pid pipe=$work/pipe
  rm -f "$pipe" && mkfifo "$pipe"
  tee "$log" < "$pipe" &
  tee_pid=$!
  "$@" > "$pipe" 2>&1
  code=$?
  wait "$tee_pid"
  cd "$root" || return 1
  return "$code"
}

# ran_tests PROJECT…: vitest's report in $log names each project and counts at least one passed test, none skipped.
ran_tests() {
  local project
  grep -Eq '^ *Tests +[1-9][0-9]* passed \([0-9]+\)' "$log" || { echo 'No test ran, or some were skipped.'; return 1; }
  for project in "$@"; do
    grep -Eq "^ *✓ *\|?$project\|? " "$log" || { echo "No test of the project $project ran."; return 1; }
  done
}

# ran_journeys: the last run says in $log that some passed and none failed.
ran_journeys() {
  grep -Eqx '[1-9][0-9]* passed, 0 failed' "$log" || { echo 'No journey ran, or some failed.'; return 1; }
}

summary() {
  echo
  echo "$report"
  echo "Took $(((SECONDS - begun_at) / 60)) min $(((SECONDS - begun_at) % 60)) s."
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}
