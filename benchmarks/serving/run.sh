#!/usr/bin/env bash
# Measures how a layer of parcels is loaded and served, beside PostGIS alone and QGIS Server, and writes benchmarks/results/serving.md.
#   benchmarks/serving/run.sh [PARCELS] [ROUNDS] [SECONDS]      parcels (1000000), rounds (5), seconds of each measurement (5)
#   benchmarks/serving/run.sh 50000 1 2                         a small try; it writes serving-50000.md
# A private PostGIS, QGIS Server and our server run on 127.0.0.1 and are stopped at the end. The data (3 GB at 1000000) go to $SERVING_DATA, by
# default a folder of their own below the system's temporary one, and stay there for the next time.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
parcels="${1:-1000000}"
rounds="${2:-5}"
seconds="${3:-5}"
data="${SERVING_DATA:-${TMPDIR:-/tmp}/soctrang-serving}/$parcels"
program="$(dirname "$data")/program"

missing() {
  command -v wrk >/dev/null || echo wrk
  command -v spawn-fcgi >/dev/null || echo spawn-fcgi
  command -v lighttpd >/dev/null || [ -x /usr/sbin/lighttpd ] || echo lighttpd
  command -v ogr2ogr >/dev/null || echo gdal-bin
  [ -x /usr/lib/cgi-bin/qgis_mapserv.fcgi ] || echo qgis-server
  /usr/bin/python3 -c 'import qgis.core' 2>/dev/null || echo python3-qgis
  ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 || echo postgresql-15-postgis-3
}

packages=$(missing | tr '\n' ' ')
if [ -n "${packages// /}" ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "The peers are missing; as root: apt-get install $packages" >&2
    exit 1
  fi
  # shellcheck disable=SC2086 # a list of packages
  apt-get install -y -qq --no-install-recommends $packages >/dev/null
fi

mkdir -p "$data" "$here/../results"
# Compiled beforehand, like the peers and like a published server.
for project in benchmarks/Geo.Benchmarks Geo.Api; do
  dotnet publish "$here/../../$project" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true \
    -v quiet --nologo -o "$program/$(basename "$project")"
done
[ "$parcels" = 1000000 ] && report=serving.md || report="serving-$parcels.md"
exec /usr/bin/python3 "$here/measure.py" "$program" "$data" "$parcels" "$rounds" "$seconds" "$here/../results/$report"
