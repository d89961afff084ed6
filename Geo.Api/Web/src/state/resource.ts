import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { RequestFailure } from '../api/http';
import { connection, doubt } from './connection';

/** Something that is fetched: what is known of it, and how that stands. The last value stays until a new one comes. */
export interface Resource<T> {
  state: 'none' | 'loading' | 'ready' | 'failed';
  value: T | undefined;
  reason?: string;
}

type Load<T> = (abort: AbortSignal) => Promise<T>;

/**
 * A value fetched from the server, again whenever a signal that `plan` reads changes or the server has come back. `plan` gives null when
 * there is nothing to fetch.
 */
export function resource<T>(plan: () => Load<T> | null): ReadonlySignal<Resource<T>> {
  const result = signal<Resource<T>>({ state: 'none', value: undefined });
  effect(() => {
    const ready = connection.value.state === 'ready';
    const load = plan();
    if (!ready) return undefined;
    if (load === null) {
      result.value = { state: 'none', value: undefined };
      return undefined;
    }
    const abort = new AbortController();
    result.value = { state: 'loading', value: result.peek().value };
    void settle(result, load, abort.signal);
    return () => abort.abort();
  });
  return result;
}

async function settle<T>(result: { value: Resource<T>; peek(): Resource<T> }, load: Load<T>, abort: AbortSignal): Promise<void> {
  try {
    const value = await load(abort);
    if (!abort.aborted) result.value = { state: 'ready', value };
  } catch (failure) {
    if (abort.aborted) return;
    result.value = { state: 'failed', value: result.peek().value, reason: failure instanceof Error ? failure.message : String(failure) };
    if (failure instanceof RequestFailure && (failure.status === 0 || failure.status === 503)) doubt();
  }
}
