import { line, pointLabel } from './strokes';
import type { Look, StyleLayer, Swatch } from './look';
import { palette } from './palette';

const isPolygon: ['==', ['geometry-type'], 'Polygon'] = ['==', ['geometry-type'], 'Polygon'];
const isPoint: ['==', ['geometry-type'], 'Point'] = ['==', ['geometry-type'], 'Point'];

/** A layer we know nothing about but its kind of geometry: somebody's own. */
export function genericLook(key: string, geometryType: string): Look {
  if (geometryType === 'Grid') return { group: 'other', order: 25, shown: false, opacity: 0.8, swatch: null, style: [{ type: 'raster', paint: { 'raster-fade-duration': 0 } }] };
  const label = key === '' ? [] : [pointLabel(palette.quietInk, 11.5, 11)];
  const style: StyleLayer[] = [
    { type: 'fill', filter: isPolygon, paint: { 'fill-color': palette.other, 'fill-opacity': 0.25 } },
    { ...line(palette.other, 1.5), filter: ['!', isPoint] },
    { type: 'circle', filter: isPoint, paint: { 'circle-color': palette.other, 'circle-radius': 4, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 1 } },
    ...label,
  ];
  return { group: 'other', order: 85, shown: false, opacity: 1, swatch: swatchOf(geometryType), style };
}

function swatchOf(geometryType: string): Swatch {
  if (geometryType.includes('Polygon')) return { kind: 'fill', colour: palette.other };
  return { kind: geometryType.includes('Line') ? 'line' : 'point', colour: palette.other };
}
