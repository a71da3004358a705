#!/bin/sh
# Starts and stops a small stack the way a person does, and looks at what is left. Leaves nothing behind.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../../../.." && pwd)
ONEPERMIT_HOME=$(mktemp -d)
ONEPERMIT_PORTS=free
export ONEPERMIT_HOME ONEPERMIT_PORTS
said=$ONEPERMIT_HOME/said

cleanup() {
  "$root/onepermit" down >/dev/null 2>&1 || true
  rm -rf "$ONEPERMIT_HOME"
}
trap cleanup EXIT

fail() {
  echo "smoke: $*" >&2
  [ ! -f "$said" ] || cat "$said" >&2
  exit 1
}

expect() {
  grep -q "$1" "$said" || fail "expected '$1'"
}

wait_for_line() {
  tries=0
  until grep -q "$1" "$said"; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || fail "no '$1' within 60 s"
    sleep 0.1
  done
}

pids() {
  cut -d' ' -f1 "$ONEPERMIT_HOME"/run/*.pid 2>/dev/null || true
}

none_alive() {
  for pid in $1; do
    case $(ps -o stat= -p "$pid") in '' | Z*) ;; *) fail "process $pid still runs" ;; esac
  done
}

echo "smoke: a detached start, refused twice, stopped by down"
"$root/onepermit" up --foundation --detach >"$said" 2>&1 || fail "up failed"
started=$(pids)
"$root/onepermit" up --foundation >"$said" 2>&1 && fail "a second up was allowed"
expect "already runs"
"$root/onepermit" down >"$said" 2>&1 || fail "down failed"
none_alive "$started"

echo "smoke: the same data again, in the foreground, stopped by a signal"
made=$(cat "$ONEPERMIT_HOME/data/kafka/meta.properties" "$ONEPERMIT_HOME/keys/postgres.properties")
"$root/onepermit" up --foundation >"$said" 2>&1 &
launcher=$!
wait_for_line "Ready"
started=$(pids)
kill -TERM "$launcher"
wait "$launcher" && fail "a stopped up must not exit 0"
none_alive "$started"
[ "$made" = "$(cat "$ONEPERMIT_HOME/data/kafka/meta.properties" "$ONEPERMIT_HOME/keys/postgres.properties")" ] || fail "the data is not the same"

echo "smoke: a process that dies is told with its log, and the others are stopped"
"$root/onepermit" up --foundation >"$said" 2>&1 &
launcher=$!
wait_for_line "Ready"
started=$(pids)
kill -KILL "$(cut -d' ' -f1 "$ONEPERMIT_HOME/run/kafka.pid")"
wait "$launcher" && fail "up must fail when a process dies"
expect "kafka ended by itself: its log .*kafka.log"
none_alive "$started"

echo "smoke: stale pid files are nobody"
echo "$$ 2020-01-01T00:00:00Z" >"$ONEPERMIT_HOME/run/kafka.pid"
"$root/onepermit" down >"$said" 2>&1
expect "Nothing of OnePermit runs here"

echo "smoke: passed"
