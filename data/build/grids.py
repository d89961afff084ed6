"""Grids population, terrain and land-cover."""
import numpy as np
from scipy import ndimage
from shapely.geometry import Point
from shapely.ops import unary_union

import rasters
from frame import CELL, COARSE_CELL, COLUMNS, ROWS, cell_centres, to_grid
from tables import PROVINCE_CODE, communes, rows, towns

SEED = 6960
SHRIMP, RICE, ORCHARD, MANGROVE, BUILT_UP, WATER, OTHER = range(1, 8)
CELL_HECTARES = CELL * CELL / 1e4
SHRIMP_HECTARES = 53511    # 2023
MANGROVE_HECTARES = 7300   # published: more than 7,000
ORCHARD_HECTARES = 28000
PEOPLE_PER_KM2_URBAN, PEOPLE_PER_KM2_RURAL = 6500.0, 13000.0  # of built-up ground


class Ground:
    """Everything about the cells of the frame that the grids are made from."""

    def __init__(self, land_parts, hau, my_thanh, districts, roads, waterways):
        land, rivers = to_grid(unary_union(land_parts)), to_grid(unary_union([hau, my_thanh]))
        self.codes = district_codes(districts, CELL)
        river = rasters.on_frame(rivers)
        solid = rasters.on_frame(land)
        self.sea = ~solid & ~river
        self.province = self.codes > 0
        # Cù Lao Dung has grown beyond GSHHG's coast: what its outline holds of the sea counts as ground.
        self.grown = self.province & self.sea
        self.dry = (solid & ~river) | self.grown
        self.from_sea = rasters.distance(self.sea & ~self.grown)
        self.from_hau = rasters.distance(rasters.on_frame(to_grid(hau)))
        self.from_my_thanh = rasters.distance(rasters.on_frame(to_grid(my_thanh)))
        self.from_road = self._from_lines(roads)
        self.from_waterway = self._from_lines(waterways)

    @staticmethod
    def _from_lines(lines):
        return rasters.distance(rasters.on_frame(unary_union([to_grid(line).buffer(CELL) for line in lines])))


def district_codes(districts, cell):
    """The code of the district in which a cell's centre lies; 0 outside the province."""
    codes = None
    for code, polygon in districts.items():
        inside = rasters.on_frame(to_grid(polygon), cell)
        codes = np.zeros(inside.shape, np.int16) if codes is None else codes
        codes[inside] = int(code)
    return codes


def seats():
    """(district name, point) of the towns, the seats of the facts table among them."""
    return [(row["name_vi"], row["gso_code"], Point(float(row["seat_lon"]), float(row["seat_lat"]))) for row in rows("district_facts_soctrang.csv")]


def _bump(point, width, cell, shape):
    """1 at the point, falling as exp(-distance/width)."""
    east, north = cell_centres(cell, shape[1], shape[0])
    p = to_grid(point)
    far = np.hypot(east[None, :] - p.x, north[:, None] - p.y)
    return np.exp(-far / width).astype(np.float32)


def top(score, allowed, cells):
    """The given number of allowed cells with the highest score; ties go to the cell that comes first."""
    index = np.flatnonzero(allowed)
    order = np.argsort(-score.ravel()[index], kind="stable")[:int(cells)]
    chosen = np.zeros(score.size, bool)
    chosen[index[order]] = True
    return chosen.reshape(score.shape)


def land_cover(ground):
    random = np.random.default_rng(SEED)
    shape = (ROWS, COLUMNS)
    broad, patch = rasters.noise(random, shape, 160), rasters.noise(random, shape, 24)
    free = ground.province & ground.dry
    cover = np.zeros(shape, np.uint8)
    cover[ground.province & ~ground.dry] = WATER

    built = _built_up(ground, free, patch)
    cover[built] = BUILT_UP
    free &= ~built

    coastal = np.isin(ground.codes, (945, 950, 951))
    score = -ground.from_sea + 250 * patch + 3000 * ground.grown
    chosen = top(score, free & coastal, MANGROVE_HECTARES / CELL_HECTARES)
    cover[chosen] = MANGROVE
    free &= ~chosen

    brackish = np.exp(-ground.from_sea / 9000) + 0.75 * np.exp(-ground.from_my_thanh / 6000) - 0.9 * np.exp(-ground.from_hau / 2500) * (ground.codes != 945)
    score = brackish + 0.10 * broad + 0.06 * patch
    chosen = top(score, free, SHRIMP_HECTARES / CELL_HECTARES)
    cover[chosen] = SHRIMP
    free &= ~chosen

    fresh = np.exp(-ground.from_hau / 3500) + 0.4 * (ground.codes == 945) + 0.15 * (ground.codes == 943) + 0.10 * broad + 0.08 * patch
    chosen = top(fresh, free & np.isin(ground.codes, (942, 943, 945, 946, 951)), ORCHARD_HECTARES / CELL_HECTARES)
    cover[chosen] = ORCHARD
    free &= ~chosen

    chosen = free & (patch > 1.9)
    cover[chosen] = OTHER
    free &= ~chosen
    cover[free] = RICE
    return without_single_cells(cover, ground)


