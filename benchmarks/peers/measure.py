#!/usr/bin/env python3
"""Runs our side and the peers in turn (A B A B), whole processes from file to file, checks that outputs agree and writes a table.

measure.py OUR_PROGRAM DATA_FOLDER SIDE ROUNDS REPORT.md
"""
import os
import platform
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LETTERS = "ABCDEFGH"
PYTHON = "/usr/bin/python3"


def calc(folder):
    inputs = [part for i, letter in enumerate(LETTERS) for part in (f"-{letter}", f"{folder}/criterion-{i + 1}.tif")]
    formula = "+".join(f"0.125*clip(({letter}-10)/80.0,0,1)" for letter in LETTERS)
    # NaN passes through numpy by itself; told that NaN is nodata, gdal_calc makes every cell NaN.
    return ["gdal_calc.py", "--quiet", "--overwrite", *inputs, f"--calc={formula}", "--type=Float32", "--hideNoData"]


def tasks(ours, folder):
    """Name, our command, our output, then the peers: name, command, output, check, the ratio that issue 2 asks for."""
    out = f"{folder}/out"
    yield (
        "8 criteria with memberships", [ours, "peers", "combine", f"{out}/score.tif", *(f"{folder}/criterion-{i}.tif" for i in range(1, 9))],
        f"{out}/score.tif", [("gdal_calc.py", [*calc(folder), f"--outfile={out}/score-gdal.tif"], f"{out}/score-gdal.tif", "scores", 5)])
    yield (
        "exact distance", [ours, "peers", "distance", f"{folder}/sources.tif", f"{out}/distance.tif"], f"{out}/distance.tif",
        [("gdal_proximity.py", ["gdal_proximity.py", "-q", "-distunits", "GEO", f"{folder}/sources.tif", f"{out}/distance-gdal.tif"],
          f"{out}/distance-gdal.tif", "rough_distances", 5),
         ("scipy distance_transform_edt", [PYTHON, f"{HERE}/distance_scipy.py", f"{folder}/sources.tif", f"{out}/distance-scipy.tif"],
          f"{out}/distance-scipy.tif", "exact_distances", 12)])
    yield (
        "components", [ours, "peers", "label", f"{folder}/classes.tif", f"{out}/labels.tif"], f"{out}/labels.tif",
        [("scipy ndimage.label", [PYTHON, f"{HERE}/label_scipy.py", f"{folder}/classes.tif", f"{out}/labels-scipy.tif"],
          f"{out}/labels-scipy.tif", "same_components", 2)])
    yield (
        "sieve, 20 cells", [ours, "peers", "sieve", "20", f"{folder}/classes.tif", f"{out}/sieved.tif"], f"{out}/sieved.tif",
        [("gdal_sieve.py", ["gdal_sieve.py", "-q", "-st", "20", "-4", f"{folder}/classes.tif", f"{out}/sieved-gdal.tif"],
          f"{out}/sieved-gdal.tif", "same_cells", 3)])
    yield (
        "polygonise the sieved", [ours, "peers", "polygonise", f"{out}/sieved.tif", f"{out}/zones.geojson"], f"{out}/zones.geojson",
        [("gdal_polygonize.py to GeoJSON", ["gdal_polygonize.py", "-q", "-f", "GeoJSON", f"{out}/sieved.tif", f"{out}/zones-gdal.geojson"],
          f"{out}/zones-gdal.geojson", "same_polygons", 3),
         ("gdal_polygonize.py to Shapefile, its quickest", ["gdal_polygonize.py", "-q", "-f", "ESRI Shapefile", f"{out}/sieved.tif", f"{out}/zones-gdal.shp"],
          f"{out}/zones-gdal.shp", None, 3)])


def compared(check, ours, theirs):
    """Runs in a process of its own: this one must stay small, or its memory shows in the peaks of what it starts."""
    return subprocess.run([PYTHON, f"{HERE}/compare.py", check, ours, theirs], check=True, capture_output=True, text=True).stdout.strip()


def run(command, output):
    """Wall seconds, processor seconds (user + system) and peak memory (MiB) of one process."""
    for old in (output, output[:-4] + ".dbf", output[:-4] + ".shx", output[:-4] + ".prj"):
        if os.path.exists(old):
            os.remove(old)
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(runs):
    return [statistics.median(column) for column in zip(*runs)]


def measure(task, rounds):
    name, our_command, our_output, peers = task
    ours, theirs = [], [[] for _ in peers]
    checks = []
    for turn in range(rounds):
        ours.append(run(our_command, our_output))
        for i, (peer, command, output, check, _) in enumerate(peers):
            theirs[i].append(run(command, output))
            if turn == 0:
                checks.append(compared(check, our_output, output) if check else "not compared")
    wall, cpu, memory = median(ours)
    yield f"| {name} | **ours** | {wall:.2f} | {cpu:.2f} | {memory:.0f} | | | | |"
    for i, (peer, _, _, _, wanted) in enumerate(peers):
        their_wall, their_cpu, their_memory = median(theirs[i])
        ratio = statistics.median(b[0] / a[0] for a, b in zip(ours, theirs[i]))
        least = min(b[0] for b in theirs[i]) / min(a[0] for a in ours)
        verdict = "yes" if ratio >= wanted else "**no**"
        yield (f"| | {peer} | {their_wall:.2f} | {their_cpu:.2f} | {their_memory:.0f} | {ratio:.1f} x ({least:.1f} x) "
               f"| {wanted} x | {verdict} | {checks[i]} |")


def version(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    versions = version([PYTHON, "-c", "import numpy, scipy; print(f'SciPy {scipy.__version__}, NumPy {numpy.__version__}')"])
    yield f"- {model}, {os.cpu_count()} cores, Linux {platform.release()}, load {os.getloadavg()[0]:.1f} at the start, {{load_after}} at the end"
    yield f"- .NET {version(['dotnet', '--version'])} (SDK), {version(['gdalinfo', '--version']).split(',')[0]}, {versions}"


def main(ours, folder, side, rounds, report):
    os.makedirs(f"{folder}/out", exist_ok=True)
    about = list(machine())
    lines = [line for task in tasks(ours, folder) for line in measure(task, rounds)]
    about[0] = about[0].format(load_after=f"{os.getloadavg()[0]:.1f}")
    with open(report, "w", encoding="utf-8") as file:
        file.write("\n".join([
            f"# Grid kernels and their peers, {side:,} x {side:,} cells, file to file", "",
            f"`benchmarks/peers/run.sh {side} {rounds}`: whole processes, start included, in turn, {rounds} rounds, files in the page cache,",
            "uncompressed GeoTIFF on both sides. Wall and processor seconds and peak MiB are medians; the ratio is the median of the",
            "ratios round by round, in brackets that of the quickest runs.", "", *about, "",
            "| work | program | wall s | processor s | MiB | ratio | asked | reached | outputs |",
            "|---|---|---|---|---|---|---|---|---|", *lines, ""]))
    print(open(report, encoding="utf-8").read())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
