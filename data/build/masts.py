"""Layer masts: invented, seeded; one to three sites near every town and commune point, bands as data."""
import numpy as np
from shapely.geometry import Point
from shapely.ops import unary_union

import geojson
from frame import to_grid, to_lon_lat
from tables import PROVINCE_CODE, communes, short_name, towns

SEED = 9209
APART = 1800.0  # metres between sites
# Middle of the band's first carrier in spectrum.yaml, MHz; power of the carrier, occupied subcarriers, gain of the beam that carries the reference signal, losses before it.
# n28: 2 x 40 W, 52 resource blocks, 15 dBi panel, 1 dB; n41: 200 W, 273 blocks, 17 dBi broadcast beam, 0.5 dB.
BANDS = {
    "n28": (773.0, 49.0, 52, 15.0, 1.0),
    "n41": (2550.0, 53.0, 273, 17.0, 0.5),
}


def eirp_per_subcarrier(carrier_dbm, blocks, gain_dbi, losses_db):
    """dBm per resource element: carrier power - 10 log10(12 blocks) + gain - losses (3GPP TS 38.211: 12 per block)."""
    return round(carrier_dbm - 10 * np.log10(12 * blocks) + gain_dbi - losses_db, 2)


def wishes():
    """(name, point, radius in metres, number of sites, urban) for every place, towns first."""
    for point, town in towns():
        if town["admin1"] == PROVINCE_CODE:
            yield town["name_vi"], point, 1500.0, 3 if town["feature_code"] == "PPLA" else 1, True
    for point, row in communes():
        urban, area = row["unit_type"] == "phường", float(row["area_km2_official"])
        yield short_name(row["name_vi"]), point, 600 * np.sqrt(area) ** 0.9, 3 if area > 85 else 2 if area > 45 else 1, urban


def build(land_parts, hau, my_thanh, districts):
    random = np.random.default_rng(SEED)
    dry = to_grid(unary_union(land_parts).difference(unary_union([hau, my_thanh])))
    ground = dry.intersection(to_grid(unary_union(list(districts.values()))))
    sites, features, number = [], [], {}
    for name, point, radius, count, urban in wishes():
        for _ in range(count):
            place = _site(random, to_grid(point), radius, ground, sites)
            if place is None:
                continue
            sites.append(place)
            number[name] = number.get(name, 0) + 1
            features += _carriers(random, place, f"{name} {number[name]}", urban)
    geojson.write("masts", features)


def _site(random, centre, radius, ground, sites):
    """A dry place in the province near the centre, away from the sites that stand; null when a hundred tries find none."""
    for _ in range(100):
        angle, far = random.uniform(0, 2 * np.pi), radius * np.sqrt(random.uniform())
        place = Point(centre.x + far * np.cos(angle), centre.y + far * np.sin(angle))
        if ground.contains(place) and all(place.distance(other) > APART for other in sites):
            return place
    return None


def _carriers(random, place, name, urban):
    height = float(random.choice([35, 38, 40, 42, 45]))
    bands = ["n28", "n41"] if urban or random.uniform() < 0.25 else ["n28"]
    for band in bands:
        frequency, power, blocks, gain, losses = BANDS[band]
        yield to_lon_lat(place), {"site": name, "height_m": height, "band": band, "frequency_mhz": frequency,
                                  "eirp_re_dbm": eirp_per_subcarrier(power, blocks, gain, losses)}
