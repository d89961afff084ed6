import { computed } from '@preact/signals';
import { getJson, jsonAddress } from '../api/http';
import type { Collection, Grid, Run, Scenario } from '../api/types';
import { allFeatures } from '../api/features';
import { getRun } from '../api/run';
import { isText, text } from '../text/text';
import { resource } from './resource';
import { chosenTheme, panels } from './choices';

/** Everything the server has, in the language shown. */
export const collections = resource(() => list<Collection>('collections'));
export const grids = resource(() => list<Grid>('grids'));
export const scenarios = resource(() => list<Scenario>('scenarios'));

/** A use the coast is judged for. */
export interface ThemeChoice {
  id: string;
  title: string;
  scenario: string;
}

/** The themes of all scenarios that have been run, in the order of the server. */
export const themes = computed<ThemeChoice[]>(() => {
  const known = new Set((collections.value.value ?? []).map((c) => c.id));
  return (scenarios.value.value ?? [])
    .flatMap((scenario) => scenario.themes.map((theme) => ({ id: theme.id, title: themeTitle(theme), scenario: scenario.id })))
    .filter((theme) => known.has(`zones-${theme.id}`));
});

/** The theme shown: the chosen one, or the first; null when there is none. */
export const theme = computed<ThemeChoice | null>(() => themes.value.find((t) => t.id === chosenTheme.value) ?? themes.value[0] ?? null);

/** Names only, so that what depends on them is fetched again for another theme, not for another language. */
const themeId = computed(() => theme.value?.id);
const scenarioId = computed(() => theme.value?.scenario);

/** The record of the run that the theme's results come from. */
export const run = resource<Run>(() => {
  const scenario = scenarioId.value;
  return scenario === undefined ? null : (abort) => getRun(scenario, abort);
});

/** The theme's statistics, one feature for each district; fetched when the table is opened. */
export const districts = resource(() => {
  const id = panels.value.districts ? themeId.value : undefined;
  return id === undefined ? null : (abort) => allFeatures(`districts-${id}`, abort);
});

/** Colours and names of the theme's classes, as the grid of classes has them. */
export const classLegend = computed(() => grids.value.value?.find((g) => g.id === `classes-${theme.value?.id}`)?.legend ?? []);

function list<T>(name: string): (abort: AbortSignal) => Promise<T[]> {
  const url = jsonAddress(name);
  return async (abort) => (await getJson<Record<string, T[] | undefined>>(url, abort))[name] ?? [];
}

/** Short names for the bundled themes; others have the name of their scenario file. */
function themeTitle(theme: { id: string; title: string }): string {
  const key = `theme.${theme.id}`;
  return isText(key) ? text(key) : theme.title;
}
