"""Layers coast and shoreline: GSHHG 2.3.7, full resolution, as Debian's gmt-gshhg-full packs it."""
import subprocess

from shapely.geometry import LineString, Point
from shapely.ops import linemerge, polygonize, unary_union

import geojson
from frame import CLIP, LAT_MAX, LAT_MIN, LON_MAX, LON_MIN, to_grid, to_lon_lat

REGION = f"-R{LON_MIN}/{LON_MAX}/{LAT_MIN}/{LAT_MAX}"


def gmt(*arguments, text=None):
    return subprocess.run(["gmt", *arguments], input=text, capture_output=True, text=True, check=True).stdout


def segments(*what):
    """(level, line) for every segment that gmt dumps."""
    level, points, found = None, [], []
    for row in gmt("coast", REGION, "-Df", "-M", *what).splitlines() + [">"]:
        if row.startswith(">"):
            if len(points) > 1:
                found.append((level, LineString(points)))
            level, points = row.split()[-1] if row.strip() != ">" else None, []
        elif row and not row.startswith("#"):
            points.append(tuple(float(v) for v in row.split()[:2]))
    return found


def is_land(points):
    """For each point, whether GSHHG says land (islands in rivers too)."""
    rows = "\n".join(f"{p.x:.9f} {p.y:.9f} {i}" for i, p in enumerate(points))
    kept = gmt("select", REGION, "-Df", "-Ns/k/s/k/s", text=rows)
    wanted = {int(float(row.split()[2])) for row in kept.splitlines()}
    return [i in wanted for i in range(len(points))]


def land_polygons(lines):
    """Land faces of the box, largest first."""
    faces = list(polygonize(unary_union([*lines, CLIP.boundary])))
    faces.sort(key=lambda f: (-f.area, f.bounds))
    land = is_land([f.representative_point() for f in faces])
    return [face for face, dry in zip(faces, land) if dry]


def build():
    shore = [line.intersection(CLIP) for _, line in segments("-W")]
    merged = linemerge(unary_union(shore))
    lines = sorted(merged.geoms, key=lambda g: (-g.length, g.bounds))
    land = land_polygons(lines)
    geojson.write("coast", [(polygon, {"level": 1}) for polygon in land])
    geojson.write("shoreline", [(line, {"length_km": round(to_grid(line).length / 1000, 3)}) for line in lines])
    return land, lines


if __name__ == "__main__":
    land, lines = build()
    print(len(land), "land polygons,", len(lines), "shorelines")
