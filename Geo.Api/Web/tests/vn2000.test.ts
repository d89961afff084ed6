import { expect, test } from 'vitest';
import { toVn2000 } from '../src/geodesy/vn2000';

test('the published check point of VN-2000 is met to a millimetre', () => {
  const { east, north } = toVn2000(105.97, 9.6);
  expect(Math.abs(east - 551391.972)).toBeLessThan(0.001);
  expect(Math.abs(north - 1061653.388)).toBeLessThan(0.001);
});
