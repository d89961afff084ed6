import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { basemap } from '../src/map/basemap';
import { lookOf } from '../src/map/looks';
import { layerColours, palette } from '../src/map/palette';
import { classColour } from '../src/map/results';

const legend = [
  { from: 1, to: 1, colour: '#111111', label: 'S1' },
  { from: 2, to: 2, colour: '#222222', label: 'S2' },
];

test('a class has the colour of the server, and a colour of its own where the server has none', () => {
  expect([classColour('S1', legend), classColour('S2', legend)]).toEqual(['#111111', '#222222']);
  expect(classColour('N', legend)).toMatch(/^#[0-9a-f]{6}$/);
});

test('zones lie above their grids and below roads, borders and places', () => {
  const order = ['coast', 'suitability', 'classes', 'zones', 'roads', 'districts', 'ports'].map((key) => lookOf(key, 'Polygon', []).order);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('a layer nobody knows is drawn by its geometry, hidden at first, among the others', () => {
  expect(lookOf('my-wells', 'Point', [])).toMatchObject({ group: 'other', shown: false, swatch: { kind: 'point' } });
  expect(lookOf('my-plan', 'MultiPolygon', [])).toMatchObject({ swatch: { kind: 'fill' } });
  expect(lookOf('my-grid', 'Grid', [])).toMatchObject({ style: [{ type: 'raster' }] });
});

test('every bundled layer has the colour here that the styles of the server give it', () => {
  const drawn = Object.entries(basemap).flatMap(([key, { swatch }]) => (swatch === null ? [] : [[key, swatch.colour]]));
  const told = Object.entries(layerColours).map(([key, name]) => [key, palette[name as keyof typeof palette]]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(drawn));
});

test.each([...Object.keys(basemap), 'zones', 'classes', 'suitability', 'unknown'])('the style of %s is valid', (key) => {
  const style = lookOf(key, 'Polygon', legend).style;
  const layers = style.map((layer, index) => ({ ...layer, id: `${index}`, source: layer.type === 'raster' ? 'grid' : 'vector' }));
  const sources = { vector: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }, grid: { type: 'raster', tiles: ['x'] } };
  expect(validateStyleMin({ version: 8, sources, layers } as never)).toEqual([]);
});
