import { address } from '../api/http';
import { itemsAddress } from '../api/features';
import { runAddress } from '../api/run';
import type { ThemeChoice } from '../state/catalogue';
import { text } from '../text/text';
import type { TextKey } from '../text/vi';
import { Icon } from './Icon';

/** The results of the theme as files. */
export function Downloads({ theme: { id, scenario } }: { theme: ThemeChoice }) {
  const files: { title: TextKey; href: string; name: string }[] = [
    { title: 'download.zones', href: itemsAddress(`zones-${id}`, { limit: 10_000 }), name: `zones-${id}.geojson` },
    { title: 'download.districts', href: itemsAddress(`districts-${id}`, { limit: 10_000 }), name: `districts-${id}.geojson` },
    { title: 'download.suitability', href: address(`grids/suitability-${id}.tif`), name: `suitability-${id}.tif` },
    { title: 'download.classes', href: address(`grids/classes-${id}.tif`), name: `classes-${id}.tif` },
    { title: 'download.run', href: runAddress(scenario), name: `${scenario}-run.json` },
  ];
  return (
    <ul class="links">
      {files.map(({ title, href, name }) => (
        <li key={title}>
          <a href={href} download={name}>
            <Icon name="download" /> {text(title)}
          </a>
        </li>
      ))}
    </ul>
  );
}
