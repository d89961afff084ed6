import { language } from './text';

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

/** The tag of the language shown, for Intl. */
export function locale(): string {
  return locales[language.value];
}

/** A number with at most so many decimals, as the language writes it. */
export function number(value: number, decimals = 0): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: decimals }).format(value);
}

/** A number with exactly so many decimals. */
export function fixed(value: number, decimals: number): string {
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

/** A measured value with three significant digits, thousands in full. */
export function measured(value: number): string {
  const decimals = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return number(value, Math.min(decimals, 6));
}

/** A share 0..1 as a percentage. */
export function percent(share: number, decimals = 0): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: decimals }).format(share);
}

/** A number and its unit, never torn apart at the end of a line. */
export function withUnit(written: string, unit: string): string {
  return unit === '' ? written : `${written}\u00A0${unit}`;
}

/** Hectares: whole from 10 upwards, with decimals below. */
export function hectares(value: number): string {
  return withUnit(number(value, value < 10 ? 2 : 0), 'ha');
}

/** An ISO date of any precision (2019, 2019-04, 2019-04-01) as the language writes it; other text as it stands. */
export function date(iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!parts || parts[2] === undefined) return iso;
  const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1)));
  const precision = parts[3] === undefined ? ({ month: 'long', year: 'numeric' } as const) : ({ day: '2-digit', month: '2-digit', year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale(), { ...precision, timeZone: 'UTC' }).format(day);
}

const unitNames: Record<string, { vi: string; en: string }> = {
  '1': { vi: '', en: '' },
  '[ppth]': { vi: '‰', en: '‰' },
  'g/kg': { vi: '‰', en: '‰' },
  '[nmi_i]': { vi: 'hải lý', en: 'nmi' },
  min: { vi: 'phút', en: 'min' },
  deg: { vi: '°', en: '°' },
  'dB[mW]': { vi: 'dBm', en: 'dBm' },
  'dB(mW)': { vi: 'dBm', en: 'dBm' },
  m2: { vi: 'm²', en: 'm²' },
  km2: { vi: 'km²', en: 'km²' },
  'person/km2': { vi: 'người/km²', en: 'people/km²' },
  '{person}': { vi: 'người', en: 'people' },
};

/** A UCUM unit as people write it; an unknown one as it stands. */
export function unitName(unit: string | null | undefined): string {
  return unit ? (unitNames[unit]?.[language.value] ?? unit) : '';
}
