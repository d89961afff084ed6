import type { InputLayer, Status } from '../api/types';

const fromBest: Status[] = ['surveyed', 'generalised', 'schematic', 'modelled', 'synthetic'];

/** The inputs that are not surveyed, the least trustworthy first. */
export function cautions(inputs: InputLayer[]): InputLayer[] {
  const rank = (input: InputLayer): number => fromBest.indexOf(input.provenance.status);
  return inputs.filter((input) => rank(input) !== 0).sort((a, b) => rank(b) - rank(a));
}
