import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { GeoJSONSource, Map as MapLibre, RasterTileSource } from 'maplibre-gl';
import { address } from '../api/http';
import { allFeatures, type LayerFeatures } from '../api/features';
import type { Grid } from '../api/types';
import { resource, type Resource } from '../state/resource';
import { weighedTiles } from '../state/weights';
import type { Layer } from '../state/layers';

const empty: LayerFeatures = { type: 'FeatureCollection', features: [], complete: true };
const feeds = new Map<string, () => void>();
/** Tiles of each raster source as they were last asked for; the source itself knows them only when it has loaded. */
const addressed = new Map<string, string>();
const fetched = signal<ReadonlyMap<string, ReadonlySignal<Resource<LayerFeatures>>>>(new Map());

/** How the features of a layer stand; null while nobody has asked for them. */
export function featuresOf(id: string): Resource<LayerFeatures> | null {
  return fetched.value.get(id)?.value ?? null;
}

/** Whether features of a layer are on their way. */
export function anyLoading(): boolean {
  return [...fetched.value.values()].some((layer) => layer.value.state === 'loading');
}

/** Adds the source of a layer; features are fetched when it is first shown, and again when the server has been away. */
export function addSource(map: MapLibre, layer: Layer): void {
  if (map.getSource(layer.id)) return;
  if (layer.source.kind === 'grid') {
    const source = tilesOf(layer, layer.source.grid);
    map.addSource(layer.id, { type: 'raster', tileSize: 256, ...source });
    addressed.set(layer.id, source.tiles[0]);
    return;
  }
  map.addSource(layer.id, { type: 'geojson', data: empty, tolerance: 0.2, maxzoom: 16 });
  const features = fetched.peek().get(layer.id) ?? fetchFeatures(layer.id);
  const feed = effect(() => {
    const { state, value } = features.value;
    if (state === 'ready' && value) void map.getSource<GeoJSONSource>(layer.id)?.setData(value);
  });
  feeds.set(layer.id, feed);
}

/** Removes a source that no style layer uses any more; its features stay at hand for the next time. */
export function dropSource(map: MapLibre, id: string): void {
  feeds.get(id)?.();
  feeds.delete(id);
  addressed.delete(id);
  map.removeSource(id);
}

/** Takes over new tile addresses of a grid: a new run has a new version in them, and moved weights stand in them. */
export function refreshTiles(map: MapLibre, layer: Layer): void {
  if (layer.source.kind !== 'grid') return;
  const { tiles } = tilesOf(layer, layer.source.grid);
  if (addressed.get(layer.id) === tiles[0]) return;
  map.getSource<RasterTileSource>(layer.id)?.setTiles(tiles);
  addressed.set(layer.id, tiles[0]);
}

function fetchFeatures(id: string): ReadonlySignal<Resource<LayerFeatures>> {
  const features = resource(() => (abort) => allFeatures(id, abort));
  fetched.value = new Map(fetched.peek()).set(id, features);
  return features;
}

/** Tiles are asked where the map came from, with the version the server gave. */
function tilesOf(layer: Layer, grid: Grid): { tiles: [string]; bounds: [number, number, number, number]; maxzoom: number } {
  const weighed = layer.key === 'suitability' ? weighedTiles.value : null;
  if (weighed !== null) return { tiles: [weighed], bounds: grid.bounds, maxzoom: grid.maxzoom };
  const version = new URL(grid.tiles[0] ?? '', document.baseURI).search;
  const folder = address(`grids/${encodeURIComponent(grid.id)}/tiles/`);
  return { tiles: [`${folder}{z}/{x}/{y}.png${version}`], bounds: grid.bounds, maxzoom: grid.maxzoom };
}
