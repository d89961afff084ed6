import { zoneThere } from '../state/explanation';
import { ranged, type Ranged } from '../state/statistics';
import { fixed, hectares, number } from '../text/numbers';
import { text } from '../text/text';

/** The zone at the place asked about: how large, and what it is expected to give. */
export function ZoneFacts() {
  const { state, value: zone } = zoneThere.value;
  if (state === 'none' || state === 'failed') return null;
  if (zone === undefined) return state === 'ready' ? <p class="hint">{text('zone.none')}</p> : null;
  const properties = zone.properties ?? {};
  const output = ranged(properties, 'output_bn_vnd');
  const jobs = ranged(properties, 'jobs');
  return (
    <>
      <h3>{text('zone.title')}</h3>
      <dl class="facts">
        <dt>{text('zone.area')}</dt>
        <dd>{hectares(Number(properties['area_ha']))}</dd>
        <dt>{text('zone.score')}</dt>
        <dd>{fixed(Number(properties['score_mean']), 2)}</dd>
        <dt>{text('zone.district')}</dt>
        <dd>{String(properties['district'] ?? '–')}</dd>
        {output && <Expected title={text('zone.output')} range={output} unit={text('unit.outputyear')} />}
        {jobs && <Expected title={text('zone.jobs')} range={jobs} unit={text('unit.jobs')} />}
      </dl>
    </>
  );
}

function Expected({ title, range, unit }: { title: string; range: Ranged; unit: string }) {
  const decimals = range.value < 10 ? 1 : 0;
  const [value, low, high] = [range.value, range.low, range.high].map((n) => number(n, decimals)) as [string, string, string];
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {text('zone.range', { value, low, high })} {unit}
      </dd>
    </>
  );
}
