import { address } from './http';
import type { Bilingual } from './types';

/** Whether the server can answer, and if not, how far it is. */
export type Readiness = { state: 'ready' } | { state: 'lost' } | { state: 'preparing'; step: Bilingual | null; fraction: number; reason?: string };

/** What /health/ready answers. */
interface ReadinessDocument {
  step?: Bilingual;
  fraction?: number;
  reason?: string;
}

/** Asks the server how it stands; never fails. */
export async function getReadiness(): Promise<Readiness> {
  try {
    const response = await fetch(address('health/ready'), { cache: 'no-store' });
    if (response.ok) return { state: 'ready' };
    return response.status === 503 ? preparing((await response.json()) as ReadinessDocument) : { state: 'lost' };
  } catch {
    return { state: 'lost' };
  }
}

function preparing({ step, fraction, reason }: ReadinessDocument): Readiness {
  return { state: 'preparing', step: step ?? null, fraction: fraction ?? 0, ...(reason ? { reason } : {}) };
}
