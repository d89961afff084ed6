import { isLanguage, language } from '../text/text';
import { offerConditions } from './conditions';

// What a page cannot do without scripts is hidden in it until here; without this file every page is complete all the same.
const shown = document.documentElement.lang;
if (isLanguage(shown)) language.value = shown;

for (const builder of document.querySelectorAll<HTMLElement>('[data-conditions]')) offerConditions(builder);

const frames = document.querySelectorAll<HTMLElement>('[data-map]');
if (frames.length > 0) void import('./map').then(({ showMap }) => frames.forEach((frame) => void showMap(frame)));
