import type { Feature, FeatureCollection } from 'geojson';
import type { Link } from '../api/types';
import { language, text } from '../text/text';
import { InputFault, inputsOf, type InputField, type InputKind } from './inputs';
import { follow, isOver, linkOf, type JobStatus } from './job';

const keyName = 'soctrang.key';
const resultsRel = 'http://www.opengis.net/def/rel/ogc/1.0/results';

/** What a job leads to while it runs; its other links of ours are what it has published. */
const ownRels = new Set(['urn:soctranggeo:rel:process', 'urn:soctranggeo:rel:events']);

/** What a problem document (RFC 9457) says. */
interface Problem {
  detail?: string;
  title?: string;
  parameters?: { name: string; allowed: string }[];
}

/** Lets the form of a process run it: inputs as JSON, progress, results as links and on a map. */
export function offerExecution(form: HTMLFormElement): void {
  const part = <E extends HTMLElement>(name: string): E => form.querySelector<E>(`[data-${name}]`)!;
  const key = part<HTMLInputElement>('key');
  key.value = sessionStorage.getItem(keyName) ?? '';
  key.addEventListener('change', () => sessionStorage.setItem(keyName, key.value));
  const ask = (address: string, request: RequestInit = {}): Promise<Response> => {
    const url = new URL(address);
    url.searchParams.set('lang', language.value);
    return fetch(url, { ...request, headers: { Accept: '*/*', ...request.headers, ...(key.value === '' ? {} : { 'X-Api-Key': key.value }) } });
  };
  const run = new Run(form, part, ask);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run.start();
  });
  part<HTMLButtonElement>('cancel').addEventListener('click', () => void run.cancel());
  part<HTMLFieldSetElement>('needs-script').disabled = false;
}

type Ask = (address: string, request?: RequestInit) => Promise<Response>;

/** One form and the job it has started last. */
class Run {
  private job: JobStatus | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly part: <E extends HTMLElement>(name: string) => E,
    private readonly ask: Ask,
  ) {}

  async start(): Promise<void> {
    this.complain([]);
    this.part('results').hidden = true;
    this.part<HTMLButtonElement>('run').disabled = true;
    try {
      await this.execute(inputsOf(this.fields()));
    } catch (failure) {
      this.complain(failure instanceof InputFault ? [`${failure.field}: ${failure.message}`] : [failure instanceof Error ? failure.message : String(failure)]);
    } finally {
      this.part<HTMLButtonElement>('run').disabled = false;
      this.part<HTMLButtonElement>('cancel').disabled = true;
    }
  }

  async cancel(): Promise<void> {
    const self = this.job && linkOf(this.job, 'self');
    if (self) await this.ask(self, { method: 'DELETE' });
  }

  private async execute(inputs: Record<string, unknown>): Promise<void> {
    const outputs = Object.fromEntries(this.form.dataset['outputs']!.split(' ').map((name) => [name, { transmissionMode: 'reference' }]));
    const answer = await this.ask(this.form.dataset['execution']!, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Prefer: 'respond-async' },
      body: JSON.stringify({ inputs, outputs, response: 'document' }),
    });
    if (!answer.ok) return this.complain(complaints((await answer.json()) as Problem));
    this.tell((await answer.json()) as JobStatus);
    this.part<HTMLButtonElement>('cancel').disabled = false;
    const job = await follow(this.job!, this.ask, (seen) => this.tell(seen));
    if (isOver(job) && job.status === 'successful') await this.show(job);
  }

  private tell(job: JobStatus): void {
    this.job = job;
    this.part('progress').hidden = false;
    this.part<HTMLProgressElement>('bar').value = job.status === 'successful' ? 100 : job.progress;
    const state = text(`job.${job.status}`);
    this.part('message').textContent = job.message ? `${state}: ${job.message}` : state;
  }

  private async show(job: JobStatus): Promise<void> {
    const answer = await this.ask(linkOf(job, resultsRel)!);
    if (!answer.ok) return this.complain(complaints((await answer.json()) as Problem));
    const outputs = Object.values((await answer.json()) as Record<string, Link>);
    const published = job.links.filter(({ rel }) => rel.startsWith('urn:soctranggeo:rel:') && !ownRels.has(rel));
    this.part('links').replaceChildren(...outputs.map((link) => this.item(link, true)), ...published.map((link) => this.item(link, false)));
    this.part('results').hidden = false;
    const drawn = outputs.find((link) => link.type?.startsWith('application/geo+json'));
    if (drawn) await this.draw(drawn);
  }

  private item(link: Link, isFile: boolean): HTMLLIElement {
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.textContent = link.title ?? link.href;
    if (isFile) anchor.addEventListener('click', (event) => void this.download(event, link));
    const item = document.createElement('li');
    item.append(anchor, ` ${link.type ?? ''}`);
    return item;
  }

  /** A file that only the key may read cannot be had by following its link. */
  private async download(event: MouseEvent, link: Link): Promise<void> {
    event.preventDefault();
    const answer = await this.ask(link.href);
    if (!answer.ok) return this.complain(complaints((await answer.json()) as Problem));
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(await answer.blob());
    anchor.download = `${link.title ?? 'result'}${ending(link.type)}`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  }

  private async draw(link: Link): Promise<void> {
    const [{ showMap }, answer] = await Promise.all([import('./map'), this.ask(link.href)]);
    const frame = this.part('later').cloneNode(true) as HTMLElement;
    frame.removeAttribute('data-later');
    this.part('drawn').replaceChildren(frame);
    if (answer.ok) await showMap(frame, (await answer.json()) as FeatureCollection | Feature);
  }

  private fields(): InputField[] {
    const controls = this.form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('[data-kind]');
    return [...controls].map(({ name, value, dataset }) => ({ name, text: value, kind: dataset['kind'] as InputKind, many: dataset['many'] !== undefined }));
  }

  private complain(sentences: string[]): void {
    const list = this.part('faults');
    list.hidden = sentences.length === 0;
    list.replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement('li'), { textContent: sentence })));
  }
}

function complaints({ parameters, detail, title }: Problem): string[] {
  return parameters?.map(({ name, allowed }) => `${name.replace(/^inputs\./, '')}: ${allowed}`) ?? [detail ?? title ?? ''];
}

function ending(type: string | undefined): string {
  if (type?.startsWith('image/tiff')) return '.tif';
  if (type?.includes('geo+json')) return '.geojson';
  return type?.includes('json') ? '.json' : '';
}
