import { signal } from '@preact/signals';
import { getReadiness, type Readiness } from '../api/readiness';

/** How the server stands; `checking` until its first answer. */
export type Connection = { state: 'checking' } | { state: 'lost' } | Readiness;

/** The server as the map last saw it. It changes only when the state changes or preparation comes further. */
export const connection = signal<Connection>({ state: 'checking' });

const pauses = { checking: 500, preparing: 500, lost: 1500, ready: 15_000 };
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks the server how it stands, now and then for as long as the page lives. */
export async function watchServer(): Promise<void> {
  clearTimeout(timer);
  const found = await getReadiness();
  if (JSON.stringify(found) !== JSON.stringify(connection.peek())) connection.value = found;
  clearTimeout(timer);
  timer = setTimeout(() => void watchServer(), pauses[found.state]);
}

/** A request has failed in a way that may mean the server is gone: look at once. */
export function doubt(): void {
  void watchServer();
}
