import { effect, signal } from '@preact/signals';
import { language } from '../text/text';
import { formatHash, parseHash, type View } from './hash';

/** The theme asked for; null for whichever comes first. */
export const chosenTheme = signal<string | null>(null);

/** Where the map looks; null until it has been moved: then it shows the whole area. */
export const view = signal<View | null>(null);

/** Layers shown or hidden by the reader, with the opacity they chose; a layer not in it is as its look says. */
export const chosenLayers = signal<ReadonlyMap<string, LayerChoice>>(new Map());

export interface LayerChoice {
  shown: boolean;
  opacity: number;
}

/** The place asked about. */
export const place = signal<{ longitude: number; latitude: number } | null>(null);

/** What is open beside the map. */
export const panels = signal({ controls: !narrow(), districts: false });

/** Shows, hides or fades a layer. */
export function chooseLayer(key: string, choice: LayerChoice): void {
  chosenLayers.value = new Map(chosenLayers.value).set(key, choice);
}

/** Takes the state from the address. */
export function restore(): void {
  const shared = parseHash(location.hash);
  language.value = shared.language ?? 'vi';
  chosenTheme.value = shared.theme ?? null;
  view.value = shared.view ?? null;
  sharedLayers = shared.layers ?? null;
}

let sharedLayers: ReadonlyMap<string, number> | null = null;

/** What the address says of a layer: null when it lists no layers at all. */
export function sharedChoice(key: string, usual: LayerChoice): LayerChoice {
  if (sharedLayers === null) return usual;
  const opacity = sharedLayers.get(key);
  return { shown: opacity !== undefined, opacity: opacity ?? usual.opacity };
}

/** Keeps the address up to date with what is shown; `shownLayers` is null until the layers are known. */
export function keepAddress(shownLayers: () => ReadonlyMap<string, number> | null): void {
  effect(() => {
    const layers = shownLayers();
    document.documentElement.lang = language.value;
    if (layers === null) return;
    const hash = formatHash({
      ...(view.value ? { view: view.value } : {}),
      ...(chosenTheme.value ? { theme: chosenTheme.value } : {}),
      language: language.value,
      layers,
    });
    history.replaceState(history.state, '', hash);
  });
}

/** Whether there is room for one panel at a time only, as on a phone. */
export function narrow(): boolean {
  return matchMedia('(max-width: 760px)').matches;
}
