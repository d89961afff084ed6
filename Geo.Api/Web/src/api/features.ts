import type { Feature, FeatureCollection } from 'geojson';
import { address, getJson } from './http';
import type { FeaturePage } from './types';

const pageSize = 10_000;
const mostPages = 5;

/** Features of a layer; `complete` is false when there are more than the map takes. */
export type LayerFeatures = FeatureCollection & { complete: boolean };

/** The address of a layer's features. */
export function itemsAddress(collection: string, parameters: Record<string, string | number> = {}): string {
  return address(`collections/${encodeURIComponent(collection)}/items`, { f: 'json', ...parameters });
}

/** The features of a layer, page after page, fifty thousand at most. */
export async function allFeatures(collection: string, signal: AbortSignal): Promise<LayerFeatures> {
  const features: Feature[] = [];
  let next: string | undefined = itemsAddress(collection, { limit: pageSize });
  for (let page = 0; page < mostPages && next !== undefined; page++) {
    const answer: FeaturePage = await getJson<FeaturePage>(next, signal);
    features.push(...answer.features);
    next = nextAddress(collection, answer);
  }
  return { type: 'FeatureCollection', features, complete: next === undefined };
}

/** The features of a layer at a place. */
export async function featuresAt(collection: string, longitude: number, latitude: number, signal: AbortSignal): Promise<Feature[]> {
  const bbox = [longitude, latitude, longitude, latitude].join(',');
  return (await getJson<FeaturePage>(itemsAddress(collection, { bbox, limit: 10 }), signal)).features;
}

/** The next page, asked where the map came from: behind a proxy the server may know itself by another name. */
function nextAddress(collection: string, page: FeaturePage): string | undefined {
  const href = page.links?.find((l) => l.rel === 'next')?.href;
  if (href === undefined) return undefined;
  const next = new URL(itemsAddress(collection));
  next.search = new URL(href, next).search;
  return next.href;
}
