import type { ExpressionSpecification } from 'maplibre-gl';
import { areaLabel, line, pointLabel } from './strokes';
import type { Look } from './look';
import { palette } from './palette';

const planned: ExpressionSpecification = ['==', ['get', 'state'], 'planned'];
const byRoadClass: ExpressionSpecification = ['match', ['get', 'class'], 'expressway', palette.expressway, palette.road];

/** The bundled layers: a quiet ground of land and water, then lines, then places. */
export const basemap: Record<string, Look> = {
  coast: look('sea', 10, true, { kind: 'fill', colour: palette.land, outline: palette.shore }, [
    { type: 'fill', paint: { 'fill-color': ['match', ['get', 'level'], 2, palette.sea, 4, palette.sea, palette.land] } },
    line(palette.shore, 0.8),
  ]),
  estuary: look('sea', 12, true, { kind: 'fill', colour: palette.estuary, outline: palette.shore }, [
    { type: 'fill', paint: { 'fill-color': palette.estuary } },
    line(palette.shore, 0.6),
  ]),
  'land-cover': raster(20, true),
  terrain: raster(21, false),
  population: raster(22, false),
  'sea-bands': look('sea', 50, true, { kind: 'line', colour: palette.band, dash: '6 3' }, [
    { type: 'fill', paint: { 'fill-color': palette.band, 'fill-opacity': ['match', ['get', 'band_nm'], 3, 0.1, 0.05] } },
    line(palette.band, 1.1, [5, 3]),
    areaLabel(palette.band, 11, 9),
  ]),
  shoreline: look('sea', 51, false, { kind: 'line', colour: palette.shore }, [line(palette.shore, 1.6)]),
  'estuary-mouths': look('sea', 52, false, { kind: 'line', colour: palette.river, dash: '2 2' }, [line(palette.river, 1.6, [2, 1.5])]),
  waterways: look('infrastructure', 60, false, { kind: 'line', colour: palette.river }, [line(palette.river, 1.8)]),
  roads: look('infrastructure', 61, true, { kind: 'line', colour: palette.road }, [
    line(palette.halo, 3.4),
    { ...line(byRoadClass, 1.7), filter: ['!', planned] },
    { ...line(byRoadClass, 1.7, [3, 2]), filter: planned },
  ]),
  districts: look('administration', 70, true, { kind: 'line', colour: palette.border, dash: '5 2 1 2' }, [
    line(palette.border, 1.1, [5, 2, 1, 2]),
    areaLabel(palette.ink, 13, 8.5),
  ]),
  communes: places('administration', 80, false, palette.commune, 2.6, 10.5),
  settlements: places('administration', 81, false, palette.settlement, 2.2, 10.5),
  'salinity-stations': places('environment', 82, false, palette.station, 4.5, 9.5),
  masts: places('infrastructure', 83, false, palette.mast, 3.6, 11),
  ports: places('infrastructure', 84, true, palette.port, 4.6, 9),
};

function look(group: Look['group'], order: number, shown: boolean, swatch: Look['swatch'], style: Look['style']): Look {
  return { group, order, shown, opacity: 1, swatch, style };
}

function raster(order: number, categorical: boolean): Look {
  return {
    group: 'environment',
    order,
    shown: false,
    opacity: 0.8,
    swatch: null,
    style: [{ type: 'raster', paint: { 'raster-resampling': categorical ? 'nearest' : 'linear', 'raster-fade-duration': 0 } }],
  };
}

function places(group: Look['group'], order: number, shown: boolean, colour: string, radius: number, labelsFrom: number): Look {
  return look(group, order, shown, { kind: 'point', colour, outline: palette.halo }, [
    { type: 'circle', paint: { 'circle-color': colour, 'circle-radius': radius, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 1.2 } },
    pointLabel(palette.quietInk, 11.5, labelsFrom),
  ]);
}
