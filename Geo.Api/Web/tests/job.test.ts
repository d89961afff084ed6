import { expect, test } from 'vitest';
import { eventsIn, follow, type JobStatus } from '../src/pages/job';

const links = [
  { href: 'http://x/jobs/1', rel: 'self' },
  { href: 'http://x/jobs/1/events', rel: 'urn:soctranggeo:rel:events' },
];
const at = (status: JobStatus['status'], progress: number): JobStatus => ({ jobID: '1', status, progress, links });
const event = (job: JobStatus): string => `event: status\ndata: ${JSON.stringify(job)}\n\n`;

test('events are read as they come, whole ones only (HTML Standard, 9.2.6)', () => {
  expect(eventsIn('event: status\ndata: {"a":\ndata: 1}\n\n: \n\ndata: {"b"')).toEqual({ data: ['{"a":\n1}'], rest: 'data: {"b"' });
});

test('a job is followed by its events, which may be cut anywhere', async () => {
  const stream = event(at('running', 40)) + event(at('successful', 100));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of new TextEncoder().encode(stream)) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const told: number[] = [];
  const end = await follow(at('accepted', 0), () => Promise.resolve(new Response(body)), ({ progress }) => told.push(progress));
  expect([end.status, told]).toEqual(['successful', [40, 100]]);
});

test('where events do not come it is asked for until its end', async () => {
  const answers = [at('running', 10), at('failed', 10)];
  const ask = (address: string): Promise<Response> => Promise.resolve(address.endsWith('events') ? new Response('', { status: 502 }) : Response.json(answers.shift()));
  expect((await follow(at('accepted', 0), ask, () => undefined)).status).toBe('failed');
});
