"""Makes every layer of the bundle, in the order in which they need each other."""
import administrative
import catalogue
import coast
import grids
import masts
import places
import routes
import water

land, _ = coast.build()
hau, my_thanh, my_thanh_line, three_miles, six_miles = water.build(land)
districts = administrative.build(land, my_thanh)
places.build()
roads, waterways = routes.build(hau, my_thanh_line)
grids.build(land, hau, my_thanh, districts, roads, waterways)
masts.build(land, hau, my_thanh, districts)
catalogue.build()
