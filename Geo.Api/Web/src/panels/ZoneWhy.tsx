import type { AreaCriterion, AreaExplanation } from '../api/types';
import { hectares, measured, percent, unitName, withUnit } from '../text/numbers';
import { text } from '../text/text';

/** Why the zone at the place asked about is judged as it is: what holds it back, what would lift it, and the range of each criterion. */
export function ZoneWhy({ of }: { of: AreaExplanation }) {
  return (
    <>
      {sentences(of).map((sentence) => (
        <p class="hint" key={sentence}>
          {sentence}
        </p>
      ))}
      <dl class="ranges">
        {of.criteria.map((criterion) => (
          <Row key={criterion.id} criterion={criterion} />
        ))}
      </dl>
    </>
  );
}

function Row({ criterion }: { criterion: AreaCriterion }) {
  return (
    <>
      <dt>{criterion.title}</dt>
      <dd>{rangeText(criterion)}</dd>
    </>
  );
}

/** The measured values of a criterion from least to greatest with their mean, or its largest category with its share. */
export function rangeText({ value, unit, categories }: AreaCriterion): string {
  const largest = categories?.[0];
  if (largest !== undefined && categories !== undefined) {
    const all = categories.reduce((sum, category) => sum + category.hectares, 0);
    return text('zonewhy.category', { name: largest.name ?? String(largest.code), share: percent(largest.hectares / all) });
  }
  if (value === null) return text('why.novalue');
  const [least, mean, greatest] = [value.least, value.mean, value.greatest].map(measured) as [string, string, string];
  return withUnit(least === greatest ? mean : text('zone.range', { value: mean, low: least, high: greatest }), unitName(unit));
}

/** What holds the zone back most, which single change lifts most of it, and whose error matters most. */
export function sentences({ hectares: all, criteria, mostLimiting, mostLifting, mostUncertain }: AreaExplanation): string[] {
  const find = (id: string | undefined): AreaCriterion | undefined => criteria.find((criterion) => criterion.id === id);
  const [limiting, lifting, uncertain] = [find(mostLimiting), find(mostLifting), find(mostUncertain)];
  const lift = lifting?.lifts.at(-1);
  return [
    ...(limiting ? [text('zonewhy.limits', { criterion: limiting.title, share: percent(all > 0 ? limiting.limitsHectares / all : 0) })] : []),
    ...(lifting && lift ? [text('zonewhy.lift', { criterion: lifting.title, area: hectares(lift.hectares) })] : []),
    ...(uncertain ? [text('why.uncertain', { criterion: uncertain.title })] : []),
  ];
}
