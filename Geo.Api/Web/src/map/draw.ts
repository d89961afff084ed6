import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { language } from '../text/text';
import { choiceOf, layers, type Layer } from '../state/layers';
import { addSource, dropSource, refreshTiles } from './sources';
import { nameIn } from './strokes';
import type { StyleLayer } from './look';

const opacityProperties = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['text-opacity'],
  raster: ['raster-opacity'],
} as const;

/** Makes the map show the layers as the reader has chosen: adds what is new, hides what is not wanted, drops what is gone. */
export function drawLayers(map: MapLibre): void {
  const listed = layers.value;
  for (const layer of listed) drawLayer(map, layer, listed);
  const known = new Set(listed.map((l) => l.id));
  for (const id of ownSources(map)) if (!known.has(id)) removeLayer(map, id);
}

function drawLayer(map: MapLibre, layer: Layer, listed: Layer[]): void {
  const { shown, opacity } = choiceOf(layer);
  if (shown) {
    addSource(map, layer);
    refreshTiles(map, layer);
    addStyle(map, layer, listed);
  }
  layer.look.style.forEach((style, index) => {
    const id = styleId(layer.id, index);
    if (!map.getLayer(id)) return;
    map.setLayoutProperty(id, 'visibility', shown ? 'visible' : 'none');
    for (const property of opacityProperties[style.type]) map.setPaintProperty(id, property, fade(style, property, opacity) as number);
    if (style.type === 'fill') map.setPaintProperty(id, 'fill-color', style.paint?.['fill-color']);
    if (style.type === 'symbol') map.setLayoutProperty(id, 'text-field', nameIn(language.value));
  });
}

function addStyle(map: MapLibre, layer: Layer, listed: Layer[]): void {
  const above = firstAbove(map, layer, listed);
  layer.look.style.forEach((style, index) => {
    const id = styleId(layer.id, index);
    if (!map.getLayer(id)) map.addLayer({ ...style, id, source: layer.id } as LayerSpecification, above);
  });
}

/** The lowest style layer that is drawn above a layer. */
function firstAbove(map: MapLibre, layer: Layer, listed: Layer[]): string | undefined {
  const higher = listed.slice(listed.indexOf(layer) + 1).map((l) => styleId(l.id, 0));
  return higher.find((id) => map.getLayer(id)) ?? (map.getLayer('place') ? 'place' : undefined);
}

/** The opacity of a style layer when its layer is faded: its own times the layer's. */
function fade(style: StyleLayer, property: string, opacity: number): unknown {
  const own = (style.paint as Record<string, unknown> | undefined)?.[property] ?? 1;
  return typeof own === 'number' ? own * opacity : ['*', own, opacity];
}

function removeLayer(map: MapLibre, source: string): void {
  for (const layer of map.getStyle().layers) if ('source' in layer && layer.source === source) map.removeLayer(layer.id);
  dropSource(map, source);
}

function ownSources(map: MapLibre): string[] {
  return Object.keys(map.getStyle().sources).filter((id) => id !== 'place');
}

function styleId(layer: string, index: number): string {
  return `${layer}/${index}`;
}
