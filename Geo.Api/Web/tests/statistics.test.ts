import type { Feature } from 'geojson';
import { expect, test } from 'vitest';
import { statisticsCsv } from '../src/state/csv';
import { columnsOf, ranged, rowsOf, sorted, totalOf } from '../src/state/statistics';

function district(name: string, s1: number, jobs: number | null): Feature {
  const expected = jobs === null ? {} : { jobs, jobs_low: jobs / 2, jobs_high: jobs * 2 };
  const areas = { area_ha: 100, s1_ha: s1, s2_ha: 20, s3_ha: 5, n_ha: 10, excluded_ha: 4, nodata_ha: 1 };
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] }, properties: { unit_code: name, district: name, district_en: name, ...areas, ...expected } };
}

const rows = rowsOf([district('Trần Đề', 60, 8), district('Cù Lao Dung', 5, null), district('Đại Ngãi', 30, 40)]);

test('rows are sorted by area from the largest', () => {
  expect(sorted(rows, 'S1', true, 'vi').map((r) => r.names.vi)).toEqual(['Trần Đề', 'Đại Ngãi', 'Cù Lao Dung']);
});

test('names are sorted by the Vietnamese alphabet, where Đ follows D', () => {
  expect(sorted(rows, 'name', false, 'vi').map((r) => r.names.vi)).toEqual(['Cù Lao Dung', 'Đại Ngãi', 'Trần Đề']);
});

test('a district without the value comes last when the largest come first', () => {
  expect(sorted(rows, 'jobs', true, 'vi').at(-1)?.names.vi).toBe('Cù Lao Dung');
});

test('the total adds areas, and ranges end by end', () => {
  const total = totalOf(rows);
  expect([total.area, total.classes.S1, total.excluded, total.noData]).toEqual([300, 95, 12, 3]);
  expect([total.jobs, total.output]).toEqual([{ value: 48, low: 24, high: 96 }, null]);
});

test('a value without a range is its own range, and a missing one is none', () => {
  expect(ranged({ jobs: 3 }, 'jobs')).toEqual({ value: 3, low: 3, high: 3 });
  expect([ranged({ jobs: null }, 'jobs'), ranged({}, 'jobs'), ranged(null, 'jobs')]).toEqual([null, null, null]);
});

test('the file starts with the mark that lets Excel read Vietnamese', () => {
  expect(statisticsCsv(rows).startsWith('\uFEFFunit_code,name_vi,name_en,area_ha,s1_ha,')).toBe(true);
});

test('numbers in the file are written for machines, missing ones left empty', () => {
  expect(statisticsCsv(rows).split('\r\n')[2]).toBe('Cù Lao Dung,Cù Lao Dung,Cù Lao Dung,100,5,20,5,10,4,1,,,,,,,,');
});

test('names with separators are quoted, and formulas are defused', () => {
  const [, line] = statisticsCsv(rowsOf([district('=HYPERLINK("x"),A', 1, null)])).split('\r\n');
  expect(line?.startsWith(`"'=HYPERLINK(""x""),A",`)).toBe(true);
});

test('columns without a single value are left out, people are counted where the theme counts them', () => {
  expect(columnsOf(rows)).toEqual(['name', 'area', 'S1', 'S2', 'S3', 'N', 'jobs']);
  const counted = rowsOf([{ ...district('A', 1, null), properties: { ...district('A', 1, null).properties, population: 200, population_covered: 50 } }]);
  expect(columnsOf(counted).at(-1)).toBe('people');
  expect(totalOf([...counted, ...counted]).people).toEqual({ all: 400, covered: 100 });
});
