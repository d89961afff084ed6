#!/usr/bin/env python3
"""Loads the parcels and serves them, ours and the peers in turn (A B A B), checks that the answers agree and writes a table.

measure.py PROGRAM DATA PARCELS ROUNDS SECONDS REPORT.md
"""
import json
import math
import os
import platform
import random
import statistics
import subprocess
import sys
import time
import urllib.request

from servers import HERE, FileServer, Ours, PostGis, QgisServer

PROVINCE = (105.53, 9.23, 106.28, 9.93)
CONNECTIONS = (1, 8, 32)
COLUMNS = "code, name, land_use, area, registered"
SHEET_SIDE = 20
WARM = 12  # seconds of each kind of request at 8 connections that every HTTP server is given before it is measured


def get(address, headers=None):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers or {}), timeout=120) as answer:
        return answer.read(), answer.headers


def timed(command):
    """Wall seconds of one process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def write_lines(path, lines):
    with open(path, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")
    return path


def wrk(address, paths, connections, seconds, *headers, warmed=1):
    """Requests a second, warmed up for some seconds; whatever is not a 2xx or a 304 is a failure."""
    command = ["wrk", "-t", str(min(2, connections)), "-c", str(connections), "--timeout", "60s", "-s", f"{HERE}/requests.lua", address, "--", paths, *headers]
    if warmed:
        subprocess.run([*command[:1], "-d", str(warmed), *command[1:]], check=True, capture_output=True)
    told = subprocess.run([*command[:1], "-d", str(seconds), *command[1:]], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        raise SystemExit(f"{address}: {told}")
    return float(told.split("Requests/sec:")[1].split()[0])


# --- Loading ---------------------------------------------------------------------------------------------------------------


def load(program, data, postgis, parcels, rounds):
    """Seconds of each way to load the same parcels, from the same GeoPackage; both stores are filled afterwards."""
    source, target = f"{data}/parcels.gpkg", f"{data}/copy.gpkg"
    ours = [f"{program}/Geo.Benchmarks/Geo.Benchmarks", "serving"]
    if not os.path.exists(source):
        subprocess.run([*ours, "parcels", str(parcels), f"geopackage:{source}"], check=True, stdout=subprocess.DEVNULL)
    if not postgis.table():
        subprocess.run([*ours, "copy", f"geopackage:{source}", postgis.store], check=True, stdout=subprocess.DEVNULL)
    postgis.sql(f"COPY {postgis.table()} TO PROGRAM 'cat > {postgis.folder}/parcels.copy' (FORMAT BINARY)")
    connection = f"PG:host={postgis.arguments[1]} port={postgis.port} user=soctrang dbname=soctrang"
    ways = {
        "ours into GeoPackage": lambda: timed([*ours, "copy", f"geopackage:{source}", f"geopackage:{target}"]),
        "ogr2ogr into GeoPackage": lambda: timed(["ogr2ogr", "-f", "GPKG", target, source, "parcels"]),
        "ours into PostGIS": lambda: timed([*ours, "copy", f"geopackage:{source}", postgis.store]),
        "bare COPY and indexes": lambda: bare_copy(postgis),
        "ogr2ogr into PostGIS": lambda: timed(["ogr2ogr", "--config", "PG_USE_COPY", "YES", "-f", "PostgreSQL", "-overwrite", "-nln", "by_ogr", connection, source, "parcels"]),
    }
    taken = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(target + ending):
                    os.remove(target + ending)
            taken[name].append(way())
    loaded = int(postgis.sql(f"SELECT count(*) FROM {postgis.table()}"))
    if loaded != parcels or loaded != int(postgis.sql("SELECT count(*) FROM by_ogr")):
        raise SystemExit(f"{loaded} parcels were loaded, not {parcels}")
    postgis.sql("DROP TABLE by_ogr", "DROP TABLE bare", "VACUUM ANALYZE", "CHECKPOINT")
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def bare_copy(postgis):
    postgis.sql("DROP TABLE IF EXISTS bare", f"CREATE TABLE bare (LIKE {postgis.table()})")
    start = time.perf_counter()
    postgis.sql(f"COPY bare FROM PROGRAM 'cat {postgis.folder}/parcels.copy' (FORMAT BINARY)")
    postgis.sql("ALTER TABLE bare ADD PRIMARY KEY (fid)", "CREATE INDEX ON bare USING gist (geom)", "ANALYZE bare")
    return time.perf_counter() - start


# --- What is asked for -----------------------------------------------------------------------------------------------------


def cursors(server, positions):
    """The cursor after each of some positions, as a next link gives it."""
    for position in positions:
        page = json.loads(get(f"{server.address}/collections/parcels/items?limit=1&offset={position}")[0])
        link = next(link["href"] for link in page["links"] if link["rel"] == "next")
        yield link.split("cursor=")[1].split("&")[0]


def boxes(parcels, count, chance):
    """Boxes around some number of parcels, which fill their lattice evenly."""
    side = SHEET_SIDE * math.ceil(math.sqrt(parcels / SHEET_SIDE**2))
    width, height = (math.sqrt(count) / side * (PROVINCE[2 + i] - PROVINCE[i]) for i in (0, 1))
    rows = parcels / side**2  # the last sheets of the lattice may be missing
    for _ in range(200):
        x = chance.uniform(PROVINCE[0], PROVINCE[2] - width)
        y = chance.uniform(PROVINCE[1], PROVINCE[1] + rows * (PROVINCE[3] - PROVINCE[1]) - height)
        yield x, y, x + width, y + height


def tiles(zoom, chance):
    """Tiles over the province."""
    def place(lon, lat):
        n = 2**zoom
        return int((lon + 180) / 360 * n), int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * n)

    (left, bottom), (right, top) = place(*PROVINCE[:2]), place(*PROVINCE[2:])
    found = [(x, y) for x in range(left + 1, right) for y in range(top + 1, bottom)] or [(left, top)]
    return chance.sample(found, min(200, len(found)))


def cases(data, parcels, server, chance):
    """Name, our paths, QGIS Server's paths, and the script of pgbench for each kind of request."""
    positions = chance.sample(range(1, parcels - 1000), 200)
    yield (
        "page of 100", [f"/collections/parcels/items?limit=100&cursor={c}" for c in cursors(server, positions)],
        [f"/wfs3/collections/parcels/items.json?limit=100&offset={p}" for p in chance.sample(range(0, 1000), 200)],
        f"\\set p random(1, {parcels - 1000})\nSELECT fid, ST_AsGeoJSON(geom, 7), {COLUMNS} FROM TABLE WHERE fid > :p ORDER BY fid LIMIT 100;")
    found = list(boxes(parcels, 1000, chance))
    yield (
        "bbox of 1,000", [f"/collections/parcels/items?limit=2000&bbox={a:.6f},{b:.6f},{c:.6f},{d:.6f}" for a, b, c, d in found],
        [f"/wfs3/collections/parcels/items.json?limit=2000&bbox={a:.6f},{b:.6f},{c:.6f},{d:.6f}" for a, b, c, d in found],
        box_script(parcels, f"SELECT fid, ST_AsGeoJSON(geom, 7), {COLUMNS} FROM TABLE WHERE geom && ST_MakeEnvelope(:x::float8, :y::float8, :x::float8 + :w::float8, :y::float8 + :h::float8, 4326)", 1000))
    yield (
        "one item", [f"/collections/parcels/items/{p}" for p in positions], [f"/wfs3/collections/parcels/items/{p}.json" for p in positions],
        f"\\set p random(1, {parcels})\nSELECT fid, ST_AsGeoJSON(geom, 7), {COLUMNS} FROM TABLE WHERE fid = :p;")


