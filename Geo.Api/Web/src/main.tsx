import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './panels/App';
import { keepAddress, restore } from './state/choices';
import { watchServer } from './state/connection';
import { shownLayers } from './state/layers';
import { text } from './text/text';
import './styles/page.css';

restore();
keepAddress(() => shownLayers.value);
effect(() => {
  document.title = `${text('app.title')} – SocTrangGeo`;
});
void watchServer();
render(<App />, document.getElementById('app')!);
