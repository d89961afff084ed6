import colours from './palette.json';

// The server's own styles (/collections/…/styles) take their colours from the same file.

/** Colours of the map. Data colours stay apart from the quiet ground. */
export const palette = colours.map;

/** Colours of the classes where the server tells none: dark to light, then grey, apart also without colour vision. */
export const classColours: Record<string, string> = colours.classes;

/** The main colour of each bundled layer, by its name in the palette. */
export const layerColours: Record<string, string> = colours.layers;
