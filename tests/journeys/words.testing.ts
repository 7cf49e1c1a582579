import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Words = z.record(z.string(), z.unknown());

/** A sentence of the locales by file and key: a journey follows what is written there, whatever it says. */
export function words(locale: 'fr' | 'en'): (file: string, key: string, values?: Record<string, string>) => string {
  return (file, key, values = {}) => {
    const path = new URL(`../../locales/${locale}/${file}.json`, import.meta.url);
    let found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    for (const part of key.split('.')) found = Words.parse(found)[part];
    const text = z.string({ error: `${file}.json has no ${key}` }).parse(found);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  };
}

/** What is on the screen has typographic apostrophes and no-break spaces: compared as a person reads it. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[‑‐]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Matches a sentence however the screen sets it. */
export const asShown = (text: string): RegExp =>
  new RegExp(
    plain(text)
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll("'", "['’]")
      .replaceAll('-', '[-‑]')
      .replaceAll(' ', String.raw`[\s\u00a0\u202f]*`),
    'i',
  );

/** The accessible name of a control: the whole sentence, and at most the key that does the same. */
export const named = (text: string): RegExp => new RegExp(String.raw`^${asShown(text).source}(\s+\S{1,8})?$`, 'i');
