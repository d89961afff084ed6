#!/usr/bin/env python3
"""Exact distances by SciPy, from file to file: distance_scipy.py IN.tif OUT.tif"""
import sys

import numpy as np
from osgeo import gdal
from scipy import ndimage

source = gdal.Open(sys.argv[1])
metres = ndimage.distance_transform_edt(source.ReadAsArray() == 0, sampling=30).astype(np.float32)
target = gdal.GetDriverByName("GTiff").Create(sys.argv[2], source.RasterXSize, source.RasterYSize, 1, gdal.GDT_Float32)
target.SetGeoTransform(source.GetGeoTransform())
target.SetProjection(source.GetProjection())
target.GetRasterBand(1).WriteArray(metres)
