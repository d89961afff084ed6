import type { Feature, GeoJsonProperties } from 'geojson';
import { classNames, type ClassName } from '../map/results';

/** An expected value with its range. */
export interface Ranged {
  value: number;
  low: number;
  high: number;
}

/** What a theme means for one district; areas in hectares. */
export interface DistrictRow {
  code: string;
  names: { vi: string; en: string };
  area: number;
  classes: Record<ClassName, number>;
  excluded: number;
  noData: number;
  output: Ranged | null;
  jobs: Ranged | null;
  people: People | null;
}

/** How many people live there, and how many of them in covered cells. */
export interface People {
  all: number;
  covered: number;
}

/** A column that rows can be sorted by. */
export type Column = 'name' | 'area' | ClassName | 'output' | 'jobs' | 'people';

/** Reads the statistics layer of a theme. */
export function rowsOf(features: Feature[]): DistrictRow[] {
  return features.map(({ properties }) => ({
    code: String(properties?.['unit_code'] ?? ''),
    names: namesOf(properties),
    area: amount(properties, 'area_ha'),
    classes: Object.fromEntries(classNames.map((name) => [name, amount(properties, `${name.toLowerCase()}_ha`)])) as Record<ClassName, number>,
    excluded: amount(properties, 'excluded_ha'),
    noData: amount(properties, 'nodata_ha'),
    output: ranged(properties, 'output_bn_vnd'),
    jobs: ranged(properties, 'jobs'),
    people: peopleOf(properties),
  }));
}

/** An expected value with its range, from the three columns of a layer; null where the theme has none. */
export function ranged(properties: GeoJsonProperties, column: string): Ranged | null {
  const [value, low, high] = [column, `${column}_low`, `${column}_high`].map((name) => properties?.[name] as unknown);
  if (typeof value !== 'number') return null;
  return { value, low: typeof low === 'number' ? low : value, high: typeof high === 'number' ? high : value };
}

/** The sum of all rows. */
export function totalOf(rows: DistrictRow[]): DistrictRow {
  const sum = (pick: (row: DistrictRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  return {
    code: '',
    names: { vi: '', en: '' },
    area: sum((r) => r.area),
    classes: Object.fromEntries(classNames.map((name) => [name, sum((r) => r.classes[name])])) as Record<ClassName, number>,
    excluded: sum((r) => r.excluded),
    noData: sum((r) => r.noData),
    output: sumRanged(rows.map((r) => r.output)),
    jobs: sumRanged(rows.map((r) => r.jobs)),
    people: sumPeople(rows.map((r) => r.people)),
  };
}

/** The columns that have something to show: not every theme has an activity or counts people. */
export function columnsOf(rows: DistrictRow[]): Column[] {
  const optional = (['output', 'jobs', 'people'] as const).filter((column) => rows.some((row) => row[column] !== null));
  return ['name', 'area', ...classNames, ...optional];
}

/** Rows in order of a column; names by the alphabet of the language, numbers from the largest when `descending`. */
export function sorted(rows: DistrictRow[], column: Column, descending: boolean, language: 'vi' | 'en'): DistrictRow[] {
  const alphabet = new Intl.Collator(language);
  const compare = (a: DistrictRow, b: DistrictRow): number =>
    column === 'name' ? alphabet.compare(a.names[language], b.names[language]) : quantity(a, column) - quantity(b, column);
  return [...rows].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
}

function quantity(row: DistrictRow, column: Exclude<Column, 'name'>): number {
  if (column === 'area') return row.area;
  if (column === 'people') return row.people?.covered ?? -Infinity;
  if (column === 'output' || column === 'jobs') return row[column]?.value ?? -Infinity;
  return row.classes[column];
}

function sumRanged(values: (Ranged | null)[]): Ranged | null {
  const known = values.filter((v) => v !== null);
  if (known.length === 0) return null;
  return known.reduce((a, b) => ({ value: a.value + b.value, low: a.low + b.low, high: a.high + b.high }));
}

function peopleOf(properties: GeoJsonProperties): People | null {
  return typeof properties?.['population'] === 'number' ? { all: properties['population'], covered: amount(properties, 'population_covered') } : null;
}

function sumPeople(values: (People | null)[]): People | null {
  const known = values.filter((v) => v !== null);
  return known.length === 0 ? null : known.reduce((a, b) => ({ all: a.all + b.all, covered: a.covered + b.covered }));
}

function amount(properties: GeoJsonProperties, column: string): number {
  const value = properties?.[column] as unknown;
  return typeof value === 'number' ? value : 0;
}

function namesOf(properties: GeoJsonProperties): { vi: string; en: string } {
  const vi = String(properties?.['district'] ?? properties?.['unit_code'] ?? '');
  return { vi, en: String(properties?.['district_en'] ?? vi) };
}
