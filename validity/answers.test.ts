import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measureAll, measureAnswers, type Answer } from './answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'validity-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (text: string): string => {
  const path = join(folder, 'answers.json');
  writeFileSync(path, text);
  return path;
};

const answer = (over: Partial<Answer>): Answer => ({ id: 'x', lang: 'fr', q: 'Racontez.', a: '', star: '', nums: [], own: 'none', ...over });

test('compares parts, numbers and who acts', () => {
  const told = answer({
    a: "L'an dernier, quand j'étais vendeuse, j'ai rappelé vingt-deux clients. Au final, huit ont recommandé.",
    star: 'SAR',
    nums: [22, 8],
    own: 'i',
  });
  expect(measureAll([told, answer({ a: 'Ça dépend.' })])).toEqual({
    n: { answers: 2, parts: 3, numbers: 2 },
    star: { p: 1, r: 1 },
    numbers: { p: 1, r: 1 },
    ownership_accuracy: 1,
  });
});

test('counts what is missed and what is too much', () => {
  const wrong = answer({ a: "J'ai appelé douze clients.", star: 'R', nums: [12, 12], own: 'we' });
  expect(measureAll([wrong])).toMatchObject({ star: { p: 0, r: 0 }, numbers: { p: 1, r: 0.5 }, ownership_accuracy: 0 });
});

test('leaves out what was learnt', () => {
  expect(measureAll([answer({ star: 'L' })]).star).toEqual({ p: 1, r: 1 });
});

test.each([
  ['it is not JSON', '[\n{"id": "a",\n]', /answers\.json, line \d: this is not JSON$/],
  ['it is no list', '{}', /, line 1: a list is expected$/],
  ['it is empty', '[]', /: there is nothing in it$/],
  [
    'an entry is wrong',
    '[\n{"id": "a", "lang": "fr", "q": "", "a": "", "star": "", "nums": [], "own": "none"},\n{"id": "b", "lang": "fr", "q": "", "a": "", "star": "X", "nums": [], "own": "me"}\n]',
    /, line 3, entry 2: star: letters of STARL are expected; own: /,
  ],
])('says where when %s', (_, text, message) => {
  expect(() => measureAnswers(fileOf(text))).toThrow(message);
});
