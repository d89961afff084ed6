import { useSignal } from '@preact/signals';
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'preact/hooks';
import { place } from '../state/choices';
import { Coordinates } from '../panels/Coordinates';
import { text } from '../text/text';

/** Coordinates under the pointer; without a pointer those of the place asked about, or of the middle of the map. */
export function PointerPosition({ map }: { map: MapLibre | null }) {
  const position = useSignal<{ longitude: number; latitude: number } | null>(null);
  useEffect(() => {
    if (map === null) return undefined;
    const follow = ({ lngLat }: MapMouseEvent): void => {
      position.value = { longitude: lngLat.lng, latitude: lngLat.lat };
    };
    const leave = (): void => {
      position.value = null;
    };
    map.on('mousemove', follow);
    map.on('mouseout', leave);
    return () => {
      map.off('mousemove', follow);
      map.off('mouseout', leave);
    };
  }, [map]);
  const shown = position.value ?? place.value;
  if (shown === null) return null;
  return (
    <div class="pointer" role="group" aria-label={text('map.pointer')}>
      <Coordinates {...shown} />
    </div>
  );
}
