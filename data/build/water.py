"""Layers estuary, estuary-mouths and sea-bands."""
import json
from math import cos, radians, sin

from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import nearest_points, polygonize, unary_union

import geojson
from coast import segments
from frame import CLIP, to_grid, to_lon_lat
from tables import rows

NAUTICAL_MILE = 1852.0
SCALE = 0.99993  # of EPSG:9209 off this coast: 5,556 m on the ground are 5,555.6 m on the grid
HAU_INSIDE = Point(106.07, 9.77)
ISLAND_INSIDE, MAIN_INSIDE = Point(106.22, 9.57), Point(105.9, 9.6)
SOUTH_HEADLAND = box(106.14, 9.40, 106.25, 9.4165)  # the bank south of the mouth Mỹ Thanh
MY_THANH_WIDTHS = (900.0, 120.0)  # mouth, head; metres, read off published maps
SECTOR_BEARING_FAR = 40000.0


def mouths():
    source = json.loads((geojson.SOURCES / "estuary_mouths.geojson").read_text(encoding="utf-8"))
    return [(LineString(f["geometry"]["coordinates"]), f["properties"]) for f in source["features"]]


def _tied(line, first, second):
    """The line, prolonged from its first end to one bank and from its last end to the other."""
    ends = [Point(line.coords[0]), Point(line.coords[-1])]
    return LineString([_past(ends[0], nearest_points(first, ends[0])[0]), *line.coords, _past(ends[1], nearest_points(second, ends[1])[0])])


def _past(end, shore):
    """A point a little beyond the shore, so that the line crosses it."""
    if end.distance(shore) == 0:
        return shore
    return Point(shore.x + (shore.x - end.x) * 0.02, shore.y + (shore.y - end.y) * 0.02)


def _water_faces(land, barriers):
    faces = polygonize(unary_union([land.boundary, CLIP.boundary, *barriers]))
    return [face for face in faces if not land.contains(face.representative_point())]


def hau(land, dinh_an, tran_de):
    """Water between the banks of the Hậu, from the head of GSHHG's sea down to the mouths Định An and Trần Đề."""
    island, main = (next(p for p in land.geoms if p.contains(inside)) for inside in (ISLAND_INSIDE, MAIN_INSIDE))
    barriers = [_tied(dinh_an, island, main), _tied(tran_de, main, island)]
    faces = _water_faces(land, barriers)
    return min(faces, key=lambda face: face.distance(HAU_INSIDE))


def my_thanh_line():
    """From the head at Nhu Gia to the sea."""
    lower = [line for level, line in segments("-I3") if line.bounds[0] >= 105.99 and 9.35 < line.bounds[1] and line.bounds[3] < 9.5]
    points = list(max(lower, key=lambda line: line.length).coords)
    if points[0][0] > points[-1][0]:
        points.reverse()
    upper = [(float(r["lon"]), float(r["lat"])) for r in rows("my_thanh_upper.csv")]
    return LineString([*reversed(upper), *points])


def my_thanh(line, land, closing):
    """The river as a ribbon that widens to the sea, with the open inlet landward of the closing line."""
    metric = to_grid(line)
    wide, narrow = MY_THANH_WIDTHS
    ribbon = []
    steps = 200
    for i in range(steps):
        a, b = metric.interpolate(i / steps, normalized=True), metric.interpolate((i + 1) / steps, normalized=True)
        share = (i / steps) ** 2
        ribbon.append(LineString([a, b]).buffer((narrow + (wide - narrow) * share) / 2, resolution=4))
    ribbon = to_lon_lat(unary_union(ribbon).simplify(15))
    inlet = [f for f in _water_faces(land, [_tied(closing, land, land.intersection(SOUTH_HEADLAND))]) if f.area < 0.002 and f.intersects(ribbon)]
    river = unary_union([ribbon.intersection(land), *inlet]).buffer(1e-5).buffer(-1e-5)
    parts = [river] if isinstance(river, Polygon) else list(river.geoms)
    return max(parts, key=lambda p: p.area)


def sea_bands(dry, west, east):
    """3 and 6 nautical miles from the base line, between the two lines that bound the province's sector."""
    base = to_grid(dry)
    sector = _sector(west, east)
    three = base.buffer(3 * NAUTICAL_MILE * SCALE, resolution=64)
    six = base.buffer(6 * NAUTICAL_MILE * SCALE, resolution=64)
    return [_largest(three.difference(base), sector), _largest(six.difference(three), sector)]


def _largest(band, sector):
    """The part of the band in the sector; crumbs behind islands and in creeks are left out."""
    part = band.intersection(sector)
    parts = [part] if isinstance(part, Polygon) else list(part.geoms)
    return to_lon_lat(max(parts, key=lambda p: p.area).simplify(1))


def _sector(west, east):
    (west_point, west_bearing), (east_point, east_bearing) = west, east

    def ray(point, bearing, far):
        p = to_grid(point)
        return (p.x + far * sin(radians(bearing)), p.y + far * cos(radians(bearing)))

    return Polygon([ray(west_point, west_bearing, -3000), ray(west_point, west_bearing, SECTOR_BEARING_FAR),
                    ray(east_point, east_bearing, SECTOR_BEARING_FAR), ray(east_point, east_bearing, -8000)])


WEST = (Point(105.836, 9.237), 160.0)   # where the border with Bạc Liêu meets the coast
EAST = (Point(106.329, 9.5565), 140.0)  # middle of the closing line of the mouth Định An


def build(land_parts):
    land = unary_union(land_parts)
    lines = mouths()
    closings = {properties["name_vi"]: line for line, properties in lines}
    hau_water = hau(land, closings["Cửa Định An"], closings["Cửa Trần Đề"])
    river = my_thanh_line()
    my_thanh_water = my_thanh(river, land, closings["Cửa Mỹ Thanh"])
    geojson.write("estuary", [
        (hau_water, {"name_vi": "Sông Hậu", "name_en": "Hậu river", "river": "sông Hậu"}),
        (my_thanh_water, {"name_vi": "Sông Mỹ Thanh", "name_en": "Mỹ Thanh river", "river": "sông Mỹ Thanh"}),
    ])
    geojson.write("estuary-mouths", [
        (line, {"name_vi": p["name_vi"], "river": "sông Mỹ Thanh" if "Mỹ Thanh" in p["river"] else "sông Hậu"}) for line, p in lines])
    dry = unary_union([land, hau_water, my_thanh_water])
    three, six = sea_bands(dry, WEST, EAST)
    geojson.write("sea-bands", [
        (three, {"band_nm": 3, "name_vi": "Vùng biển 0-3 hải lý", "name_en": "Sea within 3 nautical miles"}),
        (six, {"band_nm": 6, "name_vi": "Vùng biển 3-6 hải lý", "name_en": "Sea from 3 to 6 nautical miles"}),
    ])
    return hau_water, my_thanh_water, river, three, six


if __name__ == "__main__":
    import coast
    hau_water, my_thanh_water, river, three, six = build(coast.build()[0])
    print([round(to_grid(g).area / 1e6, 1) for g in (hau_water, my_thanh_water, three, six)])
