#!/usr/bin/env python3
"""Components of equal cells by SciPy, four neighbours, from file to file: label_scipy.py IN.tif OUT.tif"""
import sys

import numpy as np
from osgeo import gdal
from scipy import ndimage

source = gdal.Open(sys.argv[1])
classes = source.ReadAsArray()
labels = np.zeros(classes.shape, np.int32)
count = 0
for value in range(1, int(classes.max()) + 1):
    part, number = ndimage.label(classes == value)
    np.add(part, count, out=labels, where=part > 0)
    count += number
target = gdal.GetDriverByName("GTiff").Create(sys.argv[2], source.RasterXSize, source.RasterYSize, 1, gdal.GDT_Int32)
target.SetGeoTransform(source.GetGeoTransform())
target.SetProjection(source.GetProjection())
target.GetRasterBand(1).WriteArray(labels)
