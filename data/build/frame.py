"""The study frame and the two coordinate systems of the bundle.

PROJ picks its own datum shift for VN-2000 and switches sets at 9.35 N, in the middle of Vĩnh Châu. Every
transformation here goes through one pipeline with the parameters of EPSG:6960 (coordinate-frame rotations)."""
import numpy as np
from osgeo import osr, gdal
from shapely import ops
from shapely.geometry import box

osr.UseExceptions()
gdal.UseExceptions()

LON_MIN, LAT_MIN, LON_MAX, LAT_MAX = 105.2, 8.9, 107.0, 10.4
CLIP = box(LON_MIN, LAT_MIN, LON_MAX, LAT_MAX)

LEFT, BOTTOM = 504000.0, 1018020.0
CELL, COLUMNS, ROWS = 30.0, 3070, 2700
TOP = BOTTOM + ROWS * CELL

COARSE_CELL, COARSE_COLUMNS, COARSE_ROWS = 300.0, 307, 270

EPSG_6960 = ("+proj=helmert +x=-191.90441429 +y=-39.30318279 +z=-111.45032835 "
             "+rx=-0.00928836 +ry=0.01975479 +rz=-0.00427372 +s=0.252906278 +convention=coordinate_frame")
TO_GRID = ("+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
           "+step +proj=cart +ellps=WGS84 "
           f"+step +inv {EPSG_6960} "
           "+step +inv +proj=cart +ellps=WGS84 "
           "+step +proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84")

_grid = osr.SpatialReference()
_grid.ImportFromEPSG(9209)


def _transformation(inverse):
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(TO_GRID, inverse)
    # Without systems at either end nothing is swapped: the pipeline alone decides.
    return osr.CoordinateTransformation(None, None, options)


_forward, _backward = _transformation(False), _transformation(True)


def _apply(transformation, x, y):
    points = np.column_stack([np.atleast_1d(x), np.atleast_1d(y)])
    moved = np.array(transformation.TransformPoints(points.tolist()))
    return moved[:, 0], moved[:, 1]


def to_grid(geometry):
    """A geometry in degrees (lon, lat), in metres of EPSG:9209."""
    return ops.transform(lambda x, y, z=None: _apply(_forward, x, y), geometry)


def to_lon_lat(geometry):
    """A geometry in metres of EPSG:9209, in degrees (lon, lat)."""
    return ops.transform(lambda x, y, z=None: _apply(_backward, x, y), geometry)


def grid_wkt():
    return _grid.ExportToWkt()


def cell_centres(cell=CELL, columns=COLUMNS, rows=ROWS):
    """Eastings of the columns and northings of the rows, north first."""
    east = LEFT + (np.arange(columns) + 0.5) * cell
    north = TOP - (np.arange(rows) + 0.5) * cell
    return east, north


if __name__ == "__main__":
    from shapely.geometry import Point
    p = to_grid(Point(105.97, 9.60))
    print(f"{p.x:.3f} {p.y:.3f}  (published check value 551391.972 1061653.388)")