def box_script(parcels, select, count):
    side = SHEET_SIDE * math.ceil(math.sqrt(parcels / SHEET_SIDE**2))
    width, height = (math.sqrt(count) / side * (PROVINCE[2 + i] - PROVINCE[i]) for i in (0, 1))
    top = PROVINCE[1] + parcels / side**2 * (PROVINCE[3] - PROVINCE[1]) - height
    return (f"\\set w {width}\n\\set h {height}\n\\set x random({int(PROVINCE[0] * 1e6)}, {int((PROVINCE[2] - width) * 1e6)}) / 1000000.0\n"
            f"\\set y random({int(PROVINCE[1] * 1e6)}, {int(top * 1e6)}) / 1000000.0\n{select};")


def tile_script(zoom, found):
    low, high = (tuple(f(t[i] for t in found) for i in (0, 1)) for f in (min, max))
    return (f"\\set x random({low[0]}, {high[0]})\n\\set y random({low[1]}, {high[1]})\n"
            f"SELECT ST_AsMVT(t, 'parcels', 4096, 'geom', 'fid') FROM (SELECT fid, {COLUMNS.replace('registered', 'registered::text')}, "
            f"ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope({zoom}, :x, :y), 4096, 64) geom FROM TABLE "
            f"WHERE geom && ST_Transform(ST_TileEnvelope({zoom}, :x, :y), 4326)) t;")


