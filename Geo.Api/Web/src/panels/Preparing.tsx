import type { Connection } from '../state/connection';
import { percent } from '../text/numbers';
import { language, text } from '../text/text';

/** Shown while the server makes its data ready. */
export function Preparing({ server }: { server: Extract<Connection, { state: 'preparing' }> }) {
  const step = server.step?.[language.value] ?? text('server.preparing');
  return (
    <main class="preparing">
      <h1>{text('app.title')}</h1>
      <p class="preparing-what">{text('server.preparing')}</p>
      <progress value={server.fraction} max={1} aria-label={text('server.preparing')} />
      <p role="status">
        {step} · {percent(server.fraction)}
      </p>
      <p class="hint">{server.reason ? text('server.failed', { reason: server.reason }) : text('server.preparing.hint')}</p>
    </main>
  );
}
