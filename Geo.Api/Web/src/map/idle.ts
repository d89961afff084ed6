import { effect } from '@preact/signals';
import type { Map as MapLibre } from 'maplibre-gl';
import { collections, districts, grids, run, scenarios } from '../state/catalogue';
import { anyLoading } from './sources';

declare global {
  interface Window {
    /** For automated checks: the map, and a promise that everything asked for has been fetched and drawn. */
    socTrangMap?: { map: MapLibre; idle(): Promise<void> };
  }
}

/** Tells on the container, and on the window, whether the map is at rest: `data-map-state` is `loading` or `idle`. */
export function watchIdle(map: MapLibre, container: HTMLElement): () => void {
  let drawn = false;
  let waiting: (() => void)[] = [];
  const tell = (): void => {
    const idle = drawn && !fetching();
    container.dataset['mapState'] = idle ? 'idle' : 'loading';
    if (!idle) return;
    for (const done of waiting) done();
    waiting = [];
  };
  map.on('idle', () => {
    drawn = true;
    tell();
  });
  map.on('render', () => {
    drawn = false;
    container.dataset['mapState'] = 'loading';
  });
  const stop = effect(() => {
    fetching();
    // What has just been fetched is drawn in a later frame: the map says when.
    drawn = false;
    map.triggerRepaint();
  });
  const idle = (): Promise<void> =>
    new Promise((done) => {
      waiting.push(done);
      map.triggerRepaint();
    });
  window.socTrangMap = { map, idle };
  return stop;
}

function fetching(): boolean {
  const lists = [collections, grids, scenarios, run, districts].map((list) => list.value.state);
  return lists.includes('loading') || anyLoading();
}
