import { expect, test } from 'vitest';
import { findPatterns } from './match.ts';

const words = (patterns: readonly string[], text: string): string[] => findPatterns(patterns, text).map(({ start, end }) => text.slice(start, end));

test('ignores case and accents, and gives offsets of the original', () => {
  expect(words(['pénalité*', 'retard*'], 'Le RETARD, les PÉNALITÉS')).toEqual(['RETARD', 'PÉNALITÉS']);
  expect(words(['penalite'], 'une pe\u0301nalite\u0301 !')).toEqual(['pe\u0301nalite\u0301']);
  expect(words(['coeur'], 'Au cœur du sujet 🙂')).toEqual(['cœur']);
});

test('a stem matches endings, a word only itself, and both only from the start of a word', () => {
  expect(words(['retard*'], 'retardé, mais pas inretard')).toEqual(['retardé']);
  expect(words(['date'], 'dates, date, update')).toEqual(['date']);
  expect(words(['date'], 'la date-limite')).toEqual(['date']);
});

test('several words match in a row, whatever joins them', () => {
  expect(words(['mise en service'], 'la mise en  service et la mise-en-service')).toEqual(['mise en  service', 'mise-en-service']);
  expect(words(["l'usine"], "l’usine et l'usine")).toEqual(['l’usine', "l'usine"]);
  expect(words(['mise en service'], 'mise au service')).toEqual([]);
});

test('prefers the longest pattern, and gives no overlaps', () => {
  expect(words(['mise', 'mise en service'], 'mise en service')).toEqual(['mise en service']);
});

test('finds nothing in nothing, and takes signs as signs', () => {
  expect(findPatterns([], 'texte')).toEqual([]);
  expect(findPatterns(['mot'], '')).toEqual([]);
  expect(findPatterns(['*'], 'texte')).toEqual([]);
  expect(words(['c++'], 'du c++ ou du c')).toEqual(['c++']);
  expect(words(['(a|b)'], 'a ou b')).toEqual([]);
});
