import { expect, test } from 'vitest';
import { formatHash, parseHash } from '../src/state/hash';

const hash = '#map=10.50/9.60120/105.97000&theme=5g&lang=en&layers=districts:100,zones:65';

test('a shared address says view, theme, language and layers', () => {
  const layers = new Map([['districts', 1], ['zones', 0.65]]);
  expect(formatHash({ view: { zoom: 10.5, latitude: 9.6012, longitude: 105.97 }, theme: '5g', language: 'en', layers })).toBe(hash);
});

test('a shared address is read back whole', () => {
  expect(parseHash(hash)).toEqual({
    view: { zoom: 10.5, latitude: 9.6012, longitude: 105.97 },
    theme: '5g',
    language: 'en',
    layers: new Map([['districts', 1], ['zones', 0.65]]),
  });
});

test('layer names with separators survive', () => {
  const layers = new Map([['a,b:c&d=đ', 0.5]]);
  expect(parseHash(formatHash({ layers })).layers).toEqual(layers);
});

test.each(['', '#', '#map=1/2', '#map=a/b/c', '#map=99/9/105', '#map=//', '#lang=fr', '#theme=%E0%A4%A', '#layers', '#nonsense=1&&'])(
  'a broken address %j is passed over',
  (broken) => expect(parseHash(broken)).toEqual({}),
);

test('no layer at all is something else than nothing said about layers', () => {
  expect(parseHash('#layers=').layers).toEqual(new Map());
});
