import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measureFillers, measureSpoken } from './fillers.ts';

const folder = mkdtempSync(join(tmpdir(), 'validity-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (text: string): string => {
  const path = join(folder, 'fillers.jsonl');
  writeFileSync(path, text);
  return path;
};

/** Gold markers are given as words, in order. */
const spoken = (text: string, ...markers: readonly string[]) => ({
  id: text,
  text,
  discourse: markers.map((marker) => ({ start: text.indexOf(marker), end: text.indexOf(marker) + marker.length })),
});

test('compares the places of markers', () => {
  const { n, p, r } = measureSpoken([spoken('Euh, je vous appelle demain, hein.', 'Euh', 'hein'), spoken('Donc on livre jeudi.', 'Donc')]);
  expect(n).toEqual({ utterances: 2, gold: 3 });
  expect({ p, r }).toEqual({ p: 1, r: 0.667 });
});

test('a find that meets a marker is right, however long each is', () => {
  expect(measureSpoken([spoken('Oh là là, quelle histoire.', 'Oh là là')])).toMatchObject({ p: 1, r: 1 });
});

test('reads the same words without punctuation too', () => {
  expect(measureSpoken([spoken('Bah, euh, je viens.', 'Bah', 'euh')]).bare).toEqual({ p: 1, r: 1 });
});

test('names the line that is wrong', () => {
  const good = JSON.stringify(spoken('Oui.'));
  expect(() => measureFillers(fileOf(`${good}\n\n{"id":"b"`))).toThrow(/fillers\.jsonl, line 3: this is not JSON$/);
  expect(() => measureFillers(fileOf(`${good}\n{"id":"b","text":"x","discourse":[{"start":-1,"end":2}]}`))).toThrow(/, line 2: discourse\.0\.start: /);
  expect(() => measureFillers(fileOf('\n'))).toThrow(/: there is nothing in it$/);
});
