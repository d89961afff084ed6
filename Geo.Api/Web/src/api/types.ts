import type { FeatureCollection } from 'geojson';

/** How far a layer can be trusted, from best to worst. */
export type Status = 'surveyed' | 'generalised' | 'schematic' | 'modelled' | 'synthetic';

/** Origin and trust of a layer, in the language asked for. */
export interface Provenance {
  source: string;
  licence: string;
  attribution: string;
  date: string;
  status: Status;
  statusText?: string;
  accuracyMetres?: number;
}

export interface Link {
  href: string;
  rel: string;
  type?: string;
  title?: string;
}

/** A vector layer, as /collections lists it. */
export interface Collection {
  id: string;
  title: string;
  description?: string;
  itemCount?: number;
  geometryType: string;
  provenance: Provenance;
  links: Link[];
}

/** One line of a legend: values from `from` to `to` have a colour; equal ends are a category. */
export interface LegendEntry {
  from: number;
  to: number;
  colour: string;
  label: string;
}

/** A raster layer, as /grids lists it. */
export interface Grid {
  id: string;
  title: string;
  description?: string;
  isCategorical: boolean;
  unit?: string;
  legend: LegendEntry[];
  provenance: Provenance;
  /** West, south, east, north. */
  bounds: [number, number, number, number];
  maxzoom: number;
  tiles: string[];
}

/** A scenario and the uses it judges, as /scenarios lists it. */
export interface Scenario {
  id: string;
  title: string;
  description?: string;
  themes: { id: string; title: string }[];
}

/** A page of features. */
export type FeaturePage = FeatureCollection & { links?: Link[]; numberMatched?: number };

/** Text in both languages. */
export interface Bilingual {
  vi: string;
  en: string;
}

/** A layer that went into a run. */
export interface InputLayer {
  id: string;
  title: Bilingual;
  status: Status;
  source: string;
}

/** What a run says of one theme; areas are hectares on the ground. */
export interface RunTheme {
  id: string;
  /** S1, S2, S3, N, in this order. */
  classHectares: number[];
  excludedHectares: number;
  noDataHectares: number;
}

/** What the map needs of the record of a run. */
export interface Run {
  runId: string;
  resultHash: string;
  engineVersion: string;
  inputs: InputLayer[];
  worstStatus: Status;
  warnings: string[];
  themes: RunTheme[];
}

/** What one criterion did to a place. */
export interface CriterionExplanation {
  id: string;
  title: string;
  value: number | null;
  unit?: string;
  /** Name of the category when the value is a code. */
  category?: string;
  /** Degree of fitness, 0..1. */
  membership: number | null;
  weight: number;
  contribution: number | null;
  source?: string;
  isStartingValue: boolean;
  /** The least change of this criterion alone that lifts the cell a class. */
  lift?: { class: string; membership: number; value?: number; category?: string };
  /** By how much the score moves when the value is wrong by one standard deviation. */
  errorEffect?: number;
}

/** Why a place has its score: the values of the run. */
export interface Explanation {
  isInside: boolean;
  score: number | null;
  class: string | null;
  reason?: { id: string; title: string; legalSource?: string };
  criteria: CriterionExplanation[];
  /** Share of all weightings under which the class of the score is reached, or S3 where that is N. */
  confidence?: number;
  /** The criterion whose error moves the score most. */
  mostUncertain?: string;
}

/** Values of many cells in three numbers. */
export interface ValueRange {
  least: number;
  mean: number;
  greatest: number;
}

/** What one criterion did to an area. */
export interface AreaCriterion {
  id: string;
  title: string;
  value: ValueRange | null;
  unit?: string;
  categories?: { code: number; name?: string; hectares: number }[];
  membership: ValueRange | null;
  limitsHectares: number;
  /** What raising this criterion alone to a membership would lift a class, the whole last. */
  lifts: { membership: number; value?: number; category?: string; hectares: number }[];
}

/** Why an area is judged as it is. */
export interface AreaExplanation {
  hectares: number;
  criteria: AreaCriterion[];
  mostLimiting?: string;
  mostLifting?: string;
  mostUncertain?: string;
}

/** What the map needs of a scenario in full. */
export interface ScenarioDetail {
  themes: { id: string; criteria: { id: string; title: string; weight?: number | null }[] }[];
}
