"""QGIS as a planner uses it, without a window: layers of a server opened, paged, filtered and drawn. Prints one JSON object.

Arguments: the server's address, longitude and latitude of a place in a district, longitude and latitude of a place at sea.
"""
import json
import os
import sys
import urllib.parse

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.PyQt.QtCore import QSize, QVariant  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeatureRequest, QgsFillSymbol, QgsMapRendererSequentialJob,
    QgsMapSettings, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer, QgsVectorTileBasicRenderer,
    QgsVectorTileBasicRendererStyle, QgsVectorTileLayer, QgsWkbTypes)

DEGREES, METRES = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:3857")
PIXELS, METRES_AROUND = 101, 2_000


def collection(base, name, extra=""):
    # Pages of 1,000, so that 2,500 features are three of them.
    return QgsVectorLayer(f"typename='{name}' url='{base}' pageSize='1000'{extra}", name, "OAPIF")


def names(layer, request=None):
    return [f["name"] for f in (layer.getFeatures(request) if request else layer.getFeatures())]


def plain(value):
    return None if isinstance(value, QVariant) and value.isNull() else value.toString(1) if hasattr(value, "toJulianDay") or hasattr(value, "toMSecsSinceEpoch") else value


def places(base):
    layer = collection(base, "places")
    seen = {
        "valid": layer.isValid(),
        "fields": {f.name(): QVariant.typeToName(f.type()) for f in layer.fields()},
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "told": layer.dataProvider().featureCount(),
        "first": [plain(v) for v in next(layer.getFeatures()).attributes()],
        "inBox": sorted(names(layer, QgsFeatureRequest().setFilterRect(QgsRectangle(105.9, 9.5, 106, 9.65)))),
        "byExpression": sorted(names(layer, QgsFeatureRequest().setFilterExpression("\"people\" > 150000 and \"since\" < '2015-01-01'"))),
        "withoutGeometry": sum(1 for f in layer.getFeatures() if not f.hasGeometry()),
    }
    layer.setSubsetString("\"name\" = 'Trần Đề' OR \"people\" = 137305")
    return seen | {"subset": sorted(names(layer)), "subsetCount": layer.featureCount()}


def pixels(layer, *where):
    """The colours at places of a picture of that layer alone, each in the middle of a picture of its own."""
    colours, to_metres = [], QgsCoordinateTransform(DEGREES, METRES, QgsProject.instance())
    for place in where:
        middle = to_metres.transform(place)
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(METRES)
        settings.setBackgroundColor(QColor("#ffffff"))
        settings.setOutputSize(QSize(PIXELS, PIXELS))
        settings.setExtent(QgsRectangle(middle.x() - METRES_AROUND, middle.y() - METRES_AROUND, middle.x() + METRES_AROUND, middle.y() + METRES_AROUND))
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        colours.append(job.renderedImage().pixelColor(PIXELS // 2, PIXELS // 2).name())
    return colours


def vector_tiles(base, *where):
    address = f"{base}/collections/districts/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}"
    layer = QgsVectorTileLayer(f"type=xyz&url={urllib.parse.quote(address, safe=':/{}')}&zmin=0&zmax=14", "districts")
    style = QgsVectorTileBasicRendererStyle("districts", "districts", QgsWkbTypes.PolygonGeometry)
    style.setSymbol(QgsFillSymbol.createSimple({"color": "#ff0000", "outline_style": "no"}))
    renderer = QgsVectorTileBasicRenderer()
    renderer.setStyles([style])
    layer.setRenderer(renderer)
    return {"valid": layer.isValid(), "pixels": pixels(layer, *where)}


def raster_tiles(base, *where):
    address = f"{base}/grids/population/tiles/{{z}}/{{x}}/{{y}}.png"
    layer = QgsRasterLayer(f"type=xyz&url={urllib.parse.quote(address, safe=':/{}')}&zmin=0&zmax=14", "population", "wms")
    return {"valid": layer.isValid(), "pixels": pixels(layer, *where)}


def by_address(base):
    layer = QgsVectorLayer(f"/vsicurl/{base}/collections/places/items?f=json&limit=10000", "places", "ogr")
    return {"valid": layer.isValid(), "features": layer.featureCount(), "fields": [f.name() for f in layer.fields()]}


def main(base, *numbers):
    application = QgsApplication([], False)
    complaints = []
    QgsApplication.messageLog().messageReceived.connect(
        lambda text, tag, level: complaints.append(f"{tag}: {text}") if level in (Qgis.Warning, Qgis.Critical) else None)
    application.initQgis()
    where = [QgsPointXY(*map(float, numbers[0:2])), QgsPointXY(*map(float, numbers[2:4]))]
    print(json.dumps({
        "version": Qgis.QGIS_VERSION_INT,
        "places": places(base),
        "many": names(collection(base, "many")),
        "vectorTiles": vector_tiles(base, *where),
        "rasterTiles": raster_tiles(base, *where),
        "byAddress": by_address(base),
        "complaints": complaints,
    }), flush=True)
    os._exit(0)  # QGIS 3.22 may crash while it takes itself apart; all has been said


main(*sys.argv[1:])
