import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import type { Feature, FeatureCollection } from 'geojson';
import { NavigationControl, Popup, type LayerSpecification, type Map as MapLibre, type MapGeoJSONFeature, type MapMouseEvent, type SourceSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { getJson, RequestFailure } from '../api/http';
import type { Collection } from '../api/types';
import { basemap } from '../map/basemap';
import { canDraw, createMap, homeBounds } from '../map/create';
import { genericLook } from '../map/generic';
import type { StyleLayer } from '../map/look';
import { lookOf } from '../map/looks';
import { nameIn } from '../map/strokes';
import { language } from '../text/text';
import { boxAround, boxText, parseBox, type Box } from './boxes';
import { retryTiles } from './retry';

/** Nearer than this a single point says nothing about where it is. */
const nearestZoom = 13;
const own = 'shown';

/**
 * A map in its frame, which says by attributes what to show: the tiles of a layer (`data-tilejson`) or a page of features
 * (`data-features`), or nothing but the ground. What was fetched already is `given`. A frame stays hidden where the browser cannot draw it, or the server does not give what belongs on it.
 */
export async function showMap(frame: HTMLElement, given?: FeatureCollection | Feature): Promise<void> {
  if (!canDraw()) return;
  try {
    await drawIn(frame, given);
  } catch (failure) {
    if (!(failure instanceof RequestFailure)) throw failure;
    frame.hidden = true;
  }
}

async function drawIn(frame: HTMLElement, given?: FeatureCollection | Feature): Promise<void> {
  const { features: address, tilejson } = frame.dataset;
  const features = given ?? (address === undefined ? null : await getJson<FeatureCollection | Feature>(address));
  const bounds = (features && boxAround(features)) ?? parseBox(frame.dataset['bounds']) ?? homeBounds;
  frame.hidden = false;
  const map = await createMap(frame.querySelector<HTMLElement>('[data-canvas]')!, {
    bounds,
    fitBoundsOptions: { padding: 24, maxZoom: nearestZoom },
    cooperativeGestures: true,
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left');
  retryTiles(map);
  offerBox(map);
  await map.once('load');
  await drawGround(map, frame);
  if (features) draw(map, own, { type: 'geojson', data: features }, genericLook(own, '').style);
  else if (tilejson !== undefined) drawTiles(map, frame.dataset['layer']!, tilejson, frame.dataset['geometry'] ?? '');
  offerFeatures(map, frame.dataset['item']);
  tellRest(map, frame);
}

/** Below the features, the quiet ground of the planners' map, as far as this store has its layers. */
async function drawGround(map: MapLibre, frame: HTMLElement): Promise<void> {
  const address = frame.dataset['collections'];
  if (address === undefined) return;
  const { collections } = await getJson<{ collections: Collection[] }>(address);
  const known = new Set(collections.map((c) => c.id));
  const shown = Object.entries(basemap).filter(([id, look]) => look.shown && look.swatch !== null && known.has(id) && id !== frame.dataset['layer']);
  for (const [id, look] of shown.sort(([, a], [, b]) => a.order - b.order)) {
    const tiles = new URL(`collections/${encodeURIComponent(id)}/tilejson`, address).href;
    draw(map, id, { type: 'vector', url: tiles }, look.style, id);
  }
}

function drawTiles(map: MapLibre, layer: string, tilejson: string, geometryType: string): void {
  const key = layer.startsWith('zones-') ? 'zones' : layer;
  draw(map, own, { type: 'vector', url: tilejson }, lookOf(key, geometryType, []).style, layer);
}

function draw(map: MapLibre, id: string, source: SourceSpecification, style: StyleLayer[], sourceLayer?: string): void {
  map.addSource(id, source);
  style.forEach((layer, index) => {
    const named = layer.type === 'symbol' ? { ...layer, layout: { ...layer.layout, 'text-field': nameIn(language.value) } } : layer;
    const whole = { ...named, id: `${id}/${index}`, source: id, ...(sourceLayer === undefined ? {} : { 'source-layer': sourceLayer }) };
    map.addLayer(whole as LayerSpecification);
  });
}

/** A click on a feature leads to its page; `item` is that page's address with `{id}` in it. */
function offerFeatures(map: MapLibre, item: string | undefined): void {
  if (item === undefined) return;
  const at = (point: MapMouseEvent['point']): MapGeoJSONFeature | undefined =>
    map.queryRenderedFeatures(point).find((f) => f.source === own && f.id !== undefined);
  map.on('click', ({ point, lngLat }) => {
    const feature = at(point);
    if (feature) new Popup({ maxWidth: '18rem' }).setLngLat(lngLat).setDOMContent(leadTo(feature, item)).addTo(map);
  });
  map.on('mousemove', ({ point }) => {
    map.getCanvas().style.cursor = at(point) ? 'pointer' : '';
  });
}

function leadTo({ id, properties }: MapGeoJSONFeature, item: string): HTMLElement {
  const link = document.createElement('a');
  link.href = item.replace('{id}', encodeURIComponent(String(id)));
  link.textContent = String(properties[`name_${language.value}`] ?? properties['name'] ?? id);
  return link;
}

/** The view as the box of a form: a button names the field it fills. */
function offerBox(map: MapLibre): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-fill-box]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const bounds = map.getBounds();
      const view: Box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
      document.querySelector<HTMLInputElement>(`#${CSS.escape(button.dataset['fillBox']!)}`)!.value = boxText(view);
    });
  }
}

/** Tells automated checks when all is drawn, as the planners' map does. */
function tellRest(map: MapLibre, frame: HTMLElement): void {
  const idle = async (): Promise<void> => {
    // Letters that arrive late move the page.
    await document.fonts.ready;
    map.triggerRepaint();
    await map.once('idle');
  };
  window.socTrangMap = { map, idle };
  void idle().then(() => (frame.dataset['mapState'] = 'idle'));
}
