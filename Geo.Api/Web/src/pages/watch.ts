import { language } from '../text/text';
import { follow, isOver, type JobStatus } from './job';

/** Keeps the page of a job up to date until its end, when it is loaded anew with what came of it. */
export async function watchJob(bar: HTMLProgressElement): Promise<void> {
  const ask = (address: string): Promise<Response> => {
    const url = new URL(address);
    url.searchParams.set('lang', language.value);
    return fetch(url, { headers: { Accept: 'application/json, text/event-stream;q=0.9' } });
  };
  const answer = await ask(bar.dataset['job']!);
  const job = (await answer.json()) as JobStatus;
  if (!answer.ok || isOver(job)) return;
  await follow(job, ask, ({ progress }) => (bar.value = progress));
  location.reload();
}
