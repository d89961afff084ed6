import type { LayerSpecification } from 'maplibre-gl';
import type { TextKey } from '../text/vi';

/** Groups of the layer list, in its order. */
export const groups = ['results', 'administration', 'infrastructure', 'sea', 'environment', 'other'] as const;
export type Group = (typeof groups)[number];

type OneOf<Type extends string> = Extract<LayerSpecification, { type: Type }>;
type WithoutSource<T> = T extends unknown ? Omit<T, 'id' | 'source' | 'source-layer'> : never;

/** A layer of the map's style without its id and source, which follow from the layer it draws. */
export type StyleLayer = WithoutSource<OneOf<'fill' | 'line' | 'circle' | 'symbol' | 'raster'>>;

/** A sample of a layer in the legend. */
export interface Swatch {
  kind: 'fill' | 'line' | 'point';
  colour: string;
  outline?: string;
  dash?: string;
}

/** How a layer is drawn and listed. */
export interface Look {
  group: Group;
  /** Lower layers are drawn first. */
  order: number;
  /** Whether it is shown at first. */
  shown: boolean;
  /** Opacity at first, 0..1. */
  opacity: number;
  swatch: Swatch | null;
  style: StyleLayer[];
}

/** The name of a group. */
export function groupTitle(group: Group): TextKey {
  return `group.${group}`;
}
