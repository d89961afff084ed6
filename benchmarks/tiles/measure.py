"""Fresh vector tiles of our server over HTTP beside bare ST_AsMVT through pgbench, tile by tile in turn, on the same table of the same database."""
import http.client
import os
import platform
import re
import statistics
import subprocess
import sys
import time

WEST, SOUTH, EAST, NORTH = 105.55, 9.25, 106.26, 9.91
ZOOMS = {14: 30, 13: 30, 12: 20, 11: 12, 10: 6, 9: 2}
SQL = """SELECT ST_AsMVT(t, 'parcels', 4096, 'geom', 'id') FROM (
  SELECT {id} AS id, {columns}, ST_AsMVTGeom(ST_Transform({geometry}, 3857), ST_TileEnvelope(:z, :x, :y), 4096, 256, true) AS geom
  FROM soctrang.{table} WHERE {geometry} && ST_Transform(ST_TileEnvelope(:z, :x, :y, margin => 256.0 / 4096), 4326)) AS t WHERE geom IS NOT NULL;
"""


def psql(database, query):
    return subprocess.run(["psql", "-At", "-c", query, *database], check=True, capture_output=True, text=True).stdout.strip()


def tiles_of(zoom, count):
    import math
    side = 2 ** zoom

    def place(lon, lat):
        return int((lon + 180) / 360 * side), int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * side)

    (left, top), (right, bottom) = place(WEST, NORTH), place(EAST, SOUTH)
    every = [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
    return every[:: max(1, len(every) // count)][:count]


def theirs(database, script, zoom, x, y):
    out = subprocess.run(["pgbench", "-n", "-t", "1", "-f", script, "-D", f"z={zoom}", "-D", f"x={x}", "-D", f"y={y}", *database],
                         check=True, capture_output=True, text=True).stdout
    return float(re.search(r"latency average = ([\d.]+) ms", out).group(1))


def ours(connection, zoom, x, y):
    begin = time.perf_counter()
    connection.request("GET", f"/collections/parcels/tiles/WebMercatorQuad/{zoom}/{y}/{x}", headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200 or answer.headers["Content-Encoding"] != "gzip":
        raise SystemExit(f"{zoom}/{y}/{x}: {answer.status}")
    return (time.perf_counter() - begin) * 1000, len(body)


def cached(connection, zoom, tiles, seconds=5):
    done, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        ours(connection, zoom, *tiles[done % len(tiles)])
        done += 1
    return done / seconds


def row(database, script, connection, table, geometry, zoom, tiles):
    mine, other, bytes_ = [], [], []
    for x, y in tiles:
        other.append(theirs(database, script, zoom, x, y))
        spent, size = ours(connection, zoom, x, y)
        mine.append(spent)
        bytes_.append(size)
    x, y = tiles[len(tiles) // 2]
    count = psql(database, f'SELECT count(*) FROM soctrang.{table} WHERE {geometry} && ST_Transform(ST_TileEnvelope({zoom}, {x}, {y}), 4326)')
    a, b = statistics.median(other), statistics.median(mine)
    return f"| {zoom} | {count} | {len(tiles)} | {a:.1f} | {b:.1f} | **{a / b:.1f}** | {statistics.median(bytes_) / 1024:.0f} |\n"


def main(address, work, report, *database):
    table = '"' + psql(database, "SELECT table_name FROM soctrang.layers WHERE layer_id = 'parcels'") + '"'
    names = psql(database, f"SELECT column_name FROM information_schema.columns WHERE table_schema = 'soctrang' AND '\"' || table_name || '\"' = '{table}' AND udt_name <> 'geometry' ORDER BY ordinal_position").split("\n")
    geometry = '"' + psql(database, f"SELECT f_geometry_column FROM geometry_columns WHERE f_table_schema = 'soctrang' AND '\"' || f_table_name || '\"' = '{table}'") + '"'
    quoted = [f'"{n}"' for n in names]
    script = os.path.join(work, "tile.sql")
    with open(script, "w", encoding="utf-8") as out:
        out.write(SQL.format(id=quoted[0], columns=", ".join(quoted[1:]), geometry=geometry, table=table).replace("\n", " "))
    connection = http.client.HTTPConnection(address)
    for warm in tiles_of(15, 20):
        theirs(database, script, 15, *warm)
        ours(connection, 15, *warm)
    rows = [row(database, script, connection, table, geometry, zoom, tiles_of(zoom, count)) for zoom, count in ZOOMS.items()]
    rate = cached(connection, 14, tiles_of(14, 40))
    version = psql(database, "SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version()")
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    with open(report, "w", encoding="utf-8") as out:
        out.write("# Vector tiles of a million parcels\n\n"
                  "`benchmarks/tiles/run.sh`: our server over HTTP (gzip, nothing cached) beside bare `ST_AsMVT` through pgbench, each tile in turn on the same table; medians.\n"
                  f"{model}, {os.cpu_count()} cores, Linux {platform.release()}, {version}, load {os.getloadavg()[0]:.1f} at the end.\n\n"
                  "| zoom | parcels in the middle tile | tiles | `ST_AsMVT`, ms | ours, ms | ratio | KiB sent |\n|---|---|---|---|---|---|---|\n")
        out.writelines(rows)
        out.write(f"\nFrom the cache, one client on one connection in Python: {rate:.0f} tiles a second.\n")
    print(open(report, encoding="utf-8").read())


main(*sys.argv[1:])