# --- Agreement -------------------------------------------------------------------------------------------------------------


def features_of(answer):
    page = json.loads(answer)
    return {int(str(f["id"]).rsplit(".", 1)[-1]): f for f in page.get("features", [page])}


def check_agreement(ours, theirs, name, limit):
    """The same features with the same properties and positions; where a ring begins is left open."""
    mine, other = (features_of(get(server.address.removesuffix("/wfs3") + path)[0]) for server, path in (ours, theirs))
    # At the border of a box QGIS Server goes by the boxes of the features; ours by the features.
    if len(mine.keys() ^ other.keys()) > 0.01 * len(mine):
        raise SystemExit(f"{name}: {len(mine)} features are not the {len(other)} of QGIS Server")
    if not 0 < len(mine) <= limit:
        raise SystemExit(f"{name}: {len(mine)} features")
    for identifier in mine.keys() & other.keys():
        a, b = mine[identifier], other[identifier]
        if a["properties"].keys() != b["properties"].keys() - {"fid"} or any(a["properties"][k] != b["properties"][k] for k in ("code", "name", "land_use", "area")):
            raise SystemExit(f"{name}: feature {identifier} has other properties than at QGIS Server")
        if not same_vertices(vertices(a), vertices(b)):
            raise SystemExit(f"{name}: feature {identifier} has another geometry than at QGIS Server")
    return len(mine)


def vertices(feature):
    geometry = feature["geometry"]
    return (geometry["coordinates"] if geometry["type"] == "Polygon" else geometry["coordinates"][0])[0]


def same_vertices(ours, theirs):
    """Whether each vertex of one ring is one of the other, as far as six decimals tell: QGIS Server has no more."""
    return len(ours) == len(theirs) and all(any(abs(x - a) < 6e-7 and abs(y - b) < 6e-7 for a, b in theirs) for x, y in ours)


# --- The rows of the report ------------------------------------------------------------------------------------------------


def in_turn(rounds, ways):
    """The median of each way, one after the other in each round."""
    taken = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            taken[name].append(way())
    found = {name: statistics.median(values) for name, values in taken.items()}
    print("; ".join(f"{name} {value:,.1f}" for name, value in found.items()), file=sys.stderr, flush=True)
    return found


def serve(data, parcels, postgis, sides, files, rounds, seconds):
    """Requests a second of each kind on each number of connections; beside them the two floors, the answer as a file and its rows as binary out of the database."""
    chance = random.Random(20260701)
    table = postgis.table()
    for name, our_paths, their_paths, script in cases(data, parcels, sides["ours, PostGIS"], chance):
        lists = {"ours": write_lines(f"{data}/ours.txt", our_paths), "QGIS": write_lines(f"{data}/theirs.txt", their_paths)}
        files.put("answer", get(sides["ours, PostGIS"].address + our_paths[0])[0])
        answer = write_lines(f"{data}/answer.txt", ["/answer"])
        # Pages at the same position have no common address: the first ones are compared.
        asked = ("/collections/parcels/items?limit=100", "/wfs3/collections/parcels/items.json?limit=100") if name == "page of 100" else (our_paths[0], their_paths[0])
        for store in ("PostGIS", "GeoPackage"):
            count = check_agreement((sides[f"ours, {store}"], asked[0]), (sides[f"QGIS Server, {store}"], asked[1]), name, 2000)
        for side, server in sides.items():
            wrk(server.address.removesuffix("/wfs3"), lists[side.split()[0].strip(",")], 8, 1, warmed=WARM)
        for connections in CONNECTIONS:
            ways = {side: (lambda server=server, kind=side.split()[0].strip(","): wrk(
                server.address.removesuffix("/wfs3"), lists[kind], connections, seconds)) for side, server in sides.items()}
            select = script.replace("TABLE", table)
            ways["ST_AsGeoJSON, pgbench"] = lambda: postgis.bench(select, connections, seconds)
            ways["binary rows, pgbench"] = lambda: postgis.bench(select.replace("ST_AsGeoJSON(geom, 7)", "ST_AsBinary(geom)"), connections, seconds)
            ways["a file, lighttpd"] = lambda: wrk(files.address, answer, connections, seconds)
            yield name, count, connections, in_turn(rounds, ways)


