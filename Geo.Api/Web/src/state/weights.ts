import { computed, signal } from '@preact/signals';
import { address, getJson, jsonAddress } from '../api/http';
import type { ScenarioDetail } from '../api/types';
import { theme } from './catalogue';
import { chooseLayer } from './choices';
import { resource } from './resource';
import { startingPoints, weightsText, type Points } from './points';

/** Whether the sliders are open: only then is the scenario asked for its criteria. */
export const slidersOpen = signal(false);

/** The criteria of the theme shown. */
export const criteria = resource(() => {
  const shown = theme.value;
  if (!slidersOpen.value || shown === null) return null;
  const url = jsonAddress(`scenarios/${encodeURIComponent(shown.scenario)}`);
  return async (abort) => (await getJson<ScenarioDetail>(url, abort)).themes.find((t) => t.id === shown.id)?.criteria ?? [];
});

/** What has been moved: points of each criterion, for one theme; null while the weights of the scenario hold. */
const moved = signal<{ theme: string; points: Points } | null>(null);

/** Points of each criterion, 0 to 100: as moved, or as the scenario weighs them. */
export const points = computed<Points>(() => {
  const own = moved.value;
  return own !== null && own.theme === theme.value?.id ? own.points : startingPoints(criteria.value.value ?? []);
});

/** Whether other weights than those of the scenario are shown. */
export const areMoved = computed(() => moved.value !== null && moved.value.theme === theme.value?.id);

/** The address of tiles of the scores under the moved weights; null while those of the scenario hold. */
export const weighedTiles = computed<string | null>(() => {
  const shown = theme.value;
  if (!areMoved.value || shown === null) return null;
  const folder = address(`scenarios/${encodeURIComponent(shown.scenario)}/weighed/`);
  return `${folder}{z}/{x}/{y}.png?theme=${encodeURIComponent(shown.id)}&weights=${weightsText(points.value)}`;
});

/** Gives a criterion other points and shows the scores instead of the zones, which hold under the weights of the scenario only. */
export function move(id: string, value: number): void {
  const shown = theme.peek();
  const next = new Map(points.peek()).set(id, value);
  if (shown === null || [...next.values()].every((p) => p === 0)) return;
  if (!areMoved.peek()) {
    chooseLayer('zones', { shown: false, opacity: 0.85 });
    chooseLayer('suitability', { shown: true, opacity: 0.8 });
  }
  moved.value = { theme: shown.id, points: next };
}

/** Back to the weights of the scenario and its zones. */
export function restoreWeights(): void {
  moved.value = null;
  chooseLayer('zones', { shown: true, opacity: 0.85 });
  chooseLayer('suitability', { shown: false, opacity: 0.8 });
}
