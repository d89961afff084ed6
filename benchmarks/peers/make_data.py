#!/usr/bin/env python3
"""The grids that every peer and our side work on: SIDE x SIDE cells of 30 m in EPSG:9209, the same for the same seed.

make_data.py FOLDER SIDE
  criterion-1.tif .. criterion-8.tif   float32, smooth hills with noise, 2 % nodata (NaN)
  sources.tif                          byte, 1 on canals, roads and lone points (about 1 % of cells), 0 elsewhere
  classes.tif                          byte, classes 1 to 4 of a rough surface, 0 (nodata) on 3 %
"""
import os
import sys

import numpy as np
from osgeo import gdal, osr
from scipy import ndimage

SEED = 57


def write(path, array, nodata, kind):
    rows, columns = array.shape
    file = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, kind)
    file.SetGeoTransform((504000, 30, 0, 1099020, 0, -30))
    system = osr.SpatialReference()
    system.ImportFromEPSG(9209)
    file.SetProjection(system.ExportToWkt())
    if nodata is not None:
        file.GetRasterBand(1).SetNoDataValue(nodata)
    file.GetRasterBand(1).WriteArray(array)


def surface(random, side, cells):
    """Noise smoothed over a number of cells, scaled to 0..1 by its 1st and 99th percentile."""
    coarse = random.standard_normal((side // cells + 8, side // cells + 8)).astype(np.float32)
    fine = ndimage.zoom(coarse, cells, order=3)[:side, :side]
    low, high = np.percentile(fine[::7, ::7], (1, 99))
    return np.clip((fine - low) / (high - low), 0, 1)


def main(folder, side):
    os.makedirs(folder, exist_ok=True)
    random = np.random.default_rng(SEED)
    for number in range(1, 9):
        values = surface(random, side, 16 + 8 * number) * 100 + random.random((side, side), dtype=np.float32)
        values[surface(random, side, 64) < 0.02] = np.nan
        write(f"{folder}/criterion-{number}.tif", values.astype(np.float32), float("nan"), gdal.GDT_Float32)
    sources = (np.abs(surface(random, side, 200) - 0.5) < 0.0006) | (np.abs(surface(random, side, 120) - 0.4) < 0.0006)
    sources |= random.random((side, side)) < 2e-5
    write(f"{folder}/sources.tif", sources.astype(np.uint8), None, gdal.GDT_Byte)
    rough = surface(random, side, 40) + 0.1 * surface(random, side, 8) + 0.002 * random.standard_normal((side, side), dtype=np.float32)
    classes = np.digitize(rough, np.quantile(rough[::7, ::7], (0.25, 0.5, 0.75))).astype(np.uint8) + 1
    classes[surface(random, side, 80) < 0.03] = 0
    write(f"{folder}/classes.tif", classes, 0, gdal.GDT_Byte)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
