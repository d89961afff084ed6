"""Layers districts and communes."""
import json

from shapely.geometry import MultiPolygon, Polygon, box, shape
from shapely.ops import polygonize, unary_union

import geojson
from frame import to_grid, to_lon_lat
from tables import communes, rows

# Where districts meet the sea: seaward of the border with Bạc Liêu and of the mouth Trần Đề. Cù Lao Dung keeps its
# outline as far as the land has grown since GSHHG's coast was surveyed.
SEA_FRONT = Polygon([(105.8312, 9.234), (105.842, 9.18), (106.5, 9.18), (106.5, 9.4862), (106.215, 9.4862), (106.19, 9.46),
                     (106.13, 9.38), (105.834, 9.30)])
CUT = {"950", "951"}
CU_LAO_DUNG = "945"
GROWN_METRES = 1500.0
SLIVER_DEGREES = 1e-5  # a face of no district nearer than this is a gap that rounding opened
SHARE_OF_GROUND = 1 / 0.99993 ** 2


def _outlines():
    source = json.loads((geojson.SOURCES / "districts_schematic.geojson").read_text(encoding="utf-8"))
    return {f["properties"]["gso_code"]: shape(f["geometry"]) for f in source["features"]}


def outlines(land, my_thanh):
    """District polygons by GSO code; the sea edge of Vĩnh Châu and Trần Đề is the coast."""
    known = _outlines()
    sea = SEA_FRONT.difference(unary_union([land, my_thanh]))
    for code in CUT:
        known[code] = known[code].difference(sea)
    beyond = SEA_FRONT.intersection(land).difference(unary_union(list(known.values())))
    for piece in beyond.geoms:
        owner = max(sorted(CUT), key=lambda code: piece.buffer(1e-6).intersection(known[code]).area)
        known[owner] = unary_union([known[owner], piece])
    known[CU_LAO_DUNG] = known[CU_LAO_DUNG].intersection(_grown(land, known[CU_LAO_DUNG]))
    return _with_shared_corners({code: _whole(polygon) for code, polygon in known.items()})


def _with_shared_corners(known):
    """The same polygons with every corner of a neighbour on their borders, so that no projection opens a gap."""
    snapped = {code: geojson.rounded(polygon, 6) for code, polygon in known.items()}
    faces = list(polygonize(unary_union([polygon.boundary for polygon in snapped.values()])))
    owned = {code: [] for code in sorted(snapped)}
    for face in sorted(faces, key=lambda f: f.bounds):
        inside = face.representative_point()
        owner = min(owned, key=lambda code: snapped[code].distance(inside))
        if snapped[owner].distance(inside) < SLIVER_DEGREES:
            owned[owner].append(face)
    return {code: _whole(unary_union(parts)) for code, parts in owned.items()}


def _grown(land, district):
    """Everything in the river, and at the sea front only what lies near the surveyed coast."""
    island = max((p for p in land.geoms if district.contains(p.representative_point())), key=lambda p: p.area)
    near = to_lon_lat(to_grid(island).buffer(GROWN_METRES).simplify(100))
    return near.union(district.intersection(box(106.0, 9.59, 106.5, 9.9)))


def _whole(polygon):
    """The largest part, without the crumbs that cutting leaves."""
    parts = polygon.geoms if isinstance(polygon, MultiPolygon) else [polygon]
    return max(parts, key=lambda part: part.area)


def build(land_parts, my_thanh):
    land = unary_union(land_parts)
    polygons = outlines(land, my_thanh)
    facts = {row["gso_code"]: row for row in rows("district_facts_soctrang.csv")}
    names = {"thành phố": "city", "thị xã": "town", "huyện": "district"}
    features = []
    for code in sorted(polygons):
        row = facts[code]
        features.append((polygons[code], {
            "unit_code": code,
            "pcode": row["pcode"],
            "name_vi": row["name_vi"],
            "name_en": f"{row['name_vi']} {names[row['unit_type']]}",
            "unit_type": row["unit_type"],
            "area_km2": float(row["area_km2"]),
            "pop_2019": int(row["pop_2019"]),
            "pop_urban_2019": int(row["pop_urban_2019"]),
            "pop_rural_2019": int(row["pop_rural_2019"]),
            "coastal": row["coastal"] == "1",
            "valid_from": VALID_FROM[code],
            "valid_to": "2025-06-30",
        }))
    geojson.write("districts", features)
    geojson.write("communes", [(point, {
        "unit_code": row["code"],
        "name_vi": row["name_vi"],
        "name_en": row["name_vi"].replace("Phường ", "").replace("Xã ", "") + (" ward" if row["unit_type"] == "phường" else " commune"),
        "unit_type": row["unit_type"],
        "area_km2": float(row["area_km2_official"]),
        "district": row["old_district_main"],
        "valid_from": "2025-07-01",
    }) for point, row in communes()])
    return polygons


# The date the table speaks of: the census; the units themselves are older (Trần Đề, the youngest, is of 2009-2010).
VALID_FROM = dict.fromkeys([str(code) for code in range(941, 952)], "2019-04-01")


if __name__ == "__main__":
    import coast
    import water
    land = coast.build()[0]
    made = build(land, water.build(land)[1])
    for row in rows("district_facts_soctrang.csv"):
        area = to_grid(made[row["gso_code"]]).area * SHARE_OF_GROUND / 1e6
        print(row["name_vi"], made[row["gso_code"]].geom_type, round(area, 2), row["area_km2"], f"{100 * (area / float(row['area_km2']) - 1):+.1f} %")
