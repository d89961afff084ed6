import { layers, shownLayers } from '../state/layers';
import { text } from '../text/text';

/** The credits of the layers shown, each once. Plain text: a layer's credit may come from anybody. */
export function Attribution() {
  const shown = layers.value.filter((layer) => shownLayers.value?.has(layer.key));
  const credits = [...new Set(shown.map((layer) => layer.provenance.attribution).filter((credit) => credit !== ''))];
  if (credits.length === 0) return null;
  return (
    <details class="attribution">
      <summary>{text('map.attribution')}</summary>
      <ul>
        {credits.map((credit) => (
          <li key={credit}>{credit}</li>
        ))}
        <li>MapLibre GL JS</li>
      </ul>
    </details>
  );
}
