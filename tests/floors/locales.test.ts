import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './scratch-tree.ts';

type Sentences = { readonly [key: string]: string | Sentences };
const Sentences: z.ZodType<Sentences> = z.lazy(() => z.record(z.string(), z.union([z.string(), Sentences])));

const folder = (locale: string): string => join(root, 'locales', locale);
const read = (locale: string, file: string): Map<string, string> =>
  new Map(flatten(Sentences.parse(JSON.parse(readFileSync(join(folder(locale), file), 'utf8')))));

function flatten(sentences: Sentences, before = ''): [string, string][] {
  return Object.entries(sentences).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flatten(value, `${before}${key}.`),
  );
}

/** French counts in three forms («many» for millions) and English in two: the forms of one sentence are one key here. */
const withoutCount = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

/** Each key with the values that its sentence is given, over all its forms. */
function placeholders(sentences: ReadonlyMap<string, string>): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const [key, text] of sentences) {
    const names = found.get(withoutCount(key)) ?? new Set<string>();
    for (const [, name] of text.matchAll(/\{\{-?\s*(\w+)/g)) if (name) names.add(name);
    found.set(withoutCount(key), names);
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, names]) => [key, [...names].toSorted()]));
}

const files = readdirSync(folder('fr')).toSorted();

describe('the sentences', () => {
  it('stand in the same files in French and in English', () => {
    expect(readdirSync(folder('en')).toSorted()).toEqual(files);
  });

  it.each(files)('of %s have the same keys and are given the same values in both languages', (file) => {
    expect(placeholders(read('en', file))).toEqual(placeholders(read('fr', file)));
  });

  it.each(files.flatMap((file) => ['fr', 'en'].map((locale) => ({ file, locale }))))('of $locale/$file are all written', ({ file, locale }) => {
    expect([...read(locale, file)].flatMap(([key, text]) => (text.trim() === '' ? [key] : []))).toEqual([]);
  });
});
