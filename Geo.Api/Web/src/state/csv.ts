import { classNames } from '../map/results';
import type { DistrictRow } from './statistics';

/** Without this mark Excel reads Vietnamese letters as something else. */
const byteOrderMark = '\uFEFF';

type Field = string | number;
const noRange: Field[] = ['', '', ''];

/** The statistics as a file for spreadsheets (RFC 4180): numbers as machines write them, names in both languages. */
export function statisticsCsv(rows: DistrictRow[]): string {
  const ranged = ['output_bn_vnd', 'jobs'].flatMap((name) => [name, `${name}_low`, `${name}_high`]);
  const head = ['unit_code', 'name_vi', 'name_en', 'area_ha', ...classNames.map((name) => `${name.toLowerCase()}_ha`), 'excluded_ha', 'nodata_ha', ...ranged, 'population', 'population_covered'];
  const lines = rows.map((row): Field[] => [
    row.code,
    row.names.vi,
    row.names.en,
    row.area,
    ...classNames.map((name) => row.classes[name]),
    row.excluded,
    row.noData,
    ...[row.output, row.jobs].flatMap((value) => (value ? [value.value, value.low, value.high] : noRange)),
    ...(row.people ? [row.people.all, row.people.covered] : ['', '']),
  ]);
  return byteOrderMark + [head as Field[], ...lines].map((line) => line.map(field).join(',') + '\r\n').join('');
}

function field(value: Field): string {
  const written = typeof value === 'number' ? String(Number(value.toFixed(3))) : neutral(value);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

/** A name that a spreadsheet would take for a formula becomes plain text. */
function neutral(name: string): string {
  return /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
}

/** Hands a text to the reader as a file. */
export function download(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
