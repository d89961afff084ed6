#!/usr/bin/env bash
# Runs every test: installs what is missing (as root, by apt), starts a private PostGIS, builds, tests, stops what it started.
# Ends with "N passed, N failed" (and ", N skipped"). Exit code 0 only when nothing failed.
#
#   ./test.sh                                            everything
#   ./test.sh --filter "-namespace Geo.Tests.Stores*"    only these .NET tests (arguments of the xunit v3 runner)
#   ./test.sh --cluster                                  only start PostGIS, print its connection string, wait for Enter
set -euo pipefail
cd "$(dirname "$0")"

filter=()
only_cluster=false
while [ $# -gt 0 ]; do
  case "$1" in
    --filter) read -r -a filter <<<"${2:?--filter needs the runner\'s arguments in quotes}"; shift 2 ;;
    --cluster) only_cluster=true; shift ;;
    -h|--help) sed -n '2,8p' "$0"; exit 0 ;;
    *) echo "test.sh does not know '$1'; --help lists what it does" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
passed=0 failed=0 skipped=0
work=$(mktemp -d "${TMPDIR:-/tmp}/soctrang-test.XXXXXX")
postgres_bin=""
cluster_started=false

say() { printf '%s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }

# Servers and browsers that a test started and could not stop, as its process died: they still carry the mark of this run.
stop_leftovers() {
  local environment
  for environment in /proc/[0-9]*/environ; do
    if grep -qzxF "SOCTRANG_TEST_RUN=$work" "$environment" 2>/dev/null; then kill -9 "$(basename "$(dirname "$environment")")" 2>/dev/null || true; fi
  done
}

stop_everything() {
  local code=$?
  trap - EXIT INT TERM
  stop_leftovers
  if $cluster_started; then as_cluster_owner "$postgres_bin/pg_ctl" -D "$work/cluster/data" -m immediate -w -t 30 stop >/dev/null 2>&1 || true; fi
  rm -rf "$work"
  exit "$code"
}
trap stop_everything EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# --- What the tests need from the machine --------------------------------------------------------------------------------

find_postgis() { # newest server that has the extension
  local bin version
  for bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
    version=$(basename "$(dirname "$bin")")
    if [ -x "$bin/initdb" ] && [ -f "/usr/share/postgresql/$version/extension/postgis.control" ]; then postgres_bin=$bin; return 0; fi
  done
  if have pg_config && [ -f "$(pg_config --sharedir)/extension/postgis.control" ] && [ -x "$(pg_config --bindir)/initdb" ]; then
    postgres_bin=$(pg_config --bindir)
    return 0
  fi
  return 1
}

postgis_package() {
  local newest
  newest=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' 2>/dev/null | awk '{print $1}' | sort -V | tail -n 1)
  say "${newest:-postgresql-15-postgis-3}"
}

missing_packages() {
  find_postgis || postgis_package
  have chromium || have chromium-browser || have google-chrome || say chromium
  have ogrinfo && have ogr2ogr || say gdal-bin
  /usr/bin/python3 -c 'from osgeo import gdal' 2>/dev/null || say python3-gdal
  [ -d /usr/lib/python3/dist-packages/qgis ] || say python3-qgis qgis-providers
  /usr/bin/python3 -c 'import jsonschema, yaml' 2>/dev/null || say python3-jsonschema python3-yaml
  [ -d /usr/lib/python3/dist-packages/owslib ] || say python3-owslib
  [ -n "$(fc-list :lang=vi 2>/dev/null | head -n 1)" ] || say fonts-dejavu-core fontconfig
}

install_missing() {
  local packages
  packages=$(missing_packages | tr '\n' ' ')
  [ -n "${packages// /}" ] || return 0
  if [ "$(id -u)" = 0 ] && have apt-get; then
    say "Installing for the tests: $packages"
    apt-get update -q >"$work/apt.log" 2>&1 || true
    packages=$(missing_packages | tr '\n' ' ') # the package list is only known now on a bare machine
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages >>"$work/apt.log" 2>&1 ||
      { tail -n 15 "$work/apt.log"; say "Not everything could be installed ($packages); tests that need it will say so."; }
  else
    say "Missing for some tests; install by: apt-get install $packages"
  fi
}

check_tools() {
  if ! have dotnet || ! dotnet --list-sdks | grep -q '^10\.'; then
    say "The .NET 10 SDK is not installed (https://dot.net)." >&2
    exit 2
  fi
  if ! have node || ! node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||a===20&&b>=19?0:1)'; then
    say "Node.js 20.19 or newer is not installed (https://nodejs.org); the map cannot be built and tested without it." >&2
    exit 2
  fi
}

# --- A private PostGIS -----------------------------------------------------------------------------------------------------

cluster_owner() { # initdb refuses root
  if [ "$(id -u)" != 0 ]; then id -un; elif id postgres >/dev/null 2>&1; then say postgres; else say nobody; fi
}

as_cluster_owner() {
  local owner
  owner=$(cluster_owner)
  if [ "$owner" = "$(id -un)" ]; then "$@"; return; fi
  if have runuser; then runuser -u "$owner" -- "$@"; return; fi
  if have setpriv; then setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups -- "$@"; return; fi
  su -s /bin/sh "$owner" -c "$(printf '%q ' "$@")"
}

