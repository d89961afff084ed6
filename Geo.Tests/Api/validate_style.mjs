// node validate-style.mjs FOLDER_OF_PACKAGES STYLE: prints the faults that the MapLibre style specification finds; ends with 1 when there are any.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, style] = process.argv.slice(2);
const found = createRequire(`${folder}/package.json`).resolve('@maplibre/maplibre-gl-style-spec');
const { validateStyleMin } = await import(pathToFileURL(found));
const faults = validateStyleMin(JSON.parse(readFileSync(style, 'utf8')));
for (const fault of faults) console.log(fault.message);
process.exit(faults.length === 0 ? 0 : 1);