def serve_tiles(data, postgis, sides, forgetful, rounds, seconds):
    """Tiles a second at 8 connections, compressed as every map takes them: made anew each time, kept, and by the database alone, uncompressed."""
    for zoom in (14, 13, 12):
        found = tiles(zoom, random.Random(zoom))
        paths = write_lines(f"{data}/tiles-{zoom}.txt", [f"/collections/parcels/tiles/WebMercatorQuad/{zoom}/{y}/{x}" for x, y in found])
        script = tile_script(zoom, found).replace("TABLE", postgis.table())
        ways = {f"{what}, {store}": (lambda server=servers[f"ours, {store}"]: wrk(server.address, paths, 8, seconds, "Accept-Encoding", "gzip"))
                for what, servers in (("fresh", forgetful), ("kept", sides)) for store in ("PostGIS", "GeoPackage")}
        for server in sides.values():
            if isinstance(server, Ours):
                for x, y in found:  # what is measured as kept is there before
                    get(f"{server.address}/collections/parcels/tiles/WebMercatorQuad/{zoom}/{y}/{x}", {"Accept-Encoding": "gzip"})
        for server in forgetful.values():
            wrk(server.address, paths, 8, 1, "Accept-Encoding", "gzip", warmed=WARM)
        ways["ST_AsMVT, pgbench"] = lambda script=script: postgis.bench(script, 8, seconds)
        yield zoom, in_turn(rounds, ways)


def far_pages(parcels, server):
    """Milliseconds of the first page, and of one at nine tenths of the layer by cursor and by offset; the median of 200 in turn."""
    far = parcels * 9 // 10
    base = f"{server.address}/collections/parcels/items?limit=100"
    addresses = {"first": base, "cursor": f"{base}&cursor={next(cursors(server, [far]))}", "offset": f"{base}&offset={far}"}

    def milliseconds(address):
        start = time.perf_counter()
        get(address)
        return (time.perf_counter() - start) * 1000

    return in_turn(200, {name: (lambda address=address: milliseconds(address)) for name, address in addresses.items()})


def stream(parcels, server):
    """Megabytes a second, milliseconds to the first byte and MiB that the server grew by, while the whole layer is downloaded as GeoJSON."""
    address = f"{server.address}/collections/parcels/download?f=json"
    get(f"{server.address}/collections/parcels/items?limit=10000")
    before = server.memory()[0]
    server.reset_memory()
    total, features = 0, 0
    start = time.perf_counter()
    with urllib.request.urlopen(address, timeout=120) as answer:
        rest = answer.read(1)
        first = time.perf_counter() - start
        while part := answer.read(1 << 20):
            features += (rest + part).count(b'"type":"Feature",')
            rest, total = part[-len('"type":"Feature"'):], total + len(part)
    taken = time.perf_counter() - start
    if features != parcels:
        raise SystemExit(f"{features} of {parcels} features came")
    return total / 1e6 / taken, first * 1000, server.memory()[1] - before


def unchanged(data, server, seconds):
    """Answers 304 a second at 8 connections."""
    path = "/collections/parcels/items?limit=100"
    tag = get(server.address + path)[1]["ETag"]
    return wrk(server.address, write_lines(f"{data}/one.txt", [path]), 8, seconds, "If-None-Match", tag)


def cold(program, data, store):
    """Milliseconds of the first page of a server that has just started, and pages a second in five seconds under load after the 200 requests that find the cursors."""
    with Ours(program, store) as server:
        start = time.perf_counter()
        get(f"{server.address}/collections/parcels/items?limit=100")
        first = (time.perf_counter() - start) * 1000
        paths = write_lines(f"{data}/cold.txt", [f"/collections/parcels/items?limit=100&cursor={c}" for c in cursors(server, range(1000, 200000, 1000))])
        return first, wrk(server.address, paths, 8, 5, warmed=0)


