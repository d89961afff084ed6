import type { LegendEntry } from '../api/types';
import { basemap } from './basemap';
import { genericLook } from './generic';
import { resultLook } from './results';
import type { Look } from './look';

export { groups, type Group, type Look, type StyleLayer, type Swatch } from './look';

/** How a layer is drawn: designed for those we know, by kind of geometry for those a reader has brought. */
export function lookOf(key: string, geometryType: string, classes: LegendEntry[]): Look {
  return resultLook(key, classes) ?? basemap[key] ?? genericLook(key, geometryType);
}
