import { address } from '../api/http';
import { itemsAddress } from '../api/features';
import type { Layer } from '../state/layers';
import { date, number, unitName } from '../text/numbers';
import { language, text } from '../text/text';
import { Dialog } from './Dialog';

/** Where a layer comes from and how far it can be trusted. */
export function LayerInfo({ layer, onClose }: { layer: Layer; onClose(): void }) {
  const { provenance } = layer;
  const described = layer.source.kind === 'grid' ? layer.source.grid : layer.source.collection;
  return (
    <Dialog title={layer.title} onClose={onClose}>
      <p>{described.description}</p>
      <dl class="facts">
        <Fact title={text('info.source')} value={provenance.source} />
        <Fact title={text('info.licence')} value={provenance.licence} />
        <Fact title={text('info.date')} value={provenance.date && date(provenance.date)} />
        <Fact title={text('info.status')} value={text(`status.${provenance.status}`)} />
        <Fact title={text('info.accuracy')} value={provenance.accuracyMetres === undefined ? '' : `${number(provenance.accuracyMetres)} m`} />
        <Fact title={text('info.attribution')} value={provenance.attribution} />
        <Size layer={layer} />
      </dl>
      <h3>{text('info.download')}</h3>
      <Links layer={layer} />
    </Dialog>
  );
}

function Size({ layer: { source } }: { layer: Layer }) {
  if (source.kind === 'grid') return unitName(source.grid.unit) === '' ? null : <Fact title={text('info.unit')} value={unitName(source.grid.unit)} />;
  return source.collection.itemCount === undefined ? null : <Fact title={text('info.features')} value={number(source.collection.itemCount)} />;
}

function Fact({ title, value }: { title: string; value: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{value === '' ? text('info.unknown') : value}</dd>
    </>
  );
}

function Links({ layer: { id, source } }: { layer: Layer }) {
  const isGrid = source.kind === 'grid';
  const page = address(`${isGrid ? 'grids' : 'collections'}/${encodeURIComponent(id)}`, { f: 'html', lang: language.value });
  const file = isGrid ? address(`grids/${encodeURIComponent(id)}.tif`) : itemsAddress(id, { limit: 10_000 });
  return (
    <ul class="links">
      <li>
        <a href={file} download={isGrid ? `${id}.tif` : `${id}.geojson`}>
          {isGrid ? 'GeoTIFF' : 'GeoJSON'}
        </a>
      </li>
      <li>
        <a href={page}>{text('info.page')}</a>
      </li>
    </ul>
  );
}
