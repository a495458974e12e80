#!/usr/bin/env bash
# How long a start takes, from ./run to the first good answer of /health/ready, the database being there. Usage: bench/start.sh [rounds]
# Another program beside it (a published folder, an older build) is started in turn with it: OTHER=path/to/sen bench/start.sh
set -euo pipefail
cd "$(dirname "$0")/.."
rounds="${1:-9}"
export SEN_HOME="${SEN_BENCH_HOME:-$(mktemp -d)}" PORT="${PORT:-5178}"
log="$SEN_HOME/start.log"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT

ready() { curl -sf -o /dev/null "http://localhost:$PORT/health/ready"; }
start() {
  local began; began="$(date +%s%N)"
  "$@" >"$log" 2>&1 & server=$!
  # Seldom asked: on two cores the asking itself delays the answer.
  until ready; do kill -0 "$server" 2>/dev/null || { cat "$log" >&2; exit 1; }; sleep 0.05; done
  took=$((($(date +%s%N) - began) / 1000000))
  kill "$server"; wait "$server" 2>/dev/null || true; server=
}

start ./run
echo "first start with an empty folder: $took ms"
for _ in $(seq "$rounds"); do
  start ./run; echo "./run $took"
  if [ -n "${OTHER:-}" ]; then start "$OTHER" serve; echo "other $took"; fi
done | sort -k1,1 -k2,2n | awk '{ times[$1] = times[$1] " " $2; n[$1]++; all[$1, n[$1]] = $2 } END { for (k in times) print k ":" times[k] " ms, median " all[k, int((n[k] + 1) / 2)] }'
