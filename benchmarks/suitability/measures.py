"""Runs our measures and the peers in turn (A B A B), checks that outputs agree, then whole scenario runs; medians of wall time and the largest memory.

measures.py WORK_FOLDER SIDE ROUNDS REPORT.md
"""
import os
import platform
import statistics
import subprocess
import sys
import time

import numpy
from osgeo import gdal, osr

gdal.UseExceptions()
CELL = 30.0
LEFT, TOP = 500000.0, 1100000.0
SOURCES = 200
WORKS = ((200, 1), (1000, 2))  # stations, and how many times the side: a small work is mostly the start of a process, a large one the kernel


def write(path, cells, kind):
    rows, columns = cells.shape
    data = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, kind)
    data.SetGeoTransform((LEFT, CELL, 0, TOP, 0, -CELL))
    system = osr.SpatialReference()
    system.ImportFromEPSG(9209)
    data.SetProjection(system.ExportToWkt())
    data.GetRasterBand(1).WriteArray(cells)


def read(path):
    data = gdal.Open(path)  # a band does not keep its file open
    band = data.GetRasterBand(1)
    cells = band.ReadAsArray().astype(float)
    if band.GetNoDataValue() is not None:
        cells[cells == band.GetNoDataValue()] = numpy.nan
    return cells


def make(work, side):
    """Friction from 0.5 to 4.5 in patches with rivers as barriers, and sources; seeded."""
    random = numpy.random.default_rng(57)
    rows, columns = numpy.mgrid[0:side, 0:side]
    friction = 2.5 + numpy.sin(rows / 37.0) + numpy.cos(columns / 53.0) * 0.8 + random.random((side, side)) * 0.4
    friction[(rows + columns // 3) % 401 < 3] = numpy.nan
    friction[(columns % 97) < 6] = 0.5
    write(f"{work}/friction.tif", friction.astype(numpy.float32), gdal.GDT_Float32)
    sources = numpy.zeros((side, side), numpy.uint8)
    sources[random.integers(0, side, SOURCES), random.integers(0, side, SOURCES)] = 1
    sources[numpy.isnan(friction)] = 0  # r.cost gives a source on a barrier the cost 0, we none
    write(f"{work}/sources.tif", sources, gdal.GDT_Byte)


def make_stations(work, count, side):
    """Stations of a smooth field, seeded."""
    random = numpy.random.default_rng(58)
    places = random.random((count, 2)) * side * CELL
    values = 15 + 8 * numpy.sin(places[:, 0] / 9000) + 5 * numpy.cos(places[:, 1] / 7000) + random.normal(0, 0.5, count)
    with open(f"{work}/stations.csv", "w", encoding="ascii") as out:
        out.write("x,y,z\n")
        out.writelines(f"{LEFT + x:.3f},{TOP - y:.3f},{z:.4f}\n" for (x, y), z in zip(places, values))
    with open(f"{work}/stations.vrt", "w", encoding="ascii") as out:
        out.write(f'<OGRVRTDataSource><OGRVRTLayer name="stations"><SrcDataSource>{work}/stations.csv</SrcDataSource><GeometryType>wkbPoint</GeometryType>'
                  '<GeometryField encoding="PointFromColumns" x="x" y="y" z="z"/></OGRVRTLayer></OGRVRTDataSource>')


def run(command, **options):
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} ended with {status}: {told.decode()[-2000:]}")
    return time.perf_counter() - before, usage.ru_maxrss / 1024


def seconds(command):
    before = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)  # how a program is used is told with another exit code than 0
    return time.perf_counter() - before


def turns(commands, rounds):
    """Each command in turn, so that what disturbs the machine disturbs all; medians of time, the largest memory."""
    taken = [[] for _ in commands]
    for _ in range(rounds):
        for place, command in enumerate(commands):
            taken[place].append(run(command))
    return [(statistics.median(t for t, _ in each), max(m for _, m in each)) for each in taken]


def grass(work, *command):
    return ["grass", f"{work}/grass/run/PERMANENT", "--exec", *command]


def prepare_grass(work):
    os.makedirs(f"{work}/grass")
    run(["grass", "-c", f"{work}/friction.tif", f"{work}/grass/run", "-e"])
    for name in ("friction", "sources"):
        run(grass(work, "r.in.gdal", "-o", f"input={work}/{name}.tif", f"output={name}", "--quiet"))
    run(grass(work, "g.region", "raster=friction"))
    run(grass(work, "r.null", "map=sources", "setnull=0", "--quiet"))


def agree(name, ours, theirs, tolerance):
    if not (numpy.isnan(ours) == numpy.isnan(theirs)).all():
        raise SystemExit(f"{name}: cells without a value differ")
    worst = numpy.nanmax(numpy.abs(ours - theirs) / numpy.maximum(1, numpy.abs(theirs)))
    if not worst <= tolerance:
        raise SystemExit(f"{name}: outputs differ by {worst}")
    return worst


def kernels(work, side, rounds):
    ours = f"{work}/Geo.Benchmarks/Geo.Benchmarks"
    prepare_grass(work)
    for neighbours, flag in ((8, []), (16, ["-k"])):
        name = f"cost distance, {neighbours} neighbours, {side} x {side} cells"
        mine = [ours, "measures", "cost", str(neighbours), f"{work}/friction.tif", f"{work}/sources.tif", f"{work}/cost.tif"]
        peer = grass(work, "r.cost", *flag, "input=friction", "output=cost", "start_raster=sources", "memory=4000", "--overwrite", "--quiet")
        figures = turns([mine, peer], rounds)
        run(grass(work, "r.out.gdal", "input=cost", f"output={work}/cost-grass.tif", "format=GTiff", "type=Float64", "--overwrite", "--quiet"))
        yield name, figures, "GRASS r.cost, its map imported before", agree(name, read(f"{work}/cost.tif") / CELL, read(f"{work}/cost-grass.tif"), 1e-6)
    for stations, times in WORKS:
        yield from interpolations(work, stations, side * times, rounds)


