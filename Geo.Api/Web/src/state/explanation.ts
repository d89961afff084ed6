import type { Feature } from 'geojson';
import { getJson, jsonAddress, RequestFailure } from '../api/http';
import { featuresAt } from '../api/features';
import type { AreaExplanation, Explanation } from '../api/types';
import { theme } from './catalogue';
import { place } from './choices';
import { resource } from './resource';

/** What the server means when it knows nothing of a place: it is not in the scenario's grid. */
const outside: Explanation = { isInside: false, score: null, class: null, criteria: [] };

/** Why the place asked about has its score in the theme shown. */
export const explanation = resource<Explanation>(() => {
  const at = place.value;
  const shown = theme.value;
  if (at === null || shown === null) return null;
  const url = jsonAddress(`scenarios/${encodeURIComponent(shown.scenario)}/why`, { theme: shown.id, lon: round(at.longitude), lat: round(at.latitude) });
  return async (abort) => {
    try {
      return await getJson<Explanation>(url, abort);
    } catch (failure) {
      if (failure instanceof RequestFailure && failure.status === 404) return outside;
      throw failure;
    }
  };
});

/** The zone of the theme shown at that place; undefined when it lies in none. */
export const zoneThere = resource<Feature | undefined>(() => {
  const at = place.value;
  const shown = theme.value;
  if (at === null || shown === null) return null;
  return async (abort) => (await featuresAt(`zones-${shown.id}`, round(at.longitude), round(at.latitude), abort))[0];
});

/** Why that zone is judged as it is. */
export const zoneWhy = resource<AreaExplanation>(() => {
  const zone = zoneThere.value.value;
  const shown = theme.value;
  if (zone?.id === undefined || shown === null) return null;
  const url = jsonAddress(`scenarios/${encodeURIComponent(shown.scenario)}/why`, { theme: shown.id, feature: Number(zone.id) });
  return (abort) => getJson<AreaExplanation>(url, abort);
});

/** Seven decimals of a degree are a centimetre. */
function round(degrees: number): number {
  return Number(degrees.toFixed(7));
}
