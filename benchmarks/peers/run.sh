#!/usr/bin/env bash
# Measures our grid kernels against GDAL and SciPy, file to file, and writes benchmarks/results/peers-grids-SIDE.md.
#   benchmarks/peers/run.sh [SIDE] [ROUNDS]      cells on a side (4000), rounds (7)
# The data (0.5 GB at 4000) go to $PEERS_DATA, by default a folder of their own below the system's temporary one.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
side="${1:-4000}"
rounds="${2:-7}"
data="${PEERS_DATA:-${TMPDIR:-/tmp}/soctrang-peers}/$side"

if ! command -v gdal_calc.py >/dev/null || ! /usr/bin/python3 -c 'import scipy, osgeo' 2>/dev/null; then
  if [ "$(id -u)" != 0 ]; then
    echo "The peers are missing; as root: apt-get install gdal-bin python3-gdal python3-scipy" >&2
    exit 1
  fi
  apt-get install -y -qq gdal-bin python3-gdal python3-scipy >/dev/null
fi

program="$(dirname "$data")/program"
# Compiled beforehand, like the peers and like a published server.
dotnet publish "$here/../Geo.Benchmarks" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true \
  -v quiet --nologo -o "$program"
[ -f "$data/classes.tif" ] || /usr/bin/python3 "$here/make_data.py" "$data" "$side"
mkdir -p "$here/../results"
exec /usr/bin/python3 "$here/measure.py" \
  "$program/Geo.Benchmarks" "$data" "$side" "$rounds" "$here/../results/peers-grids-$side.md"
