import { useSignal } from '@preact/signals';
import { collections, grids } from '../state/catalogue';
import { layerGroups } from '../state/layers';
import { doubt } from '../state/connection';
import { text } from '../text/text';
import { groupTitle, type Group } from '../map/look';
import type { Layer } from '../state/layers';
import { LayerRow } from './LayerRow';
import { LayerInfo } from './LayerInfo';

/** All layers, by group. */
export function LayerList() {
  const about = useSignal<Layer | null>(null);
  const failed = [collections.value, grids.value].find((list) => list.state === 'failed');
  const loading = [collections.value, grids.value].some((list) => list.value === undefined && list.state !== 'failed');
  if (failed) return <Failure reason={failed.reason ?? ''} />;
  if (layerGroups.value.length === 0) return <p class="hint">{text(loading ? 'app.loading' : 'layers.empty')}</p>;
  return (
    <>
      {layerGroups.value.map(({ group, layers }) => (
        <LayerGroup key={group} group={group} layers={layers} onInfo={(layer) => (about.value = layer)} />
      ))}
      {about.value && <LayerInfo layer={about.value} onClose={() => (about.value = null)} />}
    </>
  );
}

function LayerGroup({ group, layers, onInfo }: { group: Group; layers: Layer[]; onInfo(layer: Layer): void }) {
  return (
    <details class="layer-group" open={group !== 'environment'}>
      <summary>
        <h3>{text(groupTitle(group))}</h3>
      </summary>
      <ul>
        {layers.map((layer) => (
          <LayerRow key={layer.key} layer={layer} onInfo={() => onInfo(layer)} />
        ))}
      </ul>
    </details>
  );
}

function Failure({ reason }: { reason: string }) {
  return (
    <p class="failed">
      {text('app.failed', { reason })}{' '}
      <button type="button" class="text-button" onClick={doubt}>
        {text('app.retry')}
      </button>
    </p>
  );
}
