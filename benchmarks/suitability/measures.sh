#!/usr/bin/env bash
# Measures cost distance beside GRASS r.cost, and inverse distance and kriging beside gdal_grid, then whole scenario runs at 30 m and 10 m and with a changed weight;
# writes benchmarks/results/measures.md.
#   benchmarks/suitability/measures.sh [SIDE] [ROUNDS]      cells on a side of the kernels (2000), rounds (5)
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
side="${1:-2000}"
rounds="${2:-5}"
if ! command -v grass >/dev/null || ! command -v gdal_grid >/dev/null || ! /usr/bin/python3 -c 'import numpy, osgeo' 2>/dev/null; then
  if [ "$(id -u)" != 0 ]; then
    echo "The peers are missing; as root: apt-get install --no-install-recommends grass-core gdal-bin python3-gdal python3-numpy" >&2
    exit 1
  fi
  apt-get install -y -qq --no-install-recommends grass-core gdal-bin python3-gdal python3-numpy >/dev/null
fi
work="$(mktemp -d "${TMPDIR:-/tmp}/soctrang-measures.XXXXXX")"
trap 'rm -rf "$work"' EXIT
for project in benchmarks/Geo.Benchmarks Geo.Api; do
  dotnet publish "$root/$project" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -v quiet --nologo -o "$work/$(basename "$project")"
done
cd "$root"
/usr/bin/python3 "$here/measures.py" "$work" "$side" "$rounds" "$root/benchmarks/results/measures.md"
