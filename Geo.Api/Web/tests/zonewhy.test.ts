import { afterEach, expect, test } from 'vitest';
import type { AreaCriterion } from '../src/api/types';
import { rangeText, sentences } from '../src/panels/ZoneWhy';
import { language } from '../src/text/text';

afterEach(() => {
  language.value = 'vi';
});

const criterion: AreaCriterion = {
  id: 'canal',
  title: 'Kênh',
  value: { least: 600, mean: 645, greatest: 690 },
  unit: 'm',
  membership: { least: 0.5, mean: 0.6, greatest: 0.7 },
  limitsHectares: 30,
  lifts: [
    { membership: 0.75, value: 442.5, hectares: 12.5 },
    { membership: 1, value: 90, hectares: 40 },
  ],
};

test('values of a zone are shown as mean and range with their unit, equal ones once', () => {
  expect(rangeText(criterion)).toBe('645 (từ 600 đến 690)\u00A0m');
  expect(rangeText({ ...criterion, value: { least: 5, mean: 5, greatest: 5 } })).toBe('5\u00A0m');
  expect(rangeText({ ...criterion, value: null })).toBe('không có');
});

test('of categories the largest is named with its share', () => {
  language.value = 'en';
  const categories = [
    { code: 1, name: 'Ponds', hectares: 30 },
    { code: 2, hectares: 10 },
  ];
  expect(rangeText({ ...criterion, value: null, categories })).toBe('Ponds (75%)');
});

test('what limits, what lifts and what is uncertain is said in words, and nothing where there is nothing', () => {
  language.value = 'en';
  const zone = { hectares: 40, criteria: [criterion], mostLimiting: 'canal', mostLifting: 'canal', mostUncertain: 'canal' };
  expect(sentences(zone)).toEqual([
    '"Kênh" holds 75% of the zone back most.',
    'At its best, "Kênh" alone would lift 40\u00A0ha a class.',
    'The error of "Kênh" matters most here.',
  ]);
  expect(sentences({ hectares: 40, criteria: [criterion] })).toEqual([]);
});
