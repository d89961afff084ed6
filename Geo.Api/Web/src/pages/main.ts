import { isLanguage, language } from '../text/text';
import { offerConditions } from './conditions';
import { offerExecution } from './process';
import { watchJob } from './watch';

// What a page cannot do without scripts is hidden in it until here; without this file every page is complete all the same.
const shown = document.documentElement.lang;
if (isLanguage(shown)) language.value = shown;

for (const builder of document.querySelectorAll<HTMLElement>('[data-conditions]')) offerConditions(builder);
for (const form of document.querySelectorAll<HTMLFormElement>('[data-process]')) offerExecution(form);
for (const bar of document.querySelectorAll<HTMLProgressElement>('[data-job]')) void watchJob(bar);

const frames = document.querySelectorAll<HTMLElement>('[data-map]');
if (frames.length > 0) void import('./map').then(({ showMap }) => frames.forEach((frame) => void showMap(frame)));
