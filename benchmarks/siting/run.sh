#!/usr/bin/env bash
# Solves every published siting instance and writes benchmarks/results/siting.md: what is known, what we find, the bound, the seconds.
#   benchmarks/siting/run.sh [FILTER]      only instances whose name contains FILTER, for a try; nothing is committed then
# The instances lie beside the repository (SOCTRANG_SHARED, else ../shared). Ends with 1 when one is more than 0.5 % off or takes more than 60 seconds.
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
reference="${SOCTRANG_SHARED:-$root/../shared}/reference/siting"
filter="${1:-}"
work="$(mktemp -d "${TMPDIR:-/tmp}/soctrang-siting.XXXXXX")"
trap 'rm -rf "$work"' EXIT
dotnet publish "$root/benchmarks/Geo.Benchmarks" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true \
  -v quiet --nologo -o "$work/program"
result="$root/benchmarks/results/siting.md"
[ -z "$filter" ] || result="$work/siting.md"
"$work/program/Geo.Benchmarks" siting "$reference" "$result" "$filter"
