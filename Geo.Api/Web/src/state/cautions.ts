import type { InputLayer, Status } from '../api/types';

const fromBest: Status[] = ['surveyed', 'generalised', 'schematic', 'modelled', 'synthetic'];

/** Inputs, the least trustworthy first. */
export function byTrust(inputs: InputLayer[]): InputLayer[] {
  return [...inputs].sort((a, b) => fromBest.indexOf(b.status) - fromBest.indexOf(a.status));
}

/** The inputs that are not surveyed, the least trustworthy first. */
export function cautions(inputs: InputLayer[]): InputLayer[] {
  return byTrust(inputs).filter((input) => input.status !== 'surveyed');
}
