import { effect } from '@preact/signals';
import type { Map as MapLibre } from 'maplibre-gl';
import { connection, doubt } from '../state/connection';

/** Tiles that failed while the server was away are asked for again when it is back. */
export function reloadBrokenTiles(map: MapLibre): () => void {
  const broken = new Set<string>();
  map.on('error', (failure) => {
    if (!('sourceId' in failure) || typeof failure.sourceId !== 'string') return;
    broken.add(failure.sourceId);
    doubt();
  });
  return effect(() => {
    if (connection.value.state !== 'ready') return;
    for (const id of broken) if (map.getSource(id)) map.refreshTiles(id);
    broken.clear();
  });
}