def interpolations(work, stations, side, rounds):
    ours = f"{work}/Geo.Benchmarks/Geo.Benchmarks"
    make_stations(work, stations, side)
    grid = ["gdal_grid", "-q", "-a", "invdist:power=2:smoothing=0", "-txe", str(LEFT), str(LEFT + side * CELL), "-tye", str(TOP), str(TOP - side * CELL), "-outsize", str(side), str(side),
            "-ot", "Float32", "--config", "GDAL_NUM_THREADS", "ALL_CPUS", "-l", "stations", f"{work}/stations.vrt", f"{work}/idw-gdal.tif"]
    idw = [ours, "measures", "idw", f"{work}/stations.csv", str(side), str(CELL), f"{work}/idw.tif"]
    kriging = [ours, "measures", "kriging", f"{work}/stations.csv", str(side), str(CELL), f"{work}/kriging.tif"]
    figures = turns([idw, grid, kriging], rounds)
    name = f"inverse distance, {stations} stations, {side} x {side} cells"
    yield name, figures[:2], "gdal_grid invdist, all cores", agree(name, read(f"{work}/idw.tif"), read(f"{work}/idw-gdal.tif"), 5e-4)
    yield (f"ordinary kriging, {stations} stations, {side} x {side} cells", [figures[2], figures[1]], "gdal_grid invdist on the same stations and cells (it has no kriging)", None)


def start(work, rounds):
    """Wall time of our program that only says how it is used, and of gdal_grid that only says its version: what of each whole process is no work."""
    return [statistics.median(seconds(command) for _ in range(rounds)) for command in ([f"{work}/Geo.Benchmarks/Geo.Benchmarks", "measures"], ["gdal_grid", "--version"])]


def scenario(text, changes):
    """The bundled scenario with pieces of its text replaced."""
    for old, new in changes:
        if old not in text:
            raise SystemExit(f"the scenario has no '{old}' any more")
        text = text.replace(old, new)
    return text


def runs(work, rounds):
    program, store = f"{work}/Geo.Api/Geo.Api", f"geopackage:{work}/store.gpkg"
    text = open("data/scenarios/aquaculture-brackish-shrimp.yaml", encoding="utf-8").read()
    for name, changes in (("at-30", []), ("at-10", FINE), ("weighted", WEIGHTS)):
        with open(f"{work}/{name}.yaml", "w", encoding="utf-8") as out:
            out.write(scenario(text, changes))

    def command(name, *options):
        return [program, "run", f"{work}/{name}.yaml", "--store", store, *options]

    run([program, "run", "data/scenarios/coverage-5g.yaml", "--store", store])  # fills the store
    cache = ["--surface-cache", f"{work}/cache"]
    yield ("aquaculture at 30 m", *turns([command("at-30")], rounds)[0])
    run(command("at-30", *cache))
    yield ("the same with other weights, surfaces found in the cache", *turns([command("weighted", *cache)], rounds)[0])
    yield ("aquaculture at 10 m, layers in the store to zones (asked: under 20 s and 1,536 MiB)", *turns([command("at-10")], min(rounds, 3))[0])


# The same ground in cells of 10 m, and water weighed more.
FINE = [("cell: 30,", "cell: 10,"), ("size: [3070, 2700]", "size: [9210, 8100]")]
WEIGHTS = [("[1, 2, 3, 2, 4, 3]", "[1, 3, 3, 3, 4, 3]"), ("[1/2, 1, 2, 1, 2, 2]", "[1/3, 1, 2, 1, 2, 2]")]


def main(work, side, rounds, report):
    side, rounds = int(side), int(rounds)
    make(work, side)
    begun = start(work, max(rounds, 5))
    measured = list(kernels(work, side, rounds))
    whole = list(runs(work, rounds))
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    with open(report, "w", encoding="utf-8") as out:
        out.write("# Measures beside GRASS and GDAL, and whole runs\n\n"
                  f"`benchmarks/suitability/measures.sh {side} {rounds}`: whole processes in turn, file to file, medians of {rounds} rounds.\n"
                  f"{model}, {os.cpu_count()} cores, Linux {platform.release()}, GDAL {gdal.__version__}, load {os.getloadavg()[0]:.1f} at the end.\n"
                  f"A process that does nothing takes {begun[0]:.2f} s of ours, {begun[1]:.2f} s of gdal_grid; it is part of every time.\n\n"
                  "| work | ours s | peer | peer s | ours is faster by | outputs differ by |\n|---|---|---|---|---|---|\n")
        for name, ((mine, _), (theirs, _)), peer, worst in measured:
            differ = "-" if worst is None else f"{worst:.1e}"
            out.write(f"| {name} | {mine:.2f} | {peer} | {theirs:.2f} | {theirs / mine:.1f} | {differ} |\n")
        out.write("\n| run | wall s | peak MiB |\n|---|---|---|\n")
        out.writelines(f"| {name} | {wall:.2f} | {room:.0f} |\n" for name, wall, room in whole)
    print(open(report, encoding="utf-8").read())


main(*sys.argv[1:])
