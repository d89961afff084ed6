import { useId } from 'preact/hooks';
import { featuresOf } from '../map/sources';
import { chooseLayer } from '../state/choices';
import { choiceOf, type Layer } from '../state/layers';
import { number, percent } from '../text/numbers';
import { text } from '../text/text';
import { GridLegend } from './GridLegend';
import { Icon } from './Icon';
import { SwatchMark } from './SwatchMark';

/** One layer: shown or not, how strongly, what it is. */
export function LayerRow({ layer, onInfo }: { layer: Layer; onInfo(): void }) {
  const { shown, opacity } = choiceOf(layer);
  const box = useId();
  return (
    <li class="layer">
      <div class="layer-line">
        <input id={box} type="checkbox" checked={shown} onChange={() => chooseLayer(layer.key, { shown: !shown, opacity })} />
        {layer.look.swatch && <SwatchMark swatch={layer.look.swatch} />}
        <label for={box}>{layer.title}</label>
        <button type="button" class="icon-button small" aria-label={text('layers.info', { layer: layer.title })} title={text('layers.info', { layer: layer.title })} onClick={onInfo}>
          <Icon name="info" />
        </button>
      </div>
      {shown && <Opacity layer={layer} opacity={opacity} />}
      {shown && <Fetching id={layer.id} />}
      {shown && layer.source.kind === 'grid' && <GridLegend grid={layer.source.grid} />}
    </li>
  );
}

function Opacity({ layer, opacity }: { layer: Layer; opacity: number }) {
  return (
    <input
      class="opacity"
      type="range"
      min={0}
      max={100}
      step={5}
      value={Math.round(opacity * 100)}
      aria-label={text('layers.opacity', { layer: layer.title })}
      aria-valuetext={percent(opacity)}
      onInput={(input) => chooseLayer(layer.key, { shown: true, opacity: Number(input.currentTarget.value) / 100 })}
    />
  );
}

function Fetching({ id }: { id: string }) {
  const features = featuresOf(id);
  if (features?.state === 'loading') return <p class="layer-note">{text('layers.loading')}…</p>;
  if (features?.state === 'failed') return <p class="layer-note failed">{text('app.failed', { reason: features.reason ?? '' })}</p>;
  if (features?.value?.complete === false) return <p class="layer-note">{text('layers.partial', { count: number(features.value.features.length) })}</p>;
  return null;
}
