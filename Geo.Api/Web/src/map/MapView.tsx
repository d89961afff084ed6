import { effect, useSignal } from '@preact/signals';
import type { GeoJSONSource, LngLat, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'preact/hooks';
import 'maplibre-gl/dist/maplibre-gl.css';
import { theme } from '../state/catalogue';
import { narrow, panels, place, view } from '../state/choices';
import { text } from '../text/text';
import { canDraw, createMap, homeBounds, widestBounds, type Framing } from './create';
import { drawLayers } from './draw';
import { watchIdle } from './idle';
import { MapTools } from './MapTools';
import { PointerPosition } from './PointerPosition';
import { reloadBrokenTiles } from './recovery';

/** Width of the answer with some air around it. */
const answerPixels = 520;

/** The map itself with its tools. */
export function MapView() {
  const container = useRef<HTMLDivElement>(null);
  const map = useSignal<MapLibre | null>(null);
  const drawable = useRef(canDraw()).current;

  useEffect(() => {
    if (!drawable) return undefined;
    const ending = new AbortController();
    void createMap(container.current!, framing()).then((created) => {
      if (ending.signal.aborted) return created.remove();
      map.value = created;
      for (const stop of attach(created, container.current!)) ending.signal.addEventListener('abort', stop);
    });
    return () => {
      ending.abort();
      map.peek()?.remove();
    };
  }, []);

  if (!drawable) return <p class="map-unsupported">{text('map.unsupported')}</p>;
  return (
    <div class="map" role="application" aria-label={text('map.summary', { theme: theme.value?.title ?? '–' })}>
      <div class="map-canvas" data-map-state="loading" ref={container} />
      <MapTools map={map.value} />
      <PointerPosition map={map.value} />
    </div>
  );
}

/** Where the address says, or else the whole area. */
function framing(): Framing {
  const start = view.peek();
  return { maxBounds: widestBounds, ...(start ? { center: [start.longitude, start.latitude], zoom: start.zoom } : { bounds: homeBounds }) };
}

/** Ties a new map to the state of the page; gives what unties it. */
function attach(map: MapLibre, container: HTMLElement): (() => void)[] {
  map.on('moveend', () => {
    const { lng, lat } = map.getCenter();
    view.value = { zoom: map.getZoom(), latitude: lat, longitude: lng };
  });
  map.on('click', ({ lngLat }) => askAbout(map, lngLat));
  map.getCanvas().addEventListener('keydown', (key) => {
    if (key.key === 'Enter') askAbout(map, map.getCenter());
  });
  const whenLoaded: (() => void)[] = [];
  map.once('load', () => whenLoaded.push(effect(() => drawLayers(map)), effect(() => markPlace(map)), reloadBrokenTiles(map)));
  return [watchIdle(map, container), () => whenLoaded.forEach((stop) => stop())];
}

function askAbout(map: MapLibre, { lng, lat }: LngLat): void {
  place.value = { longitude: lng, latitude: lat };
  // The answer covers the lower part of a phone, or the right of a wide screen: the place moves out of its way.
  if (narrow()) {
    panels.value = { controls: false, districts: false };
    map.easeTo({ center: [lng, lat], offset: [0, -0.3 * map.getContainer().clientHeight] });
    return;
  }
  const covered = map.project([lng, lat]).x - (map.getContainer().clientWidth - answerPixels);
  if (covered > 0) map.panBy([covered, 0]);
}

function markPlace(map: MapLibre): void {
  const features = place.value === null ? [] : [pointAt(place.value)];
  void map.getSource<GeoJSONSource>('place')?.setData({ type: 'FeatureCollection', features });
}

function pointAt({ longitude, latitude }: { longitude: number; latitude: number }): GeoJSON.Feature {
  return { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [longitude, latitude] } };
}
