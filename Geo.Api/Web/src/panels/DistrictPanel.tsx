import { signal } from '@preact/signals';
import { classNames } from '../map/results';
import { districts, theme } from '../state/catalogue';
import { panels } from '../state/choices';
import { download, statisticsCsv } from '../state/csv';
import { columnsOf, rowsOf, sorted, totalOf, type Column, type DistrictRow, type People, type Ranged } from '../state/statistics';
import { number, percent } from '../text/numbers';
import { language, text } from '../text/text';
import { Icon } from './Icon';

const order = signal<{ column: Column; descending: boolean }>({ column: 'S1', descending: true });

/** The statistics of the theme by district: a table to sort and to take away. */
export function DistrictPanel() {
  if (!panels.value.districts) return null;
  const rows = rowsOf(districts.value.value?.features ?? []);
  return (
    <section class="districts" id="districts" aria-labelledby="districts-title">
      <div class="panel-head">
        <h2 id="districts-title">
          {text('districts.title')} · {theme.value?.title}
        </h2>
        <button type="button" class="text-button" disabled={rows.length === 0} onClick={() => download(`districts-${theme.value?.id}.csv`, statisticsCsv(rows), 'text/csv;charset=utf-8')}>
          <Icon name="download" /> {text('districts.csv')}
        </button>
        <button type="button" class="icon-button" aria-label={text('app.close')} title={text('app.close')} onClick={() => (panels.value = { ...panels.value, districts: false })}>
          <Icon name="close" />
        </button>
      </div>
      {rows.length === 0 ? <p class="hint">{text(districts.value.state === 'loading' ? 'app.loading' : 'districts.empty')}</p> : <Table rows={rows} />}
      <p class="hint">{text('districts.hint')}</p>
    </section>
  );
}

function Table({ rows }: { rows: DistrictRow[] }) {
  const { column, descending } = order.value;
  const columns = columnsOf(rows);
  return (
    <div class="scroll" tabIndex={0} role="group" aria-labelledby="districts-title">
      <table>
        <thead>
          <tr>
            {columns.map((one) => (
              <Head key={one} column={one} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, column, descending, language.value).map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.names[language.value]}</th>
              <Cells row={row} columns={columns} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('districts.total')}</th>
            <Cells row={totalOf(rows)} columns={columns} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const { column: by, descending } = order.value;
  const active = by === column;
  const next = { column, descending: active ? !descending : column !== 'name' };
  return (
    <th scope="col" aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="sort" onClick={() => (order.value = next)}>
        {headText(column)}
        <span aria-hidden="true">{active ? (descending ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  );
}

function headText(column: Column): string {
  if (column === 'name') return text('districts.district');
  if (column === 'area' || column === 'output' || column === 'jobs' || column === 'people') return text(`districts.${column}`);
  return text('districts.class', { class: column });
}

function Cells({ row, columns }: { row: DistrictRow; columns: Column[] }) {
  return (
    <>
      <td>{number(row.area)}</td>
      {classNames.map((name) => (
        <td key={name}>{number(row.classes[name])}</td>
      ))}
      {columns.includes('output') && <RangeCell range={row.output} />}
      {columns.includes('jobs') && <RangeCell range={row.jobs} />}
      {columns.includes('people') && <PeopleCell people={row.people} />}
    </>
  );
}

function RangeCell({ range }: { range: Ranged | null }) {
  if (range === null) return <td>–</td>;
  return (
    <td>
      {number(range.value)}
      <small>
        {number(range.low)}–{number(range.high)}
      </small>
    </td>
  );
}

function PeopleCell({ people }: { people: People | null }) {
  if (people === null) return <td>–</td>;
  return (
    <td>
      {number(people.covered)}
      <small>{text('districts.share', { share: percent(people.all === 0 ? 0 : people.covered / people.all), all: number(people.all) })}</small>
    </td>
  );
}
