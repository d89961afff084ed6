import { expect, test } from 'vitest';
import { shareOf, startingPoints, weightsText } from '../src/state/points';

test('weights become points, and where only a run knows them all begin alike', () => {
  expect([...startingPoints([{ id: 'a', weight: 0.335 }, { id: 'b', weight: 0.665 }]).values()]).toEqual([34, 67]);
  expect([...startingPoints([{ id: 'a' }, { id: 'b', weight: null }]).values()]).toEqual([50, 50]);
});

test('points are written as the server takes them, and shares are of the whole', () => {
  const points = new Map([
    ['water-source', 30],
    ['road', 10],
  ]);
  expect(weightsText(points)).toBe('water-source:30,road:10');
  expect([shareOf(points, 'road'), shareOf(points, 'none'), shareOf(new Map([['a', 0]]), 'a')]).toEqual([0.25, 0, 0]);
});
