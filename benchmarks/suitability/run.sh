#!/usr/bin/env bash
# Times what is done with a province of 8 criteria after they have been measured, beside the bandwidth of the machine's memory, and writes benchmarks/results/suitability.md.
# With "quick" a tenth of the weightings is drawn.
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
out="$root/benchmarks/results/suitability.md"
dotnet build "$root/benchmarks/Geo.Benchmarks" -c Release -v quiet --nologo
{
    echo "# Suitability: combination and uncertainty"
    echo
    echo "Made by \`benchmarks/suitability/run.sh\` on $(lscpu | sed -n 's/^Model name: *//p'). The least of several rounds, all in one run; smooth synthetic criteria."
    echo
    dotnet run -c Release --project "$root/benchmarks/Geo.Benchmarks" --no-build -- suitability "$@"
} > "$out.new"
mv "$out.new" "$out"
cat "$out"
