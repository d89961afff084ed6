"""qgis_style.py STYLE: has QGIS convert a MapLibre style; prints its warnings and ends with 1, else the names of the layers made."""
import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import QgsApplication, QgsMapBoxGlStyleConverter  # noqa: E402 - the platform is read on import

application = QgsApplication([], False)
application.initQgis()
converter = QgsMapBoxGlStyleConverter()
with open(sys.argv[1], encoding="utf-8") as style:
    converter.convert(json.load(style))
# Which fonts there are is the machine's matter.
warnings = [w for w in [converter.errorMessage(), *converter.warnings()] if w and "Referenced font" not in w]
layers = [] if warnings else [s.styleName() for s in converter.renderer().styles()] + [s.styleName() for s in converter.labeling().styles()]
print("\n".join(warnings) or ",".join(layers), flush=True)
os._exit(1 if warnings else 0)  # QGIS 3.22 crashes while it takes itself down
