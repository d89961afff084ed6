import { language } from '../text/text';

/** An answer that is not the one asked for; the message is for people. */
export class RequestFailure extends Error {
  constructor(
    message: string,
    /** HTTP status; 0 when the server did not answer at all. */
    readonly status: number,
  ) {
    super(message);
  }
}

type Parameters = Record<string, string | number>;

/** The address of a resource of the server, below whatever prefix the map itself is served. */
export function address(path: string, parameters: Parameters = {}): string {
  const url = new URL(path, document.baseURI);
  url.hash = '';
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, String(value));
  return url.href;
}

/** The address of a resource as JSON in the language shown. */
export function jsonAddress(path: string, parameters: Parameters = {}): string {
  return address(path, { f: 'json', lang: language.value, ...parameters });
}

/** Fetches JSON; fails with a RequestFailure. */
export async function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await answer(url, signal);
  if (!response.ok) throw new RequestFailure(await complaint(response), response.status);
  return (await response.json()) as T;
}

async function answer(url: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, signal ? { signal } : {});
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new RequestFailure(failure instanceof Error ? failure.message : String(failure), 0);
  }
}

/** What a problem document (RFC 9457) says, or the bare status. */
async function complaint(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { title?: string; detail?: string };
    return problem.detail ?? problem.title ?? `HTTP ${response.status}`;
  } catch {
    return `HTTP ${response.status}`;
  }
}