start_cluster() {
  find_postgis || { say "PostGIS is not installed; its tests cannot run."; return 0; }
  chmod 755 "$work"
  mkdir "$work/cluster"
  [ "$(id -u)" != 0 ] || chown "$(cluster_owner)" "$work/cluster"
  (
    cd / # the owner may not see the repository's folder
    as_cluster_owner "$postgres_bin/initdb" -D "$work/cluster/data" -U soctrang -A trust -E UTF8 --locale=C.UTF-8 --no-sync
  ) >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log"; say "A private PostGIS could not be made; its tests cannot run."; return 0; }
  local attempt port
  for attempt in 1 2 3 4 5 6 7 8; do
    port=$((20000 + (RANDOM * 3 + $$ + attempt) % 12000))
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue; fi
    if (cd / && as_cluster_owner "$postgres_bin/pg_ctl" -D "$work/cluster/data" -l "$work/cluster/log" -w -t 60 start \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/cluster -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200") >/dev/null 2>&1
    then
      cluster_started=true
      break
    fi
  done
  if ! $cluster_started; then cat "$work/cluster/log" 2>/dev/null || true; say "The private PostGIS did not start; its tests cannot run."; return 0; fi
  "$postgres_bin/psql" -q -h 127.0.0.1 -p "$port" -U soctrang -d postgres -c 'CREATE DATABASE soctrang'
  "$postgres_bin/psql" -q -h 127.0.0.1 -p "$port" -U soctrang -d soctrang -c 'CREATE EXTENSION postgis'
  export SOCTRANG_TEST_POSTGIS="Host=127.0.0.1;Port=$port;Username=soctrang;Database=soctrang"
}

# --- The tests ---------------------------------------------------------------------------------------------------------------

number_before() { # number_before WORD LINE: the number that stands before the word, else 0
  local found
  found=$(grep -oE "[0-9]+ $1" <<<"$2" | head -n 1 | grep -oE '[0-9]+' || true)
  say "${found:-0}"
}

number_after() {
  local found
  found=$(grep -oE "$1: [0-9]+" <<<"$2" | head -n 1 | grep -oE '[0-9]+' || true)
  say "${found:-0}"
}

run_dotnet_tests() {
  local code=0 summary total bad skip
  SOCTRANG_TEST_RUN=$work timeout -k 10 1500 dotnet run -c Release --project Geo.Tests --no-build -- -noColor "${filter[@]}" 2>&1 | tee "$work/dotnet.log" | grep -v '^info: ' || code=${PIPESTATUS[0]}
  summary=$(grep -E 'Total: [0-9]+' "$work/dotnet.log" | tail -n 1 || true)
  total=$(number_after Total "$summary") bad=$(($(number_after Failed "$summary") + $(number_after Errors "$summary"))) skip=$(number_after Skipped "$summary")
  # A crash, a time-out or a run without any test must not look like success.
  if [ "$code" != 0 ] && [ "$bad" = 0 ] || [ "$total" = 0 ]; then bad=$((bad + 1)); fi
  local not_run
  not_run=$(number_after 'Not Run' "$summary")
  passed=$((passed + total - $(number_after Failed "$summary") - skip - not_run)) failed=$((failed + bad)) skipped=$((skipped + skip))
}

# Once more at the end, where it is found: what the servers under test log in between is long.
tell_failures() {
  [ "$failed" != 0 ] && [ -f "$work/dotnet.log" ] || return 0
  grep -vE '^(info|warn|fail): ' "$work/dotnet.log" | grep -F -A 20 '[FAIL]' | head -n 200 || tail -n 40 "$work/dotnet.log"
}

run_web_tests() {
  if [ "${#filter[@]}" != 0 ] || ! grep -q '"test"' Geo.Api/Web/package.json 2>/dev/null; then return 0; fi
  local code=0 summary bad
  [ -d Geo.Api/Web/node_modules ] || (cd Geo.Api/Web && npm ci --no-audit --no-fund) >"$work/npm.log" 2>&1 || { tail -n 15 "$work/npm.log"; failed=$((failed + 1)); return 0; }
  (cd Geo.Api/Web && NO_COLOR=1 CI=true timeout -k 10 180 npm test) 2>&1 | tee "$work/web.log" || code=$?
  summary=$(grep -E '^ *Tests +[0-9]' "$work/web.log" | tail -n 1 || true)
  bad=$(number_before failed "$summary")
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then bad=1; fi
  passed=$((passed + $(number_before passed "$summary"))) failed=$((failed + bad)) skipped=$((skipped + $(number_before skipped "$summary")))
}

install_missing
check_tools
start_cluster
if $only_cluster; then
  say "export SOCTRANG_TEST_POSTGIS=\"${SOCTRANG_TEST_POSTGIS:-}\""
  read -r -p "Enter stops it. " || true
  exit 0
fi

if dotnet build -c Release -v q --nologo >"$work/build.log" 2>&1; then
  run_dotnet_tests
  run_web_tests
else
  grep -E 'error|warning' "$work/build.log" | sort -u | head -n 40 || tail -n 40 "$work/build.log"
  failed=1
fi

tell_failures
result="$passed passed, $failed failed"
[ "$skipped" = 0 ] || result="$result, $skipped skipped"
say "$result"
[ "$failed" = 0 ]
