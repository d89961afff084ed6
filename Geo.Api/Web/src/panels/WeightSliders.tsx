import { areMoved, criteria, move, points, restoreWeights, slidersOpen } from '../state/weights';
import { shareOf } from '../state/points';
import { percent } from '../text/numbers';
import { text } from '../text/text';

/** A slider for the weight of each criterion; the map shows the scores that would follow. */
export function WeightSliders() {
  return (
    <details class="sliders" open={slidersOpen.value} onToggle={(toggle) => (slidersOpen.value = toggle.currentTarget.open)}>
      <summary>
        <h3>{text('weights.title')}</h3>
      </summary>
      <p class="hint">{text('weights.hint')}</p>
      {criteria.value.state === 'failed' && <p class="failed">{text('app.failed', { reason: criteria.value.reason ?? '' })}</p>}
      {(criteria.value.value ?? []).map(({ id, title }) => (
        <Slider key={id} id={id} title={title} />
      ))}
      {areMoved.value && (
        <button type="button" class="text-button wide" onClick={restoreWeights}>
          {text('weights.restore')}
        </button>
      )}
    </details>
  );
}

function Slider({ id, title }: { id: string; title: string }) {
  const share = percent(shareOf(points.value, id));
  return (
    <label class="weight">
      <span>
        {title} <b aria-hidden="true">{share}</b>
      </span>
      <input type="range" min={0} max={100} step={1} value={points.value.get(id) ?? 0} aria-valuetext={share} onChange={(change) => move(id, Number(change.currentTarget.value))} />
    </label>
  );
}
