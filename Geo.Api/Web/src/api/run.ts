import { address, getJson } from './http';
import type { Bilingual, Run, RunTheme, Status } from './types';

/** The record of a run as the engine writes it: both languages, names of statuses with a capital. */
interface RunDocument {
  runId: string;
  resultHash: string;
  engineVersion: string;
  inputs: { id: string; title: Bilingual; provenance: { status: string; source: string } }[];
  worstStatus: string;
  warnings: { path: string; message: string }[];
  themes: RunTheme[];
}

/** The address of the record of a scenario's last run. */
export function runAddress(scenario: string): string {
  return address(`scenarios/${encodeURIComponent(scenario)}/run`);
}

/** The record of a scenario's last run. */
export async function getRun(scenario: string, abort: AbortSignal): Promise<Run> {
  const { runId, resultHash, engineVersion, inputs, worstStatus, warnings, themes } = await getJson<RunDocument>(runAddress(scenario), abort);
  return {
    runId,
    resultHash,
    engineVersion,
    inputs: inputs.map(({ id, title, provenance }) => ({ id, title, status: statusOf(provenance.status), source: provenance.source })),
    worstStatus: statusOf(worstStatus),
    warnings: warnings.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
    themes,
  };
}

function statusOf(name: string): Status {
  return name.toLowerCase() as Status;
}
