import { afterEach, expect, test } from 'vitest';
import { en } from '../src/text/en';
import { isLanguage, isText, language, text } from '../src/text/text';
import { vi } from '../src/text/vi';

afterEach(() => {
  language.value = 'vi';
});

test('both dictionaries have the same keys', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
});

test('a text has the same braces in both languages', () => {
  const braces = (words: string): string[] => [...words.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
  for (const key of Object.keys(vi) as (keyof typeof vi)[]) expect([key, braces(en[key])]).toEqual([key, braces(vi[key])]);
});

test('Vietnamese is written in composed letters', () => {
  for (const words of Object.values(vi)) expect(words).toBe(words.normalize('NFC'));
});

test('no text is left empty', () => {
  for (const words of [...Object.values(vi), ...Object.values(en)]) expect(words.trim()).not.toBe('');
});

test('a text is filled in, in the language shown', () => {
  expect(text('layers.info', { layer: 'Đường' })).toBe('Thông tin về Đường');
  language.value = 'en';
  expect(text('layers.info', { layer: 'Đường' })).toBe('About Đường');
});

test('what is filled in is not filled in again', () => {
  expect(text('layers.info', { layer: '{layer}$&' })).toBe('Thông tin về {layer}$&');
});

test('names that only look like keys or languages are refused', () => {
  expect([isText('toString'), isText('class.S9'), isLanguage('fr'), isLanguage(undefined)]).toEqual([false, false, false, false]);
});