def versions():
    def first(*command):
        told = subprocess.run(command, capture_output=True, text=True)
        return (told.stdout or told.stderr).strip().splitlines()[0]
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        processor = next(line.split(":")[1].strip() for line in info if line.startswith("model name"))
    qgis = first("dpkg-query", "-W", "-f", "QGIS Server ${Version}", "qgis-server")
    return [f"{os.cpu_count()} x {processor}, Linux {platform.release()}", f".NET {first('dotnet', '--version')}", first("psql", "--version"), first("ogr2ogr", "--version"), qgis, first("wrk", "-v").split("[")[0].strip()]


def ratio(a, b):
    """Two figures after the point; a dash where the other side finished nothing in its time."""
    return f"{a / b:.2f}" if b else "-"


def report(path, parcels, postgis, loading, served, drawn, rest):
    with open(path, "w", encoding="utf-8") as file:
        say = lambda line="": print(line, file=file)  # noqa: E731
        say(f"# Serving and loading {parcels:,} parcels\n")
        say("By `benchmarks/serving/run.sh`; medians of runs in turn, all programs on one machine and its loopback; every HTTP server was warmed up "
            f"for {WARM} s by each kind of request, what ours does before stands at the end. " + "; ".join([*versions(), postgis]) + ".\n")
        say("## Loading, seconds\n\n| way | seconds |\n|---|---|")
        for name, seconds in loading.items():
            say(f"| {name} | {seconds:.2f} |")
        say(f"\nInto GeoPackage ours is {ratio(loading['ogr2ogr into GeoPackage'], loading['ours into GeoPackage'])} x as fast as ogr2ogr; into PostGIS it takes "
            f"{ratio(loading['ours into PostGIS'], loading['bare COPY and indexes'])} x the time of a bare binary COPY with the same indexes.\n")
        say("## Serving, requests a second\n\n| request | connections | ours, PostGIS | ours, GeoPackage | QGIS Server, PostGIS | QGIS Server, GeoPackage | bare `ST_AsGeoJSON` | ours / QGIS, PostGIS | ours / QGIS, GeoPackage | ours / bare, PostGIS | ours / bare, GeoPackage |\n|" + "---|" * 11)
        for name, count, connections, speed in served:
            p, g, qp, qg, bare = (speed[k] for k in ("ours, PostGIS", "ours, GeoPackage", "QGIS Server, PostGIS", "QGIS Server, GeoPackage", "ST_AsGeoJSON, pgbench"))
            say(f"| {name} ({count} features) | {connections} | {p:,.0f} | {g:,.0f} | {qp:,.1f} | {qg:,.1f} | {bare:,.0f} | {ratio(p, qp)} | {ratio(g, qg)} | {ratio(p, bare)} | {ratio(g, bare)} |")
        say("\nThe floors: the first of these answers as a file by lighttpd, and the same rows in binary through pgbench, which has no HTTP. Who reads the rows from PostgreSQL and sends the "
            "answer over HTTP does both, if all else cost nothing:\n\n| request | connections | a file, lighttpd | binary rows, pgbench | both, one after the other | this / bare `ST_AsGeoJSON` |\n|" + "---|" * 6)
        for name, count, connections, speed in served:
            file_, rows, bare = (speed[k] for k in ("a file, lighttpd", "binary rows, pgbench", "ST_AsGeoJSON, pgbench"))
            both = 1 / (1 / file_ + 1 / rows)
            say(f"| {name} ({count} features) | {connections} | {file_:,.0f} | {rows:,.0f} | {both:,.0f} | {ratio(both, bare)} |")
        say("\nQGIS Server is asked for pages within the first thousand features, as it counts its way to a page; it writes six decimals, the others seven.\n")
        say("## Tiles a second, 8 connections\n\n| zoom | fresh, PostGIS | fresh, GeoPackage | kept, PostGIS | kept, GeoPackage | bare `ST_AsMVT` | fresh / bare, PostGIS | fresh / bare, GeoPackage |\n|" + "---|" * 8)
        for zoom, t in drawn:
            bare = t["ST_AsMVT, pgbench"]
            say(f"| {zoom} | {t['fresh, PostGIS']:,.1f} | {t['fresh, GeoPackage']:,.1f} | {t['kept, PostGIS']:,.0f} | {t['kept, GeoPackage']:,.0f} | {bare:,.1f} | {ratio(t['fresh, PostGIS'], bare)} | {ratio(t['fresh, GeoPackage'], bare)} |")
        say("\n## Far pages, the whole layer, and what has not changed\n\n| | PostGIS | GeoPackage |\n|---|---|---|")
        for title, values in rest:
            say(f"| {title} | {values[0]} | {values[1]} |")


