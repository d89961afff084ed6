import { narrow, panels } from '../state/choices';
import { theme } from '../state/catalogue';
import { text } from '../text/text';
import { Downloads } from './Downloads';
import { Icon } from './Icon';
import { LayerList } from './LayerList';
import { Legend } from './Legend';
import { WeightSliders } from './WeightSliders';

/** What can be chosen: legend of the theme, layers, downloads. */
export function ControlPanel() {
  if (!panels.value.controls) return null;
  return (
    <aside class="controls" id="controls" aria-label={text('layers.title')}>
      {theme.value && (
        <section aria-labelledby="legend-title">
          <h2 id="legend-title">
            {text('legend.title')} · {theme.value.title}
          </h2>
          <Legend />
          <WeightSliders />
          <button
            type="button"
            class="text-button wide"
            aria-expanded={panels.value.districts}
            onClick={() => (panels.value = { controls: !narrow(), districts: !panels.value.districts })}
          >
            <Icon name="table" /> {text('districts.show')}
          </button>
          <p class="hint">{text('why.hint')}</p>
        </section>
      )}
      <section aria-labelledby="layers-title">
        <h2 id="layers-title">{text('layers.title')}</h2>
        <LayerList />
      </section>
      {theme.value && (
        <section aria-labelledby="download-title">
          <h2 id="download-title">{text('download.title')}</h2>
          <Downloads theme={theme.value} />
        </section>
      )}
    </aside>
  );
}