def without_single_cells(cover, ground):
    """Single cells take the class of most of their neighbours, as fields and ponds do; water and built-up stay."""
    fixed = np.isin(cover, (0, WATER, BUILT_UP, MANGROVE))
    counts = np.stack([ndimage.uniform_filter((cover == k).astype(np.float32), 3) for k in range(1, 8)])
    major = counts.argmax(0).astype(np.uint8) + 1
    alone = (np.take_along_axis(counts, cover[None].astype(int).clip(1) - 1, 0)[0] < 2.5 / 9) & ~fixed & np.isin(major, (SHRIMP, RICE, ORCHARD, OTHER))
    return np.where(alone, major, cover)


def _built_up(ground, free, patch):
    """Towns around the seats and villages along roads and canals, as much of each district as its people fill."""
    built = np.zeros(free.shape, bool)
    ribbon = np.exp(-ground.from_road / 250) + 0.7 * np.exp(-ground.from_waterway / 250)
    bumps = 0
    for point, _ in communes():
        bumps = np.maximum(bumps, 0.9 * _bump(point, 900, CELL, free.shape))
    centres = [point for point, town in towns() if town["admin1"] == PROVINCE_CODE] + [point for _, _, point in seats()]
    for row in rows("district_facts_soctrang.csv"):
        mine = free & (ground.codes == int(row["gso_code"]))
        urban = sum(_bump(point, 1500, CELL, free.shape) for point in centres)
        town = top(urban + 0.05 * patch, mine, int(row["pop_urban_2019"]) / PEOPLE_PER_KM2_URBAN * 100 / CELL_HECTARES)
        village = top(ribbon + bumps + 0.15 * patch, mine & ~town, int(row["pop_rural_2019"]) / PEOPLE_PER_KM2_RURAL * 100 / CELL_HECTARES)
        built |= town | village
    return built


def terrain(ground):
    """A plain at 1.0 m, levees to 2 m along the Hậu, lower ones along the Mỹ Thanh, sand ridges behind the coast."""
    random = np.random.default_rng(SEED + 1)
    broad = rasters.noise(random, (ROWS, COLUMNS), 220)
    height = 1.0 + 0.08 * broad
    height += 0.9 * np.exp(-(ground.from_hau / 500) ** 2)
    height += 0.5 * np.exp(-(ground.from_my_thanh / 300) ** 2)
    for ridge, tall in ((2500, 0.7), (5200, 0.6), (9000, 0.5)):
        height += tall * np.exp(-((ground.from_sea - ridge - 250 * broad) / 220) ** 2) * (ground.from_hau > 1500)
    shore = np.clip(ground.from_sea / 1500, 0, 1)
    height = np.where(ground.dry, 0.3 + (height - 0.3) * shore, 0.0)
    return (np.round(height * 10) / 10).astype(np.float32)


def population(cover, ground, districts):
    """Census by district, spread on built-up ground first and dry ground after it; whole people, exact sums."""
    factor = int(COARSE_CELL / CELL)
    rows_, columns = ROWS // factor, COLUMNS // factor

    def share(mask):
        return mask.reshape(rows_, factor, columns, factor).mean((1, 3))

    codes = district_codes(districts, COARSE_CELL)
    built, dry = share(cover == BUILT_UP), share(ground.dry & (cover != MANGROVE) & ground.province)
    people = np.full((rows_, columns), -1, np.int32)
    people[codes > 0] = 0
    towns_near = sum(_bump(point, 1500, COARSE_CELL, (rows_, columns)) for _, _, point in seats())
    for row in rows("district_facts_soctrang.csv"):
        mine = codes == int(row["gso_code"])
        urban = (built * (towns_near + 1e-3) + 0.001 * dry) * mine
        rural = (built * np.exp(-3 * towns_near) + 0.02 * dry) * mine
        people += largest_remainder(urban, int(row["pop_urban_2019"])) + largest_remainder(rural, int(row["pop_rural_2019"]))
    return people


def largest_remainder(weights, total):
    """Whole numbers in proportion to the weights that add up to the total (Hamilton's method); ties: first cell."""
    if total == 0:
        return np.zeros(weights.shape, np.int32)
    exact = weights.astype(np.float64).ravel() * (total / weights.sum(dtype=np.float64))
    whole = np.floor(exact).astype(np.int64)
    missing = total - whole.sum()
    whole[np.argsort(-(exact - whole), kind="stable")[:missing]] += 1
    return whole.reshape(weights.shape).astype(np.int32)


def build(land_parts, hau, my_thanh, districts, roads, waterways):
    ground = Ground(land_parts, hau, my_thanh, districts, roads, waterways)
    cover = land_cover(ground)
    rasters.write("land-cover", cover, CELL, 0, 1)
    rasters.write("terrain", terrain(ground), CELL, -9999, 3)
    rasters.write("population", population(cover, ground, districts), COARSE_CELL, -1, 1)
