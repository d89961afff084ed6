import type { Link } from '../api/types';

/** Where a job stands (OGC API - Processes, statusInfo). */
export interface JobStatus {
  jobID: string;
  status: 'accepted' | 'running' | 'successful' | 'failed' | 'dismissed';
  message?: string;
  progress: number;
  links: Link[];
}

const pollMilliseconds = 1000;

/** Whether a job will not change any more. */
export function isOver({ status }: JobStatus): boolean {
  return status !== 'accepted' && status !== 'running';
}

/** The address of a relation of a job. */
export function linkOf({ links }: JobStatus, rel: string): string | undefined {
  return links.find((link) => link.rel === rel)?.href;
}

/**
 * Follows a job to its end, by its events as far as they come, then by asking. `ask` fetches with whatever the caller proves itself by, which
 * an EventSource could not send.
 */
export async function follow(job: JobStatus, ask: (address: string) => Promise<Response>, tell: (job: JobStatus) => void): Promise<JobStatus> {
  let last = job;
  const keep = (seen: JobStatus): void => tell((last = seen));
  const events = linkOf(job, 'urn:soctranggeo:rel:events');
  if (events !== undefined) await listen(events, ask, keep);
  const self = linkOf(job, 'self');
  while (!isOver(last) && self !== undefined) {
    await new Promise((done) => setTimeout(done, pollMilliseconds));
    const answer = await ask(self);
    if (answer.ok) keep((await answer.json()) as JobStatus);
    else if (answer.status < 500) throw new Error(`HTTP ${answer.status}`);
  }
  return last;
}

/** The data of the events that a text holds in full, and what is left of it (HTML Standard, 9.2.6). */
export function eventsIn(text: string): { data: string[]; rest: string } {
  const parts = text.split(/\r?\n\r?\n/);
  const rest = parts.pop() ?? '';
  const dataOf = (event: string): string => [...event.matchAll(/^data: ?(.*)$/gm)].map((line) => line[1]).join('\n');
  return { data: parts.map(dataOf).filter((data) => data !== ''), rest };
}

async function listen(address: string, ask: (address: string) => Promise<Response>, tell: (job: JobStatus) => void): Promise<void> {
  try {
    const answer = await ask(address);
    if (!answer.ok || answer.body === null) return;
    let waiting = '';
    for await (const piece of chunks(answer.body.pipeThrough(new TextDecoderStream()))) {
      const { data, rest } = eventsIn(waiting + piece);
      waiting = rest;
      for (const event of data) tell(JSON.parse(event) as JobStatus);
    }
  } catch (failure) {
    // A stream may break anywhere on its way; asking goes on from there.
    if (failure instanceof SyntaxError) throw failure;
  }
}

async function* chunks(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
