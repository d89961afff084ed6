import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** West, south, east, north in degrees. */
export type Box = [west: number, south: number, east: number, north: number];

const decimals = 5;

/** The box around all geometries; null when there is none. */
export function boxAround(shown: FeatureCollection | Feature): Box | null {
  const features = shown.type === 'Feature' ? [shown] : shown.features;
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) for (const position of positionsOf(geometry)) widen(box, position);
  return box[0] > box[2] ? null : box;
}

/** A box as four numbers with commas between them; null when the text is none. */
export function parseBox(text: string | undefined): Box | null {
  const numbers = (text ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  return numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as unknown as Box) : null;
}

/** A view of the map as the parameter `bbox`: west beyond east where it lies across the antimeridian, the whole Earth where it shows more than that. */
export function boxText([west, south, east, north]: Box): string {
  const across = east - west >= 360 ? [-180, 180] : [wrapped(west), wrapped(east)];
  return [across[0]!, Math.max(-90, south), across[1]!, Math.min(90, north)].map((n) => String(Number(n.toFixed(decimals)))).join(',');
}

function wrapped(longitude: number): number {
  return longitude >= -180 && longitude <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180;
}

function widen(box: Box, [x, y]: Position): void {
  box[0] = Math.min(box[0], x!);
  box[1] = Math.min(box[1], y!);
  box[2] = Math.max(box[2], x!);
  box[3] = Math.max(box[3], y!);
}

function* positionsOf(geometry: Geometry | null): Generator<Position> {
  if (geometry === null) return;
  if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) yield* positionsOf(part);
  else yield* leaves(geometry.coordinates);
}

function* leaves(coordinates: unknown[]): Generator<Position> {
  if (typeof coordinates[0] === 'number') yield coordinates as Position;
  else for (const part of coordinates) yield* leaves(part as unknown[]);
}
