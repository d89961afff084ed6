import type { ExpressionSpecification } from 'maplibre-gl';
import type { StyleLayer } from './look';
import { palette } from './palette';

/** The typeface of the map: drawn from the page's own font files, never fetched as glyphs. */
export const mapFont = ['Be Vietnam Pro'];

/** The name of a feature; the map replaces it by the one of the language shown. */
export function nameIn(language: string): ExpressionSpecification {
  const other = language === 'vi' ? 'en' : 'vi';
  return ['coalesce', ['get', `name_${language}`], ['get', `name_${other}`], ['get', 'station'], ['get', 'site'], ['get', 'name'], ''];
}

/** A line of a constant width in pixels. */
export function line(colour: string | ExpressionSpecification, width: number, dash?: number[]): Extract<StyleLayer, { type: 'line' }> {
  return {
    type: 'line',
    layout: { 'line-join': 'round', 'line-cap': dash ? 'butt' : 'round' },
    paint: { 'line-color': colour, 'line-width': width, ...(dash ? { 'line-dasharray': dash } : {}) },
  };
}

/** A name in the middle of an area. */
export function areaLabel(colour: string, size: number, fromZoom: number): StyleLayer {
  return {
    type: 'symbol',
    minzoom: fromZoom,
    layout: { 'text-field': nameIn('vi'), 'text-font': mapFont, 'text-size': size, 'text-max-width': 7, 'text-padding': 4 },
    paint: { 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  };
}

/** A name beside a point. */
export function pointLabel(colour: string, size: number, fromZoom: number): StyleLayer {
  return {
    type: 'symbol',
    minzoom: fromZoom,
    layout: {
      'text-field': nameIn('vi'),
      'text-font': mapFont,
      'text-size': size,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.7,
      'text-justify': 'auto',
      'text-padding': 3,
    },
    paint: { 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  };
}
