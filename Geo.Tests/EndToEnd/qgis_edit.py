"""Edits a layer of points in a GeoPackage as somebody does in QGIS: adds one, moves one, renames one, removes one, saves; prints what QGIS complained of."""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import Qgis, QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer  # noqa: E402


def edit(layer):
    layer.startEditing()
    added = QgsFeature(layer.fields())
    added.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(107, 8)))
    added["name"] = "bến mới"
    layer.addFeature(added)
    layer.changeGeometry(1, QgsGeometry.fromPointXY(QgsPointXY(105.5, 9.25)))
    layer.changeAttributeValue(2, layer.fields().indexOf("name"), "tên mới")
    layer.deleteFeature(7)
    return layer.commitChanges()


def main(path, name):
    application = QgsApplication([], False)
    complaints = []
    QgsApplication.messageLog().messageReceived.connect(
        lambda text, tag, level: complaints.append(f"{tag}: {text}") if level in (Qgis.Warning, Qgis.Critical) else None)
    application.initQgis()
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    saved = layer.isValid() and edit(layer)
    print(json.dumps({"saved": saved, "errors": layer.commitErrors() if not saved else [], "complaints": complaints}, ensure_ascii=False))
    del layer
    application.exitQgis()


main(sys.argv[1], sys.argv[2])
