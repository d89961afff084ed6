import { expect, test } from 'vitest';
import { boxAround, boxText, parseBox } from '../src/pages/boxes';

const collection = (...geometries: (GeoJSON.Geometry | null)[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }) as GeoJSON.Feature),
});

test('a box holds every position of every kind of geometry', () => {
  const box = boxAround(
    collection(
      null,
      { type: 'Point', coordinates: [105.9, 9.6, 3] },
      { type: 'MultiPolygon', coordinates: [[[[106, 9], [106.5, 9], [106.5, 9.5], [106, 9]]]] },
      { type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: [[104, 10], [105, 8]] }] },
    ),
  );
  expect(box).toEqual([104, 8, 106.5, 10]);
});

test('a feature by itself has a box too', () => {
  expect(boxAround({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [106, 9.6] } })).toEqual([106, 9.6, 106, 9.6]);
});

test('nothing with a place has no box', () => {
  expect([boxAround(collection()), boxAround(collection(null, { type: 'Polygon', coordinates: [] }))]).toEqual([null, null]);
});

test('a view is written as the server reads it', () => {
  expect(boxText([105.123456789, 9.2, 106.4, 9.98])).toBe('105.12346,9.2,106.4,9.98');
  expect(boxText([170, -20, 190, -10])).toBe('170,-20,-170,-10');
  expect(boxText([-400, -95, 400, 95])).toBe('-180,-90,180,90');
});

test('four numbers are a box and nothing else is', () => {
  expect(parseBox('105.5,9.2,106.4,9.98')).toEqual([105.5, 9.2, 106.4, 9.98]);
  expect([parseBox(undefined), parseBox('1,2,3'), parseBox('1,2,,4'), parseBox('a,b,c,d')]).toEqual([null, null, null, null]);
});
