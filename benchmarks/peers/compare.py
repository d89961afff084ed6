#!/usr/bin/env python3
"""Whether our output says the same as a peer's: one line for the report, or a failure that says what differs.

compare.py CHECK OURS THEIRS
"""
import json
import sys

import numpy as np
from osgeo import gdal

gdal.UseExceptions()
CELL = 30.0


def cells(path):
    return gdal.Open(path).ReadAsArray()


def require(holds, message):
    if not holds:
        raise SystemExit(f"outputs differ: {message}")


def scores(ours, theirs):
    a, b = cells(ours), cells(theirs)
    require(np.array_equal(np.isnan(a), np.isnan(b)), "nodata lies elsewhere")
    worst = float(np.nanmax(np.abs(a - b)))
    require(worst <= 1e-6, f"scores by {worst}")
    return f"same nodata, scores within {worst:.1e}"


def exact_distances(ours, theirs):
    worst = float(np.max(np.abs(cells(ours) - cells(theirs))))
    require(worst <= 1e-2, f"distances by {worst} m")
    return f"within {worst:.1e} m"


def rough_distances(ours, theirs):
    """gdal_proximity passes on the nearest source from cell to cell and so misses it now and then: it is never nearer than the truth."""
    excess = cells(theirs).astype(np.float64) - cells(ours)
    require(excess.min() > -1e-2, f"the peer is {-excess.min()} m nearer than the exact distance")
    wrong = int((excess > 1e-2).sum())
    require(excess.max() < 2 * CELL, f"the peer is {excess.max()} m too far")
    return f"the peer is too far in {wrong} cells, by {excess.max() / CELL:.2f} cells at most"


def same_cells(ours, theirs):
    differing = int((cells(ours) != cells(theirs)).sum())
    require(differing == 0, f"{differing} cells")
    return "every cell equal"


def same_components(ours, theirs):
    a, b = cells(ours).ravel().astype(np.int64), cells(theirs).ravel().astype(np.int64)
    require(a.max() == b.max(), f"{a.max()} and {b.max()} components")
    pairs = np.unique(a * (b.max() + 1) + b)
    require(len(pairs) == len(np.unique(a)), "components overlap otherwise")
    return f"the same {a.max()} components"


def ring_area(ring):
    xy = np.asarray(ring, np.float64) - ring[0]
    return 0.5 * abs(float(np.dot(xy[:-1, 0], xy[1:, 1]) - np.dot(xy[1:, 0], xy[:-1, 1])))


def outlines(path):
    """Class, area and number of holes of each polygon, sorted."""
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    found = []
    for feature in features:
        rings = feature["geometry"]["coordinates"]
        area = ring_area(rings[0]) - sum(ring_area(hole) for hole in rings[1:])
        found.append((feature["properties"]["DN"], round(area / CELL**2), len(rings) - 1))
    return sorted(found)


def same_polygons(ours, theirs):
    a, b = outlines(ours), outlines(theirs)
    require(len(a) == len(b), f"{len(a)} and {len(b)} polygons")
    # A hole that touches another at a corner may be one ring or two: areas must agree, holes need not.
    require([p[:2] for p in a] == [p[:2] for p in b], "classes and areas")
    return f"the same {len(a)} polygons by class and area"


if __name__ == "__main__":
    checks = (scores, rough_distances, exact_distances, same_components, same_cells, same_polygons)
    print({check.__name__: check for check in checks}[sys.argv[1]](*sys.argv[2:]))
