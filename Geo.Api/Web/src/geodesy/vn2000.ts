import proj4 from 'proj4';

/**
 * VN-2000 / TM-3 105-30 (EPSG:9209) with the datum shift EPSG:6960, the same as the server's. The rotations are written by the
 * position-vector convention that proj4 expects; many pages print them with the opposite signs, which is 0.5 m off.
 */
const vn2000 =
  '+proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 ' +
  '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs';

const converter = proj4('WGS84', vn2000);

/** Metres east and north in VN-2000 of a WGS 84 longitude and latitude in degrees. */
export function toVn2000(longitude: number, latitude: number): { east: number; north: number } {
  const [east, north] = converter.forward([longitude, latitude]) as [number, number];
  return { east, north };
}
