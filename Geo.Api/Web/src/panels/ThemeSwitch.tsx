import { scenarios, theme, themes } from '../state/catalogue';
import { chosenTheme } from '../state/choices';
import { text } from '../text/text';

/** The uses the coast is judged for. */
export function ThemeSwitch() {
  if (scenarios.value.state === 'ready' && themes.value.length === 0) return <p class="no-theme">{text('app.noscenario')}</p>;
  return (
    <div class="segments themes" role="group" aria-label={text('theme.choose')}>
      {themes.value.map(({ id, title }) => (
        <button key={id} type="button" aria-pressed={theme.value?.id === id} onClick={() => (chosenTheme.value = id)}>
          {title}
        </button>
      ))}
    </div>
  );
}
