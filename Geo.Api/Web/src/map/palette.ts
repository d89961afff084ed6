/** Colours of the map. Data colours stay apart from the quiet ground. */
export const palette = {
  sea: '#d3e3e8',
  land: '#f5f2ea',
  shore: '#8aa7ad',
  estuary: '#bcd6df',
  band: '#4d8299',
  river: '#5b9cba',
  road: '#a8653a',
  expressway: '#7d3a1a',
  border: '#6c5a78',
  ink: '#16302f',
  quietInk: '#44595a',
  halo: '#ffffff',
  port: '#1c4e80',
  commune: '#7a6b86',
  settlement: '#394b4c',
  mast: '#8e2f6b',
  station: '#0b6b7f',
  other: '#3f51a3',
} as const;

/** Colours of the classes where the server tells none: dark to light, then grey, apart also without colour vision. */
export const classColours: Record<string, string> = { S1: '#12616b', S2: '#5bb08f', S3: '#d8dc8b', N: '#b9b4ae' };
