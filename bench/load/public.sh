#!/usr/bin/env bash
# Requests per second of the public pages and of a list of 10,000 people, server on one core, load from another.
# Needs wrk and taskset; uses a home of its own and stops what it started. Usage: bench/load/public.sh [seconds per page]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds="${1:-8}"
port="${PORT:-5177}"
export SEN_HOME="${SEN_BENCH_HOME:-$(mktemp -d)}" PORT="$port"
. scripts/build.sh
ensure_built
command -v wrk >/dev/null || { echo "wrk is needed: apt-get install wrk" >&2; exit 1; }
base="http://localhost:$port"

list="$SEN_HOME/list.csv"
awk 'BEGIN { print "Họ và tên,Chức vụ,Đơn vị,Điện thoại,Email"; split("An Bình Chi Dũng Giang Hà Khoa Lan Minh Nga", g, " "); split("Nguyễn Trần Lê Phạm Hoàng Võ Đặng Bùi Đỗ Hồ", f, " ");
  for (i = 0; i < 10000; i++) { a = sprintf("%c%c%c%c", 97 + i % 26, 97 + int(i / 26) % 26, 97 + int(i / 676) % 26, 97 + int(i / 17576) % 26);
    printf "%s Mẫu%s %s,Chuyên viên,Sở Công Thương thành phố Huế,09%08d,mau%d@bench.example\n", f[i % 10 + 1], a, g[int(i / 10) % 10 + 1], i, i } }' > "$list"

echo "import of 10,000 rows (whole process):" >&2
/usr/bin/time -f "%e s, %M KB" "$program" import participants "$list" --workshop hue-2026 >&2

taskset -c 0 "$program" serve > "$SEN_HOME/serve.log" 2>&1 &
server=$!
trap 'kill $server; wait $server 2>/dev/null || true' EXIT
for _ in $(seq 200); do curl -sf "$base/health/ready" >/dev/null && break; sleep 0.1; done

jar="$SEN_HOME/cookies"
token() { grep -o 'name="__RequestVerificationToken"[^>]*value="[^"]*"' | head -1 | sed 's/.*value="//; s/"//'; }
t=$(curl -s -c "$jar" -b "$jar" "$base/vi/sign-in" | token)
curl -s -o /dev/null -c "$jar" -b "$jar" --data-urlencode "__RequestVerificationToken=$t" --data-urlencode "Email=quantri@sen.example" --data-urlencode "Password=sen-mau-2026" "$base/vi/sign-in"
cookie=$(awk '!/^# / && NF >= 7 { sub(/^#HttpOnly_/, "", $1); printf "%s=%s; ", $6, $7 }' "$jar")

run() {
  curl -sf -o /dev/null -b "$jar" "$base$2" || { echo "$2 does not answer" >&2; return 1; }
  taskset -c 1 wrk -t1 -c32 -d3s ${3:+-H "$3"} "$base$2" >/dev/null
  taskset -c 1 wrk -t1 -c32 -d"${seconds}s" --latency ${3:+-H "$3"} "$base$2" |
    awk -v name="$1" '/99%/ { p99 = $2 } /Requests\/sec/ { rps = $2 } /Non-2xx/ { bad = $0 } END { printf "| %s | %s | %s | %s |\n", name, rps, p99, bad }'
}
echo "| page | requests/s | p99 | errors |"
echo "| --- | --- | --- | --- |"
run "workshop page, visitor" /vi/workshops/can-tho-2016
run "front page, visitor" /vi
run "workshop page, signed in (not cached)" /vi/workshops/can-tho-2016 "Cookie: $cookie"
run "50 of 10,000 participants, signed in" /vi/desk/workshops/hue-2026/people "Cookie: $cookie"
