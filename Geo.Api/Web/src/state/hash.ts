import { isLanguage, type Language } from '../text/text';

/** Where the map looks. */
export interface View {
  zoom: number;
  latitude: number;
  longitude: number;
}

/** What the address keeps, so that a link shows the same map; what it does not say is left out. */
export interface Shared {
  view?: View;
  theme?: string;
  language?: Language;
  /** Layers shown, with their opacity 0..1. */
  layers?: ReadonlyMap<string, number>;
}

/** The part of the address after the hash sign. */
export function formatHash({ view, theme, language, layers }: Shared): string {
  const parts: string[] = [];
  if (view) parts.push(`map=${[view.zoom.toFixed(2), view.latitude.toFixed(5), view.longitude.toFixed(5)].join('/')}`);
  if (theme) parts.push(`theme=${encodeURIComponent(theme)}`);
  if (language) parts.push(`lang=${language}`);
  if (layers) parts.push(`layers=${[...layers].map(([id, opacity]) => `${encodeURIComponent(id)}:${Math.round(opacity * 100)}`).join(',')}`);
  return `#${parts.join('&')}`;
}

/** Reads such a part; whatever is broken in it is passed over. */
export function parseHash(hash: string): Shared {
  const fields = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part) => part.split(/=(.*)/s, 2) as [string, string | undefined]),
  );
  const shared: Shared = {};
  const view = parseView(fields.get('map'));
  const theme = decode(fields.get('theme'));
  const language = fields.get('lang');
  const layers = parseLayers(fields.get('layers'));
  if (view) shared.view = view;
  if (theme) shared.theme = theme;
  if (isLanguage(language)) shared.language = language;
  if (layers) shared.layers = layers;
  return shared;
}

function parseView(field: string | undefined): View | null {
  const [zoom, latitude, longitude] = (field ?? '').split('/').map((n) => (n === '' ? NaN : Number(n)));
  if (zoom === undefined || latitude === undefined || longitude === undefined) return null;
  const sane = zoom >= 0 && zoom <= 24 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return sane ? { zoom, latitude, longitude } : null;
}

function parseLayers(field: string | undefined): Map<string, number> | null {
  if (field === undefined) return null;
  const layers = new Map<string, number>();
  for (const part of field.split(',')) {
    const [, name, opacity] = /^(.+):(\d{1,3})$/.exec(part) ?? [];
    const id = decode(name);
    if (id) layers.set(id, Math.min(Number(opacity), 100) / 100);
  }
  return layers;
}

function decode(field: string | undefined): string | null {
  try {
    return field === undefined ? null : decodeURIComponent(field);
  } catch {
    return null;
  }
}
