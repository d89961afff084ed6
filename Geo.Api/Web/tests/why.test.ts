import { afterEach, expect, test } from 'vitest';
import type { CriterionExplanation, InputLayer, Status } from '../src/api/types';
import { valueText } from '../src/panels/CriteriaTable';
import { byTrust, cautions } from '../src/state/cautions';
import { language } from '../src/text/text';

afterEach(() => {
  language.value = 'vi';
});

const criterion: CriterionExplanation = { id: 'x', title: 'x', value: 14.23, membership: 0.5, weight: 0.4, contribution: 0.2, isStartingValue: false };

test('a value is shown with its unit, in the language', () => {
  expect(valueText({ ...criterion, unit: '[ppth]' })).toBe('14,2\u00A0‰');
  language.value = 'en';
  expect(valueText({ ...criterion, value: 1234.5, unit: 'm' })).toBe('1,235\u00A0m');
});

test('a category is shown by its name, not by its code', () => {
  expect(valueText({ ...criterion, value: 4, category: 'Rừng ngập mặn' })).toBe('Rừng ngập mặn');
});

test('a missing value is said to be missing, and zero is a value', () => {
  expect([valueText({ ...criterion, value: null }), valueText({ ...criterion, value: 0, unit: 'm' })]).toEqual(['không có', '0\u00A0m']);
});

test('the least trustworthy inputs are named first, surveyed ones are no caution', () => {
  const input = (status: Status): InputLayer => ({ id: status, title: { vi: status, en: status }, status, source: '' });
  const inputs = (['surveyed', 'schematic', 'synthetic', 'generalised', 'modelled'] as const).map(input);
  expect(cautions(inputs).map((i) => i.id)).toEqual(['synthetic', 'modelled', 'schematic', 'generalised']);
  expect(byTrust(inputs).at(-1)?.id).toBe('surveyed');
});
