import type { Grid } from '../api/types';
import { unitName } from '../text/numbers';
import { SwatchMark } from './SwatchMark';

/** The legend of a grid as the server has it. */
export function GridLegend({ grid }: { grid: Grid }) {
  return (
    <ul class="grid-legend">
      {grid.legend.map(({ from, to, colour, label }) => (
        <li key={`${from}-${to}`}>
          <SwatchMark swatch={{ kind: 'fill', colour }} /> {label}
        </li>
      ))}
      {!grid.isCategorical && unitName(grid.unit) !== '' && <li class="hint">{unitName(grid.unit)}</li>}
    </ul>
  );
}
