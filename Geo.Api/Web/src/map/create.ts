import { Map as MapLibre, ScaleControl, setWorkerUrl, type MapOptions, type StyleSpecification } from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { text } from '../text/text';
import { palette } from './palette';

// Without it the bundled map looks for its worker where there is none, and stays blank.
setWorkerUrl(worker);

/** West, south, east, north of the coast of Sóc Trăng with its sea. */
export const homeBounds: [number, number, number, number] = [105.52, 9.2, 106.42, 9.98];

/** Where the map may go: far enough to see the neighbours, not the empty rest of the world. */
export const widestBounds: [number, number, number, number] = [103.0, 7.5, 109.0, 12.0];

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

/** Where a map looks and may go. */
export type Framing = Pick<MapOptions, 'center' | 'zoom' | 'bounds' | 'fitBoundsOptions' | 'maxBounds' | 'cooperativeGestures'>;

/** A map in a container, with its own fonts loaded first. */
export async function createMap(container: HTMLElement, framing: Framing): Promise<MapLibre> {
  // Otherwise the first tiles keep the letters of a fallback face.
  await document.fonts.load('16px "Be Vietnam Pro"', 'Sóc Trăng');
  const map = new MapLibre({
    container,
    style: ground,
    ...framing,
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': text('map.label'),
      'NavigationControl.ZoomIn': text('map.zoomin'),
      'NavigationControl.ZoomOut': text('map.zoomout'),
      'Popup.Close': text('app.close'),
      'CooperativeGesturesHandler.WindowsHelpText': text('map.wheel'),
      'CooperativeGesturesHandler.MacHelpText': text('map.wheel.mac'),
      'CooperativeGesturesHandler.MobileHelpText': text('map.fingers'),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-right');
  return map;
}
