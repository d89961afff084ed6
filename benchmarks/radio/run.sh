#!/usr/bin/env bash
# Measures radio coverage beside SPLAT! in one run and writes benchmarks/results/radio.md.
#   benchmarks/radio/run.sh [ROUNDS] [SITES] [RADIUS_KM]     rounds (5), sites of the province (300), radius of the single site (15)
# Terrain is invented by one formula on both sides; it goes to $RADIO_DATA, by default a folder of its own below the system's temporary one.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
data="${RADIO_DATA:-${TMPDIR:-/tmp}/soctrang-radio}"

if ! command -v splat >/dev/null; then
  if [ "$(id -u)" != 0 ]; then
    echo "SPLAT! is missing; as root: apt-get install splat" >&2
    exit 1
  fi
  apt-get install -y -qq splat >/dev/null
fi

mkdir -p "$data" "$here/../results"
dotnet publish "$here/../Geo.Benchmarks" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true \
  -v quiet --nologo -o "$data/program"
exec python3 "$here/measure.py" "$data/program/Geo.Benchmarks" "$data" "${1:-5}" "${2:-300}" "${3:-15}" "$here/../results/radio.md"