def others(program, data, parcels, sides, stores, seconds):
    servers = [sides["ours, PostGIS"], sides["ours, GeoPackage"]]
    pages = [far_pages(parcels, s) for s in servers]
    yield "first page of 100, ms", [f"{p['first']:.2f}" for p in pages]
    yield f"page at {parcels * 9 // 10:,} by cursor / first page", [ratio(p["cursor"], p["first"]) for p in pages]
    yield f"page at {parcels * 9 // 10:,} by offset / first page", [ratio(p["offset"], p["first"]) for p in pages]
    streams = [stream(parcels, s) for s in servers]
    yield "the whole layer as GeoJSON, MB/s", [f"{s[0]:.0f}" for s in streams]
    yield "its first byte, ms", [f"{s[1]:.0f}" for s in streams]
    yield "memory the server grew by meanwhile, MiB", [f"{s[2]:.0f}" for s in streams]
    yield "304 a second, 8 connections", [f"{unchanged(data, s, seconds):,.0f}" for s in servers]
    starts = [cold(program, data, store) for store in stores]
    yield "first page of a server that has just started, ms", [f"{first:.0f}" for first, _ in starts]
    yield "its pages of 100 a second in five seconds under load, after 200 requests one by one", [f"{pages:,.0f}" for _, pages in starts]


def main():
    program, data, parcels, rounds, seconds, target = sys.argv[1:]
    parcels, rounds, seconds = int(parcels), int(rounds), int(seconds)
    with PostGis(data) as postgis:
        loading = load(program, data, postgis, parcels, rounds)
        schema, table = postgis.table().replace('"', "").split(".", 1)
        sources = {
            "PostGIS": ("postgres", f"dbname='soctrang' host={postgis.arguments[1]} port={postgis.port} user='soctrang' sslmode=disable key='fid' estimatedmetadata=true srid=4326 type=Polygon table=\"{schema}\".\"{table}\" (geom)"),
            "GeoPackage": ("ogr", f"{data}/parcels.gpkg|layername=parcels"),
        }
        for store, (provider, source) in sources.items():
            subprocess.run(["/usr/bin/python3", f"{HERE}/qgis_project.py", provider, source, f"{data}/{store}.qgs"], check=True, capture_output=True)
        with (Ours(program, postgis.store) as a, Ours(program, f"geopackage:{data}/parcels.gpkg") as b,
              QgisServer(data, f"{data}/PostGIS.qgs") as c, QgisServer(data, f"{data}/GeoPackage.qgs") as d, FileServer(f"{data}/files") as files):
            sides = {"ours, PostGIS": a, "QGIS Server, PostGIS": c, "ours, GeoPackage": b, "QGIS Server, GeoPackage": d}
            # A mebibyte holds some tiles only, and they are asked for in turn: none is there when its turn comes again.
            with (Ours(program, postgis.store, "--tile-cache", "1") as e, Ours(program, f"geopackage:{data}/parcels.gpkg", "--tile-cache", "1") as f):
                drawn = list(serve_tiles(data, postgis, sides, {"ours, PostGIS": e, "ours, GeoPackage": f}, rounds, seconds))
            served = list(serve(data, parcels, postgis, sides, files, rounds, seconds))
            rest = list(others(program, data, parcels, sides, [postgis.store, f"geopackage:{data}/parcels.gpkg"], seconds))
        report(target, parcels, postgis.sql("SELECT 'PostGIS ' || postgis_lib_version()"), loading, served, drawn, rest)
    print(open(target, encoding="utf-8").read())


main()
