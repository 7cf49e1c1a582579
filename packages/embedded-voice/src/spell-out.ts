import type { Rule } from './rule.ts';
import { englishRules } from './spell-out-en.ts';
import { frenchRules } from './spell-out-fr.ts';

/** A text as it is to be read aloud. */
export interface Script {
  readonly text: string;
  /** Where each UTF-16 unit of the text stands in what was written. */
  readonly origin: readonly number[];
}

/** Signs before words: what a word is must be plain before rules look at it. */
const signs: readonly Rule[] = [
  [/\p{Cf}|\p{Variation_Selector}|\p{Extended_Pictographic}/gu, ''],
  // Double brackets would be read as phonemes, angle brackets as markup.
  [/[\p{Zs}\p{Cc}«»“”„"<>[\]{}*_`~^|\\]/gu, ' '],
  [/[’‘ʼ]/gu, "'"],
  [/[−‑]/gu, '-'],
  [/\s[–—-]\s|—/gu, ', '],
];

/** Writes out what a synthesiser would misread: times, money, ranges, abbreviations, and signs that are not spoken. */
export function spellOut(written: string, locale: 'fr' | 'en'): Script {
  const rules = [...signs, ...(locale === 'fr' ? frenchRules : englishRules)];
  return rules.reduce(apply, { text: written, origin: Array.from({ length: written.length }, (_, index) => index) });
}

function apply(script: Script, [pattern, say]: Rule): Script {
  const origin: number[] = [];
  let end = 0;
  const text = script.text.replace(pattern, (found: string, ...rest: readonly unknown[]) => {
    const groups = rest.filter((group) => typeof group === 'string' || group === undefined).slice(0, -1);
    const at = Number(rest.find((group) => typeof group === 'number'));
    const said = typeof say === 'string' ? say : say(found, ...groups.map((group) => String(group ?? '')));
    for (let index = end; index < at; index += 1) origin.push(script.origin[index] ?? 0);
    origin.push(...placesOf(said, found).map((place) => script.origin[at + place] ?? 0));
    end = at + found.length;
    return said;
  });
  for (let index = end; index < script.text.length; index += 1) origin.push(script.origin[index] ?? 0);
  return { text, origin };
}

/** Where what is said stands in what was found: a word that is in both, there; any other, with the word before it. */
function placesOf(said: string, found: string): number[] {
  const places: number[] = [];
  let place = Math.max(0, found.search(/\S/u));
  for (const [word] of said.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu)) {
    const same = /[\p{L}\p{N}]/u.test(word) ? found.indexOf(word, place) : -1;
    if (same !== -1) place = same;
    for (let index = 0; index < word.length; index += 1) places.push(same === -1 ? place : same + index);
  }
  return places;
}

/** The words of a text as they stand in it: what is between spaces and has a letter or a figure in it. */
export function wordsIn(written: string): { readonly from: number; readonly to: number }[] {
  return [...written.matchAll(/\S*[\p{L}\p{N}]\S*/gu)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
}
