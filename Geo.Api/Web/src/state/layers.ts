import { computed } from '@preact/signals';
import type { Collection, Grid, Provenance } from '../api/types';
import { groups, lookOf, type Group, type Look } from '../map/looks';
import { classLegend, collections, grids, theme, themes } from './catalogue';
import { chosenLayers, sharedChoice, type LayerChoice } from './choices';

/** A layer of the list, and how it is drawn. */
export interface Layer {
  /** Its name in addresses of the server. */
  id: string;
  /** Its name in the reader's choices: the same for the results of every theme. */
  key: string;
  title: string;
  provenance: Provenance;
  look: Look;
  source: { kind: 'vector'; collection: Collection } | { kind: 'grid'; grid: Grid };
}

const resultKinds = ['zones', 'classes', 'suitability'];

/** All layers that can be shown with the present theme, the lowest first. */
export const layers = computed<Layer[]>(() => {
  const vectors = (collections.value.value ?? []).map((c) => layer(c, { kind: 'vector', collection: c }));
  const rasters = (grids.value.value ?? []).map((g) => layer(g, { kind: 'grid', grid: g }));
  return [...vectors, ...rasters].filter((l) => l !== null).sort((a, b) => a.look.order - b.look.order);
});

/** The layers by group, the highest first within each, as a reader sees them on the map. */
export const layerGroups = computed<{ group: Group; layers: Layer[] }[]>(() =>
  groups.map((group) => ({ group, layers: layers.value.filter((l) => l.look.group === group).reverse() })).filter((g) => g.layers.length > 0),
);

/** Whether a layer is shown, and how strongly. */
export function choiceOf(layer: Layer): LayerChoice {
  return chosenLayers.value.get(layer.key) ?? sharedChoice(layer.key, { shown: layer.look.shown, opacity: layer.look.opacity });
}

/** The layers shown, with their opacity; null while they are not known. */
export const shownLayers = computed<ReadonlyMap<string, number> | null>(() => {
  if (layers.value.length === 0) return null;
  return new Map(layers.value.map((l) => [l.key, choiceOf(l)] as const).filter(([, c]) => c.shown).map(([key, c]) => [key, c.opacity]));
});

function layer(described: Collection | Grid, source: Layer['source']): Layer | null {
  const key = keyOf(described.id);
  if (key === null) return null;
  const geometry = source.kind === 'vector' ? source.collection.geometryType : 'Grid';
  return { id: described.id, key, title: described.title, provenance: described.provenance, look: lookOf(key, geometry, classLegend.value), source };
}

/** The key of a layer; null for the results of other themes and for statistics, which have their own table. */
function keyOf(id: string): string | null {
  const owner = themes.value.find((t) => id.endsWith(`-${t.id}`) && [...resultKinds, 'districts'].includes(id.slice(0, -t.id.length - 1)));
  if (owner === undefined) return id;
  const kind = id.slice(0, -owner.id.length - 1);
  return owner.id === theme.value?.id && resultKinds.includes(kind) ? kind : null;
}
