import type { ExpressionSpecification } from 'maplibre-gl';
import type { LegendEntry } from '../api/types';
import { line } from './strokes';
import type { Look } from './look';
import { classColours, palette } from './palette';

/** The classes in order; their place, from 1, is the number in the grid of classes. */
export const classNames = ['S1', 'S2', 'S3', 'N'] as const;
export type ClassName = (typeof classNames)[number];

/** The colour of a class: the one of the grid's legend, so that zones and grid agree. */
export function classColour(name: string, legend: LegendEntry[]): string {
  const code = classNames.indexOf(name as ClassName) + 1;
  return legend.find((entry) => entry.from === code)?.colour ?? classColours[name] ?? palette.other;
}

/** How the results of a theme are drawn; null for other layers. */
export function resultLook(key: string, legend: LegendEntry[]): Look | null {
  const base = { group: 'results', swatch: null } as const;
  if (key === 'zones') return { ...base, order: 40, shown: true, opacity: 0.85, style: zones(legend) };
  if (key === 'classes') return { ...base, order: 31, shown: false, opacity: 0.8, style: raster('nearest') };
  if (key === 'suitability') return { ...base, order: 30, shown: false, opacity: 0.8, style: raster('linear') };
  return null;
}

function raster(resampling: 'nearest' | 'linear'): Look['style'] {
  return [{ type: 'raster', paint: { 'raster-resampling': resampling, 'raster-fade-duration': 0 } }];
}

function zones(legend: LegendEntry[]): Look['style'] {
  const pairs = classNames.flatMap((name) => [name, classColour(name, legend)]);
  const colour = ['match', ['get', 'class'], ...pairs, palette.other] as unknown as ExpressionSpecification;
  return [
    { type: 'fill', paint: { 'fill-color': colour, 'fill-antialias': false } },
    { ...line(palette.ink, 0.5), minzoom: 11 },
  ];
}
