"""What QGIS sees: every collection of a server (address) or every layer of a file (path), one JSON object a line, then what it complained of."""
import json
import os
import sys
import urllib.request

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import Qgis, QgsApplication, QgsDataProvider, QgsVectorLayer, QgsWkbTypes  # noqa: E402


def of_server(base):
    with urllib.request.urlopen(base + "/collections?f=json") as answer:
        ids = [c["id"] for c in json.load(answer)["collections"]]
    # Pages of 50, so that paging is part of what is seen.
    return [QgsVectorLayer(f"typename='{i}' url='{base}' pageSize='50'", i, "OAPIF") for i in ids]


def of_file(path):
    whole = QgsVectorLayer(path, "all", "ogr")
    names = [s.split(QgsDataProvider.sublayerSeparator())[1] for s in whole.dataProvider().subLayers()]
    return [QgsVectorLayer(f"{path}|layername={n}", n, "ogr") for n in names]


def seen(layer):
    return {
        "name": layer.name(),
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "geometry": QgsWkbTypes.displayString(layer.wkbType()),
        "features": sum(1 for _ in layer.getFeatures()),
        "fields": [f.name() for f in layer.fields()],
    }


def main(source):
    application = QgsApplication([], False)
    complaints = []
    QgsApplication.messageLog().messageReceived.connect(
        lambda text, tag, level: complaints.append(f"{tag}: {text}") if level in (Qgis.Warning, Qgis.Critical) else None)
    application.initQgis()
    for layer in of_server(source) if source.startswith("http") else of_file(source):
        print(json.dumps(seen(layer)))
        del layer
    print(json.dumps({"complaints": complaints}), flush=True)
    os._exit(0)  # QGIS 3.22 may crash while it takes itself apart; all has been said


main(sys.argv[1])
