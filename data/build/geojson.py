"""GeoJSON as RFC 7946 wants it, in bytes that never change: one feature a line, ids 1..n, NFC text."""
import json
import unicodedata
from pathlib import Path

from shapely.geometry import GeometryCollection, MultiPolygon, Polygon, mapping
from shapely.geometry.polygon import orient
from shapely.ops import transform, unary_union
from shapely.validation import make_valid

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
LAYERS = HERE.parent / "layers"
GRIDS = HERE.parent / "grids"


def nfc(value):
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def number(text, kind=float):
    """A cell of a table as a number; null when it is empty."""
    return None if text in ("", None) else kind(text)


def _snapped(geometry, decimals):
    """Vertices on the lattice; mended where rounding made a ring touch itself."""
    geometry = transform(lambda x, y, z=None: ([round(v, decimals) for v in x], [round(v, decimals) for v in y]), geometry)
    if geometry.geom_type == "Point" or geometry.is_valid:
        return geometry
    mended = make_valid(geometry)
    parts = mended.geoms if isinstance(mended, GeometryCollection) else [mended]
    return unary_union([part for part in parts if part.area > 0])


def rounded(geometry, decimals):
    """On the lattice of the given decimals and valid; outer rings run counter-clockwise, largest part first."""
    geometry = _snapped(geometry, decimals)
    if isinstance(geometry, Polygon):
        return orient(geometry)
    if isinstance(geometry, MultiPolygon):
        parts = sorted((orient(p) for p in geometry.geoms), key=lambda p: (-p.area, p.bounds))
        return parts[0] if len(parts) == 1 else MultiPolygon(parts)
    return geometry


def _coordinates(value, decimals):
    """Nested lists of positions; a position that repeats the one before it is left out."""
    if isinstance(value[0], (int, float)):
        return [round(v, decimals) for v in value]
    parts = [_coordinates(v, decimals) for v in value]
    if isinstance(parts[0][0], float):
        parts = [part for i, part in enumerate(parts) if i == 0 or part != parts[i - 1]]
    return parts


def feature_lines(features, decimals=6):
    for identifier, (geometry, properties) in enumerate(features, start=1):
        shape = mapping(rounded(geometry, decimals))
        yield json.dumps({
            "type": "Feature",
            "id": identifier,
            "properties": {key: nfc(value) for key, value in properties.items()},
            "geometry": {"type": shape["type"], "coordinates": _coordinates(shape["coordinates"], decimals)},
        }, ensure_ascii=False, separators=(",", ":"))


def write(name, features, decimals=6):
    """Writes (geometry, properties) pairs, in the order given, as layers/<name>.geojson."""
    LAYERS.mkdir(exist_ok=True)
    lines = ",\n".join(feature_lines(features, decimals))
    text = '{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n"
    (LAYERS / f"{name}.geojson").write_text(text, encoding="utf-8", newline="\n")
