import { Map as MapLibre, ScaleControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { text } from '../text/text';
import { view } from '../state/choices';
import { palette } from './palette';

// Without it the bundled map looks for its worker where there is none, and stays blank.
setWorkerUrl(worker);

/** West, south, east, north of the coast of Sóc Trăng with its sea. */
export const homeBounds: [number, number, number, number] = [105.52, 9.2, 106.42, 9.98];

/** Where the map may go: far enough to see the neighbours, not the empty rest of the world. */
const widestBounds: [number, number, number, number] = [103.0, 7.5, 109.0, 12.0];

/** No `glyphs`: names are drawn from the page's own fonts. No foreign address at all. */
const ground: StyleSpecification = {
  version: 8,
  sources: { place: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    {
      id: 'place',
      type: 'circle',
      source: 'place',
      paint: {
        'circle-radius': 5,
        'circle-color': palette.halo,
        'circle-stroke-width': 3,
        'circle-stroke-color': palette.ink,
      },
    },
  ],
};

/** Whether this browser can draw the map at all. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** A map in a container, where the address says or else on the whole area, with its own fonts loaded first. */
export async function createMap(container: HTMLElement): Promise<MapLibre> {
  // Otherwise the first tiles keep the letters of a fallback face.
  await document.fonts.load('16px "Be Vietnam Pro"', 'Sóc Trăng');
  const start = view.peek();
  const map = new MapLibre({
    container,
    style: ground,
    ...(start ? { center: [start.longitude, start.latitude], zoom: start.zoom } : { bounds: homeBounds }),
    maxBounds: widestBounds,
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: { 'Map.Title': text('map.label') },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-right');
  return map;
}
