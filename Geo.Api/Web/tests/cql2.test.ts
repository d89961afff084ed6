import { expect, test } from 'vitest';
import { condition, joined, suits } from '../src/pages/cql2';

test('each kind of value is written as CQL2 asks (OGC 21-065r2, annex B)', () => {
  expect(condition('people', 'number', 'ge', '1e3')).toBe('"people" >= 1000');
  expect(condition('since', 'date', 'lt', '2025-07-01')).toBe('"since" < DATE(\'2025-07-01\')');
  expect(condition('seen', 'datetime', 'gt', '2025-07-01T08:30')).toBe('"seen" > TIMESTAMP(\'2025-07-01T08:30:00Z\')');
  expect(condition('coastal', 'boolean', 'true', '')).toBe('"coastal" = TRUE');
  expect(condition('name', 'text', 'null', '')).toBe('"name" IS NULL');
});

test('quotes, backslashes and the signs of patterns stay what they are', () => {
  expect(condition('a"b', 'text', 'eq', "O'Brien\\")).toBe(`"a""b" = 'O''Brien\\\\'`);
  expect(condition('n', 'text', 'contains', '50%_')).toBe(`CASEI(ACCENTI("n")) LIKE CASEI(ACCENTI('%50\\\\%\\\\_%'))`);
});

test('what is no value of its kind makes no condition', () => {
  expect([condition('n', 'number', 'eq', 'many'), condition('n', 'number', 'eq', ' '), condition('d', 'date', 'eq', '1 July'), condition('t', 'datetime', 'eq', 'now')]).toEqual([null, null, null, null]);
});

test('only operators that say something about a kind of value are offered', () => {
  expect(['eq', 'lt', 'contains', 'true', 'null'].filter((o) => suits(o, 'text'))).toEqual(['eq', 'contains', 'null']);
  expect(['eq', 'lt', 'contains', 'true', 'null'].filter((o) => suits(o, 'date'))).toEqual(['eq', 'lt', 'null']);
  expect(['eq', 'lt', 'contains', 'true', 'null'].filter((o) => suits(o, 'boolean'))).toEqual(['true', 'null']);
});

test('a filter that is there is kept', () => {
  expect(joined(' ', 'b = 2', 'AND')).toBe('b = 2');
  expect(joined('a = 1', 'b = 2', 'OR')).toBe('(a = 1) OR b = 2');
});
