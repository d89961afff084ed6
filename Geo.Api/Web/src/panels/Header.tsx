import { address } from '../api/http';
import { panels } from '../state/choices';
import { language, languages, text } from '../text/text';
import { Icon } from './Icon';
import { ThemeSwitch } from './ThemeSwitch';

const languageNames = { vi: 'Tiếng Việt', en: 'English' };

/** Name of the map, theme, language, way to the data. */
export function Header() {
  return (
    <header class="header">
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>('.maplibregl-canvas')?.focus()}>
        {text('map.skip')}
      </button>
      <ControlsButton />
      <div class="brand">
        <h1>{text('app.title')}</h1>
        <p>{text('app.subtitle')}</p>
      </div>
      <ThemeSwitch />
      <a class="quiet-link api-link" href={address('collections', { f: 'html', lang: language.value })}>
        {text('app.api')}
      </a>
      <LanguageSwitch />
    </header>
  );
}

function ControlsButton() {
  const open = panels.value.controls;
  const title = text(open ? 'menu.close' : 'menu.open');
  return (
    <button
      type="button"
      class="icon-button"
      aria-expanded={open}
      aria-controls="controls"
      aria-label={title}
      title={title}
      onClick={() => (panels.value = { ...panels.value, controls: !open })}
    >
      <Icon name="layers" />
    </button>
  );
}

function LanguageSwitch() {
  return (
    <div class="segments language" role="group" aria-label={text('app.language')}>
      {languages.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={language.value === one} aria-label={`${one.toUpperCase()}, ${languageNames[one]}`} title={languageNames[one]} onClick={() => (language.value = one)}>
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
