#!/usr/bin/env bash
# Measures fresh vector tiles of a million parcels, ours over HTTP beside bare ST_AsMVT, and writes benchmarks/results/tiles.md.
#   benchmarks/tiles/run.sh [PARCELS]      needs an empty PostGIS database named by libpq's PGHOST, PGPORT, PGUSER, PGDATABASE; psql and pgbench
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
parcels="${1:-1000000}"
port="${TILES_PORT:-5971}"
store="postgis:Host=$PGHOST;Port=$PGPORT;Username=$PGUSER;Database=$PGDATABASE"
work="$(mktemp -d "${TMPDIR:-/tmp}/soctrang-tiles.XXXXXX")"
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
dotnet build "$root/benchmarks/Geo.Benchmarks" -c Release -v quiet --nologo
dotnet publish "$root/Geo.Api" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:BuildUi=false -v quiet --nologo -o "$work/program"
dotnet run -c Release --no-build --project "$root/benchmarks/Geo.Benchmarks" -- serving parcels "$parcels" "$store"
psql -q -c 'VACUUM ANALYZE'
(cd "$work" && exec "$work/program/Geo.Api" serve --urls "http://127.0.0.1:$port" --data "$work/none" --store "$store" > "$work/server.log" 2>&1) &
server=$!
for _ in $(seq 60); do curl -fs "http://127.0.0.1:$port/health/ready" > /dev/null && break; sleep 1; done
/usr/bin/python3 "$root/benchmarks/tiles/measure.py" "127.0.0.1:$port" "$work" "$root/benchmarks/results/tiles.md"
