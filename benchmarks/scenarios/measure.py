"""Runs each scenario ROUNDS times on a store that has the bundled layers; medians of wall time, processor time and peak memory."""
import os
import platform
import statistics
import subprocess
import sys
import time

ROUNDS = 5
SCENARIOS = ["aquaculture-brackish-shrimp", "logistics-hubs", "coverage-5g"]


def run(*command):
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(*command):
    return [statistics.median(column) for column in zip(*(run(*command) for _ in range(ROUNDS)))]


def main(work, report):
    program, store = os.path.join(work, "program", "Geo.Api"), f"geopackage:{work}/store.gpkg"
    first = run(program, "run", "data/scenarios/coverage-5g.yaml", "--store", store)  # fills the store
    rows = [("open the store and judge it, nothing else (`doctor`)", medians(program, "doctor", "--store", store))]
    rows += [(s, medians(program, "run", f"data/scenarios/{s}.yaml", "--store", store)) for s in SCENARIOS]
    wall = sum(r[1][0] for r in rows[1:])
    rows.append(("**the three together** (wall and processor: sum; memory: the largest)",
                 [wall, sum(r[1][1] for r in rows[1:]), max(r[1][2] for r in rows[1:])]))
    rows.append(("an empty store filled with the bundled layers, and coverage-5g (once)", first))
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    with open(report, "w", encoding="utf-8") as out:
        out.write("# The bundled scenarios, 30 m, from layers in the store to published zones, grids and manifest\n\n"
                  f"`benchmarks/scenarios/run.sh`: whole processes, published build, GeoPackage, medians of {ROUNDS} runs.\n"
                  f"{model}, {os.cpu_count()} cores, Linux {platform.release()}, load {os.getloadavg()[0]:.1f} at the end.\n"
                  "Asked: the three together under 10 s and under 1,024 MiB.\n\n"
                  "| work | wall s | processor s | peak MiB |\n|---|---|---|---|\n")
        out.writelines(f"| {name} | {w:.2f} | {c:.2f} | {m:.0f} |\n" for name, (w, c, m) in rows)
    print(open(report, encoding="utf-8").read())


main(*sys.argv[1:])
