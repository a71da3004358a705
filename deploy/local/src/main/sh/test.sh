# Part of ./onepermit test: everything that must pass before a change goes out. Sourced by the start script.
# The tests share one PostgreSQL and one Kafka, started here on free ports and thrown away afterwards.

summary=
failed=0

phase() {
  name=$1
  shift
  echo "== $name"
  begun=$(date +%s)
  if "$@"; then outcome=passed; else outcome=FAILED failed=1; fi
  summary="$summary
  $(printf '%-28s %-7s %4d s' "$name" "$outcome" $(($(date +%s) - begun)))"
  [ "$failed" = 0 ] || finish
}

finish() {
  trap - EXIT INT TERM
  [ ! -d "$ONEPERMIT_HOME" ] || { launch run down >/dev/null && rm -rf "$ONEPERMIT_HOME"; }
  echo "Summary:$summary"
  [ "$failed" = 0 ] || echo "FAILED"
  exit "$failed"
}

interrupted() {
  failed=1
  finish
}

build_launcher() {
  run_maven package -DskipTests -pl deploy/local -am
}

start_foundation() {
  ONEPERMIT_PORTS=free launch run up --foundation --detach || return 1
  . "$ONEPERMIT_HOME/run/ports.properties"
  password=$(sed -n 's/^postgres=//p' "$ONEPERMIT_HOME/keys/postgres.properties")
  export ONEPERMIT_TEST_KAFKA="127.0.0.1:$ONEPERMIT_PORT_KAFKA"
  export ONEPERMIT_TEST_POSTGRES="jdbc:postgresql://127.0.0.1:$ONEPERMIT_PORT_POSTGRES/postgres?user=postgres&password=$password"
}

# Two modules at a time, and the road's own tests in two processes: they share the broker and the database, not names in them.
verify_all() {
  run_maven verify -T 2 -Dexchange.test.processes=2 "-Dexcluded.tags=$excluded" "-Donepermit.matrix.whole=$whole"
}

lint_contracts() {
  buf=$cache/node_modules/.bin/buf
  [ -x "$buf" ] || npm install --silent --no-audit --no-fund --prefix "$cache" @bufbuild/buf@1.75.0 || return 1
  "$buf" lint "$contracts" --config "$root/proto/buf.yaml"
}

compare_contracts() {
  "$buf" breaking "$contracts" --against "$released" --config "$root/proto/buf.yaml"
}

smoke() {
  sh "$root/deploy/local/src/test/sh/smoke.sh"
}

# The stack that the scenarios ask, on free ports of its own and without the making of start caches.
start_stack() {
  launch run down && rm -rf "$ONEPERMIT_HOME"/* || return 1
  : >"$root/target/built"
  ONEPERMIT_AOT=off ONEPERMIT_PORTS=free launch run up --residents 200 --detach || return 1
  . "$ONEPERMIT_HOME/run/ports.properties"
  export ONEPERMIT_SCENARIOS_HTTP="http://localhost:$ONEPERMIT_PORT_GATEWAY"
  export ONEPERMIT_SCENARIOS_GRPC="localhost:$ONEPERMIT_PORT_GATEWAY_GRPC"
}

# The modules that the scenarios stand on have been built and tested: here they only lend their classes.
scenarios() {
  told=0
  run_maven test -pl deploy/scenarios -am -Dmaven.main.skip=true -Dmaven.test.skip=true -Dprotobuf.skip=true \
    -Dscenarios.skip=false '-Dtest=onepermit.scenarios.**' -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dexcluded.tags=$excluded" "-Donepermit.chaos.seconds=$chaos_seconds" || told=1
  grep -hE '^(chaos seed|acknowledged|KILL|PAUSE)' "$root"/deploy/scenarios/target/surefire-reports/*ChaosTest-output.txt
  return "$told"
}

find_chromium() {
  for chromium in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$chromium" && return
  done
  return 1
}

# A test that is written for both languages runs in one of them; the long run has both.
one_language='^(?!.*(in en$|one language: zh-CN )).*$'

# The officers' console in a real browser. Where there is none this is said; only continuous integration fails for it.
console() {
  if ! ONEPERMIT_CHROMIUM=$(find_chromium); then
    echo "No Chromium on the PATH, so the console's pages were not looked at: install one (for example your system's package 'chromium')."
    [ -z "${CI:-}" ]
    return
  fi
  export ONEPERMIT_CHROMIUM
  ONEPERMIT_CONSOLE=$ONEPERMIT_SCENARIOS_HTTP npm run --silent --prefix "$root/gateway/src/main/console" test:browser -- \
    --testNamePattern "$languages"
}

excluded=long
whole=false
languages=$one_language
chaos_seconds=90
if [ "${1:-}" = --long ]; then
  excluded=none
  whole=true
  languages=
  chaos_seconds=900
fi
contracts=$root/proto/target/classes/onepermit/contracts.binpb
released=$root/proto/released/contracts.binpb
ONEPERMIT_HOME=$(mktemp -d)
export ONEPERMIT_HOME
trap interrupted INT TERM
trap finish EXIT

phase "launcher" build_launcher
phase "PostgreSQL and Kafka" start_foundation
phase "build, checks and tests" verify_all
phase "contracts: lint" lint_contracts
[ ! -f "$released" ] || phase "contracts: nothing broken" compare_contracts
phase "stack: up and down" smoke
if [ -d "$root/deploy/scenarios" ]; then
  phase "stack: start" start_stack
  phase "console in a browser" console
  phase "scenarios" scenarios
  phase "replicas equal their owners" launch run check
fi
finish
