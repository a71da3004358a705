# ./onepermit bench: a stack of its own on free ports, started twice (the second start is the figure), measured and thrown away.
# Sourced by the start script.

build
ONEPERMIT_HOME=$(mktemp -d)
export ONEPERMIT_HOME
trap 'launch run down >/dev/null; rm -rf "$ONEPERMIT_HOME"' EXIT
trap 'exit 130' INT TERM
ONEPERMIT_AOT=off # nothing is made beside the measuring; what the start needs is made before it
# One officer and one case ask about everybody: the guard counts as it always does, and lets through what nobody may ask in earnest.
ONEPERMIT_LOOKS_PERSONSPERSECOND=10000000
for by in OFFICER CASEREF ORGANISATION; do
  export "ONEPERMIT_LOOKS_${by}_SLOW=10000000" "ONEPERMIT_LOOKS_${by}_STOP=10000000"
done
export ONEPERMIT_AOT ONEPERMIT_LOOKS_PERSONSPERSECOND

ONEPERMIT_PORTS=free launch run up --residents 0 --detach >"$root/target/bench-up.log" || stop "The stack did not start: see $root/target/bench-up.log."
case " $* " in
*" --only "*) case "$*" in *startup*) starts=2 ;; *) starts=1 ;; esac ;;
*) starts=2 ;;
esac
if [ "$starts" = 2 ]; then
  launch run make-caches && launch run down || exit 1
  begun=$(date +%s%N)
  launch run up --residents 0 --detach >"$root/target/bench-up.log" || stop "The stack did not start again: see $root/target/bench-up.log."
  BENCH_STARTUP_SECONDS=$(awk "BEGIN { print ($(date +%s%N) - $begun) / 1e9 }")
  export BENCH_STARTUP_SECONDS
fi
# For public security's service alone, which the benchmark starts again before it writes facts past it.
export ONEPERMIT_RELAY_POLL=10ms
"$JAVA_HOME/bin/java" -Xmx1g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Donepermit.root="$root" -Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider \
  -cp "$root/deploy/bench/target/bench-0.1.0-SNAPSHOT.jar:$root/deploy/bench/target/lib/*" onepermit.bench.Bench "$@"
