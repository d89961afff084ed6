import { toVn2000 } from '../geodesy/vn2000';
import { fixed } from '../text/numbers';
import { text } from '../text/text';

/** A place in both systems: VN-2000 as on paper maps, WGS 84 as in a phone. */
export function Coordinates({ longitude, latitude }: { longitude: number; latitude: number }) {
  const { east, north } = toVn2000(longitude, latitude);
  return (
    <dl class="coordinates">
      <div>
        <dt>{text('point.vn2000')}</dt>
        <dd>{text('point.xy', { north: fixed(north, 1), east: fixed(east, 1) })}</dd>
      </div>
      <div>
        <dt>{text('point.wgs84')}</dt>
        <dd>{text('point.latlon', { lat: fixed(latitude, 5), lon: fixed(longitude, 5) })}</dd>
      </div>
    </dl>
  );
}
