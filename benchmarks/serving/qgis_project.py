#!/usr/bin/env python3
"""Makes a QGIS project that serves one layer as features: qgis_project.py PROVIDER SOURCE PROJECT.qgs"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer  # noqa: E402 (after the platform is set)

provider, source, target = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(source, "parcels", provider)
if not layer.isValid():
    raise SystemExit(f"QGIS cannot open {source}")
project = QgsProject.instance()
project.setCrs(layer.crs())
project.addMapLayer(layer)
project.writeEntry("WFSLayers", "/", [layer.id()])
project.writeEntry("WFSLayersPrecision", f"/{layer.id()}", 7)
if not project.write(target):
    raise SystemExit(f"QGIS cannot write {target}")
application.exitQgis()
