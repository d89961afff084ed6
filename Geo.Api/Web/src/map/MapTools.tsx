import type { Map as MapLibre } from 'maplibre-gl';
import { Icon, type IconName } from '../panels/Icon';
import { text } from '../text/text';
import type { TextKey } from '../text/vi';
import { homeBounds } from './create';

const tools: { icon: IconName; title: TextKey; use(map: MapLibre): void }[] = [
  { icon: 'plus', title: 'map.zoomin', use: (map) => map.zoomIn() },
  { icon: 'minus', title: 'map.zoomout', use: (map) => map.zoomOut() },
  { icon: 'home', title: 'map.home', use: (map) => map.fitBounds(homeBounds) },
];

/** Closer, further, the whole area. */
export function MapTools({ map }: { map: MapLibre | null }) {
  return (
    <div class="map-tools">
      {tools.map(({ icon, title, use }) => (
        <button key={icon} type="button" class="icon-button" disabled={map === null} title={text(title)} aria-label={text(title)} onClick={() => map && use(map)}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
