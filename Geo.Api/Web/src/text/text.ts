import { signal } from '@preact/signals';
import { en } from './en';
import { vi, type TextKey } from './vi';

/** The languages of the map; the first is the one to start with. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const dictionaries: Record<Language, Record<TextKey, string>> = { vi, en };

/** The language shown. Whatever reads it is drawn again when it changes. */
export const language = signal<Language>('vi');

/** Whether a word is a language of the map. */
export function isLanguage(word: unknown): word is Language {
  return languages.some((l) => l === word);
}

/** Whether a key is a text of the map. */
export function isText(key: string): key is TextKey {
  return Object.hasOwn(vi, key);
}

/** A text in the language shown, its braces filled in. */
export function text(key: TextKey, values: Record<string, string | number> = {}): string {
  return dictionaries[language.value][key].replace(/\{(\w+)\}/g, (brace, name: string) => String(values[name] ?? brace));
}
