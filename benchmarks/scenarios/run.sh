#!/usr/bin/env bash
# Times the three bundled scenarios as a planner runs them, with their peak memory, and writes benchmarks/results/scenarios.md.
# The floor beside them is a process that only opens the store (`doctor`).
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
work="$(mktemp -d "${TMPDIR:-/tmp}/soctrang-scenarios.XXXXXX")"
trap 'rm -rf "$work"' EXIT
dotnet publish "$root/Geo.Api" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -v quiet --nologo -o "$work/program"
cd "$root"
exec /usr/bin/python3 "$root/benchmarks/scenarios/measure.py" "$work" "$root/benchmarks/results/scenarios.md"
