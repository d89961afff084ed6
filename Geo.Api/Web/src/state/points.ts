/** Points of criteria by their id, whole numbers from 0 to 100. */
export type Points = ReadonlyMap<string, number>;

/** Weights that sum to 1 as points; criteria whose weight only a run knows begin alike. */
export function startingPoints(criteria: readonly { id: string; weight?: number | null }[]): Points {
  return new Map(criteria.map(({ id, weight }) => [id, Math.round(100 * (weight ?? 1 / criteria.length))]));
}

/** Points as the parameter `weights` of the server. */
export function weightsText(points: Points): string {
  return [...points].map(([id, value]) => `${encodeURIComponent(id)}:${value}`).join(',');
}

/** The share of the whole that a criterion has. */
export function shareOf(points: Points, id: string): number {
  const sum = [...points.values()].reduce((all, value) => all + value, 0);
  return sum === 0 ? 0 : (points.get(id) ?? 0) / sum;
}
