import type { CriterionExplanation, Explanation } from '../api/types';
import { fixed, measured, percent, unitName, withUnit } from '../text/numbers';
import { text } from '../text/text';

/** Each criterion with its value, fitness, weight and part of the score. */
export function CriteriaTable({ of }: { of: Explanation }) {
  return (
    <table class="criteria">
      <thead>
        <tr>
          <th scope="col">{text('why.criterion')}</th>
          <th scope="col">{text('why.value')}</th>
          <th scope="col">{text('why.membership')}</th>
          <th scope="col">{text('why.weight')}</th>
          <th scope="col">{text('why.contribution')}</th>
        </tr>
      </thead>
      <tbody>
        {of.criteria.map((criterion) => (
          <Row key={criterion.id} criterion={criterion} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {text('why.total')}
          </th>
          <td>{of.score === null ? '–' : fixed(of.score, 3)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ criterion }: { criterion: CriterionExplanation }) {
  const { title, membership, weight, contribution, source, isStartingValue } = criterion;
  return (
    <tr>
      <th scope="row">
        {title}
        <small>{isStartingValue ? text('why.starting') : source}</small>
      </th>
      <td>
        {valueText(criterion)}
        <small>{liftText(criterion)}</small>
      </td>
      <td>
        {membership === null ? '–' : fixed(membership, 2)}
        <Bar share={membership ?? 0} />
      </td>
      <td>{percent(weight)}</td>
      <td>{contribution === null ? '–' : fixed(contribution, 3)}</td>
    </tr>
  );
}

/** A measured value with its unit, or the name of its category. */
export function valueText({ value, unit, category }: CriterionExplanation): string {
  if (category !== undefined) return category;
  if (value === null) return text('why.novalue');
  return withUnit(measured(value), unitName(unit));
}

/** Which value alone would lift the place a class; nothing when none would. */
export function liftText({ lift, unit }: CriterionExplanation): string {
  if (lift === undefined || (lift.value === undefined && lift.category === undefined)) return '';
  const value = lift.category ?? withUnit(measured(lift.value ?? 0), unitName(unit));
  return text('why.lift', { class: lift.class, value });
}

function Bar({ share }: { share: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" width="100" height="4" />
      <rect class="bar-share" width={Math.round(share * 100)} height="4" />
    </svg>
  );
}
