"""Layers roads and waterways: lines through named places; the big rivers follow the water between their banks."""
import numpy as np
from scipy import ndimage, sparse
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import LineString, Point

import geojson
from frame import to_grid, to_lon_lat
from rasters import Window
from tables import places, rows

STEP = 100.0  # metres between the points that a river's middle is searched on
# Upstream end, fork above Cù Lao Dung, and the two mouths: points in the water.
HEAD, FORK = Point(105.885, 9.951), Point(106.068, 9.775)
MOUTH_TRAN_DE, MOUTH_DINH_AN = Point(106.2195, 9.4895), Point(106.345, 9.556)


def rounded_corners(line, times=2):
    """Chaikin's corner cutting (1974); the ends stay."""
    points = np.array(line.coords)
    for _ in range(times):
        cut = np.empty((2 * (len(points) - 1), 2))
        cut[0::2] = 0.75 * points[:-1] + 0.25 * points[1:]
        cut[1::2] = 0.25 * points[:-1] + 0.75 * points[1:]
        points = np.vstack([points[:1], cut, points[-1:]])
    return LineString(points)


def through(names, known):
    return LineString([known[name.strip()] for name in names.split(">")])


class Fairway:
    """Shortest ways on water that keep off the banks."""

    def __init__(self, water):
        self.window = Window(to_grid(water), STEP)
        wet = self.window.burn(to_grid(water))
        off = ndimage.distance_transform_edt(np.pad(wet, 1))[1:-1, 1:-1]
        self.cells = np.full(wet.shape, -1)
        self.cells[wet] = np.arange(wet.sum())
        self.where = np.argwhere(wet)
        self.graph = self._graph(1.0 / np.maximum(off, 1) ** 2, wet)

    def _graph(self, cost, wet):
        ones, twos, lengths = [], [], []
        for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
            a = self.where
            b = a + (down, right)
            inside = (b[:, 0] < wet.shape[0]) & (b[:, 1] >= 0) & (b[:, 1] < wet.shape[1])
            a, b = a[inside], b[inside]
            both = wet[tuple(b.T)]
            a, b = a[both], b[both]
            ones.append(self.cells[tuple(a.T)])
            twos.append(self.cells[tuple(b.T)])
            lengths.append(np.hypot(down, right) * (cost[tuple(a.T)] + cost[tuple(b.T)]))
        n = len(self.where)
        return sparse.coo_matrix((np.concatenate(lengths), (np.concatenate(ones), np.concatenate(twos))), shape=(n, n)).tocsr()

    def _nearest(self, point):
        x, y = self.window.centres(self.where)
        p = to_grid(point)
        return int(np.argmin((x - p.x) ** 2 + (y - p.y) ** 2))

    def between(self, start, end):
        first, last = self._nearest(start), self._nearest(end)
        _, before = dijkstra(self.graph, directed=False, indices=first, return_predecessors=True)
        way = [last]
        while way[-1] != first:
            way.append(before[way[-1]])
        x, y = self.window.centres(self.where[way[::-1]])
        return to_lon_lat(rounded_corners(LineString(np.column_stack([x, y])).simplify(STEP)))


def build(hau, my_thanh_line):
    known = places()
    listed = rows("routes.csv")
    roads, canals = ([(rounded_corners(through(row["places"], known)), _properties(row)) for row in listed if row["kind"] == kind]
                     for kind in ("road", "waterway"))
    fairway = Fairway(hau)
    rivers = [
        (fairway.between(HEAD, FORK), _river("Sông Hậu", "Hậu river", "special")),
        (fairway.between(FORK, MOUTH_TRAN_DE), _river("Sông Hậu, nhánh Trần Đề", "Hậu river, Trần Đề branch", "special")),
        (fairway.between(FORK, MOUTH_DINH_AN), _river("Sông Hậu, nhánh Định An", "Hậu river, Định An branch", "special")),
        (to_lon_lat(to_grid(my_thanh_line).simplify(20)), _river("Sông Mỹ Thanh", "Mỹ Thanh river", "III")),
    ]
    geojson.write("roads", roads)
    geojson.write("waterways", rivers + canals)
    return [line for line, _ in roads], [line for line, _ in rivers + canals]


def _properties(row):
    return {key: row[key] for key in ("name_vi", "name_en", "class", "state")}


def _river(name_vi, name_en, grade):
    return {"name_vi": name_vi, "name_en": name_en, "class": grade, "state": "existing"}
