"""Shapes to cells and cells to GeoTIFF, on the study frame or on a window of it."""
import numpy as np
from osgeo import gdal, ogr, osr
from scipy import ndimage

from frame import BOTTOM, CELL, COLUMNS, LEFT, ROWS, TOP, grid_wkt
from geojson import GRIDS


class Window:
    """A grid of square cells over the bounds of a shape (metres), north first."""

    def __init__(self, shape, cell):
        left, bottom, right, top = shape.bounds
        self.cell, self.left, self.top = cell, left, top
        self.columns, self.rows = int(np.ceil((right - left) / cell)), int(np.ceil((top - bottom) / cell))

    def burn(self, shape):
        return burn(shape, self.left, self.top, self.cell, self.columns, self.rows)

    def centres(self, cells):
        return self.left + (cells[:, 1] + 0.5) * self.cell, self.top - (cells[:, 0] + 0.5) * self.cell


def burn(shape, left, top, cell, columns, rows):
    """True where a cell's centre lies in the shape."""
    target = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
    target.SetGeoTransform((left, cell, 0, top, 0, -cell))
    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    system = osr.SpatialReference(grid_wkt())
    target.SetProjection(grid_wkt())
    layer = memory.CreateLayer("shape", system)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkb(shape.wkb))
    layer.CreateFeature(feature)
    gdal.RasterizeLayer(target, [1], layer, burn_values=[1])
    return target.ReadAsArray().astype(bool)


def on_frame(shape, cell=CELL):
    """True where a cell of the study frame (or of its coarser sister) has its centre in the shape."""
    factor = int(cell / CELL)
    return burn(shape, LEFT, TOP, cell, COLUMNS // factor, ROWS // factor)


def distance(mask, cell=CELL):
    """Metres from each cell centre to the nearest cell of the mask; zero in it."""
    return (ndimage.distance_transform_edt(~mask) * cell).astype(np.float32)


def noise(random, shape, cells):
    """Smooth noise with patches about so many cells wide, mean 0, standard deviation 1."""
    step = max(1, int(cells / 4))
    small = random.standard_normal((shape[0] // step + 2, shape[1] // step + 2)).astype(np.float32)
    smooth = ndimage.gaussian_filter(small, cells / 2 / step, mode="wrap")
    large = ndimage.zoom(smooth, step, order=1)[:shape[0], :shape[1]]
    return (large - large.mean()) / large.std()


def write(name, values, cell, nodata, predictor):
    """A tiled, compressed GeoTIFF in EPSG:9209 with its lower-left corner on the study frame's."""
    GRIDS.mkdir(exist_ok=True)
    rows, columns = values.shape
    kinds = {"uint8": gdal.GDT_Byte, "int32": gdal.GDT_Int32, "float32": gdal.GDT_Float32}
    options = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=DEFLATE", "ZLEVEL=9", f"PREDICTOR={predictor}"]
    target = gdal.GetDriverByName("GTiff").Create(str(GRIDS / f"{name}.tif"), columns, rows, 1, kinds[str(values.dtype)], options)
    target.SetGeoTransform((LEFT, cell, 0, BOTTOM + rows * cell, 0, -cell))
    target.SetProjection(grid_wkt())
    band = target.GetRasterBand(1)
    band.SetNoDataValue(nodata)
    band.WriteArray(values)
    target.FlushCache()
