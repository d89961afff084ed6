import { classColour, classNames } from '../map/results';
import { classLegend, districts } from '../state/catalogue';
import { rowsOf, totalOf } from '../state/statistics';
import { hectares, percent } from '../text/numbers';
import { text } from '../text/text';
import { SwatchMark } from './SwatchMark';

/** The classes of the theme with their colours and areas; the shares are of the whole study area. */
export function Legend() {
  const rows = rowsOf(districts.value.value?.features ?? []);
  const total = rows.length > 0 ? totalOf(rows) : null;
  return (
    <table class="legend">
      <tbody>
        {classNames.map((name) => (
          <LegendRow key={name} colour={classColour(name, classLegend.value)} code={name} label={text(`class.${name}`)} area={total?.classes[name]} of={total?.area} />
        ))}
        {total && <LegendRow label={text('legend.excluded')} area={total.excluded} of={total.area} />}
        {total && total.noData > 0 && <LegendRow label={text('legend.nodata')} area={total.noData} of={total.area} />}
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
