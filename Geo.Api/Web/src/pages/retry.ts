import type { Map as MapLibre } from 'maplibre-gl';

const pauseMilliseconds = 3000;
const mostTries = 5;

/** Tiles that a busy server has refused are asked for again, some times. */
export function retryTiles(map: MapLibre): void {
  let tries = 0;
  map.on('error', (failure) => {
    const source = 'sourceId' in failure && typeof failure.sourceId === 'string' ? failure.sourceId : null;
    if (source === null || ++tries > mostTries) return console.error(failure.error);
    setTimeout(() => map.getSource(source) && map.refreshTiles(source), pauseMilliseconds);
  });
}
