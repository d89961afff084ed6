import { afterEach, expect, test } from 'vitest';
import { date, fixed, hectares, measured, number, percent, unitName, withUnit } from '../src/text/numbers';
import { language } from '../src/text/text';

afterEach(() => {
  language.value = 'vi';
});

test('Vietnamese writes 1.234.567,89 and English 1,234,567.89', () => {
  expect(number(1234567.89, 2)).toBe('1.234.567,89');
  language.value = 'en';
  expect(number(1234567.89, 2)).toBe('1,234,567.89');
});

test('small areas have decimals, large ones none, and the unit stays on the line', () => {
  expect([hectares(3.456), hectares(12345.6)]).toEqual(['3,46\u00A0ha', '12.346\u00A0ha']);
});

test.each([
  [0, '0'],
  [0.01234, '0,0123'],
  [7.891, '7,89'],
  [14.23, '14,2'],
  [1234.5, '1.235'],
  [-45.67, '-45,7'],
])('a measured value %d keeps three digits', (value, written) => expect(measured(value)).toBe(written));

test('shares are percentages and fixed decimals stay', () => {
  expect([percent(0.4), percent(0.0634, 1), fixed(0.5, 3)]).toEqual(['40%', '6,3%', '0,500']);
});

test.each([
  ['2019', '2019', '2019'],
  ['2019-04', 'tháng 4 năm 2019', 'April 2019'],
  ['2025-06-30', '30/06/2025', '30/06/2025'],
  ['mùa khô 2020', 'mùa khô 2020', 'mùa khô 2020'],
])('the date %s keeps its precision', (iso, vietnamese, english) => {
  const inVietnamese = date(iso);
  language.value = 'en';
  expect([inVietnamese, date(iso)]).toEqual([vietnamese, english]);
});

test('units are written as people read them, unknown ones as they stand', () => {
  expect([unitName('[ppth]'), unitName('1'), unitName(null), unitName('furlong')]).toEqual(['‰', '', '', 'furlong']);
  expect([withUnit('5', 'km'), withUnit('5', '')]).toEqual(['5\u00A0km', '5']);
});
