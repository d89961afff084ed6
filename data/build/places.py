"""Layers settlements, salinity-stations and ports: points straight from their tables."""
from shapely.geometry import Point

import geojson
from tables import rows, towns

STATION_SOURCES = {
    "T1": "Bulletin of the provincial irrigation office, 6 January 2016 (tepbac.com)",
    "T2": "Bulletin of the provincial irrigation office, 23 February 2025 (baosoctrang.org.vn, 25 February 2025)",
}


def build():
    geojson.write("settlements", towns())
    geojson.write("salinity-stations", [(Point(float(row["lon"]), float(row["lat"])), {
        "station": row["station"],
        "water": row["water"],
        "date": row["date"],
        "salinity_max_ppt": float(row["salinity_max_ppt"]),
        "salinity_min_ppt": float(row["salinity_min_ppt"]),
        "position_accuracy_km": float(row["position_accuracy_km"]),
        "source": STATION_SOURCES[row["source"]],
    }) for row in rows("salinity_stations.csv")])
    geojson.write("ports", [(Point(float(row["lon"]), float(row["lat"])), {
        "name_vi": row["name_vi"], "name_en": row["name_en"], "kind": row["kind"], "state": row["state"],
    }) for row in rows("ports.csv")])
