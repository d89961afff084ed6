"""Our coverage and SPLAT! in turn on the same formula of terrain; cells per second and core, and what the province takes."""
import math
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import time

SIDE = 1200  # points of a one-degree SDF file, 3 arc seconds
SITE = (9.55, 105.95)  # inside the tile 9-10 N, 105-106 E
CELL = 92.6  # metres between SPLAT!'s points


def height(east, north):
    """The formula of RadioProvince.cs, degrees in, metres out."""
    dyke = 3 if math.sin(3000 * (east + north)) > 0.97 else 0
    return max(0, round(2 + 1.5 * math.sin(400 * east) + 1.5 * math.cos(300 * north) + dyke))


def write_terrain(folder):
    """SDF files of the tile and its neighbours within reach; SPLAT! counts longitudes westwards, so that 105 E is 255 W."""
    for south in (9,):
        for west in (254, 255):
            name = os.path.join(folder, f"{south}:{south + 1}:{west - 1}:{west}.sdf")
            if os.path.exists(name):
                continue
            with open(name, "w", encoding="ascii") as file:
                file.write(f"{west}\n{south}\n{west - 1}\n{south + 1}\n")
                for row in range(SIDE):
                    north = south + row / SIDE
                    east_edge = 360 - west + 1
                    file.writelines(f"{height(east_edge - column / SIDE, north)}\n" for column in range(SIDE))


def write_site(folder):
    with open(os.path.join(folder, "tx.qth"), "w", encoding="ascii") as file:
        file.write(f"tx\n{SITE[0]}\n{360 - SITE[1]}\n30 meters\n")
    with open(os.path.join(folder, "tx.lrp"), "w", encoding="ascii") as file:
        # permittivity, conductivity, bending, MHz, climate, polarisation, situations, time, ERP in watts
        file.write("15.0\n0.005\n301.0\n2550.0\n3\n1\n0.5\n0.5\n1000\n")


def cpu_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def splat(folder, radius):
    """Seconds of one coverage of a radius less those of a coverage of 1 km: loading of terrain and drawing of the map."""
    def run(kilometres):
        before = cpu_of_children()
        subprocess.run(
            ["splat", "-t", "tx.qth", "-L", "1.5", "-metric", "-R", str(kilometres), "-o", "map.ppm", "-d", folder],
            cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return cpu_of_children() - before
    return run(radius) - run(1)


def ours(program, *arguments):
    out = subprocess.run([program, "radio", *arguments], check=True, capture_output=True, text=True).stdout
    return [float(word) for word in out.split()]


def main():
    program, folder, rounds, sites, radius, target = sys.argv[1:]
    write_terrain(folder)
    write_site(folder)
    rounds, radius = int(rounds), float(radius)
    splat_cells = math.pi * (radius * 1000 / CELL) ** 2
    peer, own, province, moves = [], [], [], []
    for _ in range(rounds):
        peer.append(splat_cells / splat(folder, radius))
        cells, seconds = ours(program, "site", str(radius))
        own.append(cells / seconds)
        cells, seconds, move = ours(program, "province", sites, str(os.cpu_count()))
        province.append((cells, seconds))
        moves.append(move)
    version = subprocess.run(["splat"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"SPLAT! v?([\d.]+)", version)
    cells = province[0][0]
    seconds = statistics.median(s for _, s in province)
    ratio = statistics.median(own) / statistics.median(peer)
    lines = [
        "# Radio coverage",
        "",
        f"`benchmarks/radio/run.sh {rounds} {sites} {radius:g}`, {time.strftime('%Y-%m-%d', time.gmtime())}: each program in turn, {rounds} rounds, medians. {platform.machine()}, {os.cpu_count()} cores, "
        f"Linux {platform.release()}, SPLAT! {version.group(1) if version else '1.4.2'}, load {os.getloadavg()[0]:.1f} at the end.",
        "",
        "| one site, one core | cells a second |",
        "|---|---|",
        f"| SPLAT! (ITWOM, `-L`, processor time less that of a radius of 1 km) | {statistics.median(peer):,.0f} |",
        f"| ours (ITU-R P.1812, signal, SINR, rate, class and reason) | {statistics.median(own):,.0f} |",
        f"| ratio | **{ratio:.1f}** |",
        "",
        f"| {sites} sites, 15 km each, 100 m, {os.cpu_count()} threads | |",
        "|---|---|",
        f"| evaluations | {cells:,.0f} |",
        f"| seconds | {seconds:.2f} |",
        f"| evaluations a second and core | {cells / seconds / os.cpu_count():,.0f} |",
        f"| one site moved, milliseconds | {statistics.median(moves):.0f} |",
        "",
    ]
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


main()
