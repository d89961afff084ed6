import { classColour, classNames } from '../map/results';
import { classLegend, run, theme } from '../state/catalogue';
import { hectares, percent } from '../text/numbers';
import { text } from '../text/text';
import { SwatchMark } from './SwatchMark';

/** The classes of the theme with their colours and areas; the shares are of the whole study area. */
export function Legend() {
  const counted = run.value.value?.themes.find((t) => t.id === theme.value?.id);
  const whole = counted && counted.classHectares.reduce((sum, area) => sum + area, counted.excludedHectares + counted.noDataHectares);
  return (
    <table class="legend">
      <tbody>
        {classNames.map((name, index) => (
          <LegendRow key={name} colour={classColour(name, classLegend.value)} code={name} label={text(`class.${name}`)} area={counted?.classHectares[index]} of={whole} />
        ))}
        {counted && <LegendRow label={text('legend.excluded')} area={counted.excludedHectares} of={whole} />}
        {counted && counted.noDataHectares > 0 && <LegendRow label={text('legend.nodata')} area={counted.noDataHectares} of={whole} />}
      </tbody>
    </table>
  );
}

interface LegendRowProperties {
  colour?: string;
  code?: string;
  label: string;
  area: number | undefined;
  of: number | undefined;
}

function LegendRow({ colour, code, label, area, of }: LegendRowProperties) {
  return (
    <tr>
      <td class="legend-mark">
        <SwatchMark swatch={colour === undefined ? { kind: 'fill', colour: 'none', outline: '#44595a', dash: '3 2' } : { kind: 'fill', colour }} />
      </td>
      <th scope="row">
        {code && <strong>{code}</strong>} {label}
      </th>
      <td>{area === undefined ? '' : hectares(area)}</td>
      <td>{area === undefined || !of ? '' : percent(area / of, 1)}</td>
    </tr>
  );
}
