import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measureAnnomi } from './annomi.ts';

const folder = mkdtempSync(join(tmpdir(), 'validity-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD =
  'transcript_id,mi_quality,utterance_id,interlocutor,timestamp,utterance_text,main_therapist_behaviour,reflection_subtype,question_subtype,therapist_input_subtype';
let files = 0;
function fileOf(...rows: readonly string[]): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
}

const made = [
  HEAD,
  '0,high,0,therapist,00:00:01,What brings you here today?,question,n/a,open,n/a',
  '0,high,1,client,00:00:02,"Well, I cannot sleep, I worry all night.",n/a,n/a,n/a,n/a',
  '0,high,2,therapist,00:00:03,You feel worn out.,reflection,complex,n/a,n/a',
  '1,low,0,therapist,00:00:01,Do you drink?,question,n/a,closed,n/a',
  '1,low,1,client,00:00:02,Sometimes.,n/a,n/a,n/a,n/a',
  '1,low,2,therapist,00:00:03,"You need to stop. The liver cannot take it, and it will only get worse over the years.",therapist_input,n/a,n/a,advice',
];

test('finds the acts and tells the good conversation from the other', () => {
  const { auc, auc_ci, acts, n } = measureAnnomi(fileOf(...made));
  expect(n).toEqual({ conversations: 2, high: 1, utterances: 4 });
  expect(auc).toBe(1);
  expect(auc_ci).toEqual([1, 1]);
  for (const act of ['open_question', 'closed_question', 'reflection', 'input'] as const) expect(acts[act]).toEqual({ p: 1, r: 1, f1: 1 });
});

test('gives the same interval each time', () => {
  const path = fileOf(...made, '2,high,0,therapist,00:00:01,You should know better.,therapist_input,n/a,n/a,advice');
  expect(measureAnnomi(path)).toEqual(measureAnnomi(path));
});

test('does not care about the order of columns, nor about more of them', () => {
  const turned = [
    'note,utterance_text,transcript_id,mi_quality,interlocutor,reflection_subtype,question_subtype,therapist_input_subtype',
    'x,Tell me more.,0,high,therapist,n/a,open,n/a',
  ];
  expect(measureAnnomi(fileOf(...turned)).acts.open_question.r).toBe(1);
});

test('has no AUC without conversations of both kinds', () => {
  expect(measureAnnomi(fileOf(...made.slice(0, 4)))).toMatchObject({ auc: null, auc_ci: null });
});

test.each([
  ['a column is missing', [HEAD.replace(',question_subtype', ''), ...made.slice(1)], /, line 1: column missing: question_subtype$/],
  ['a row is short', [...made.slice(0, 2), '0,high,1,client'], /, line 3: 4 fields where the head has 10$/],
  ['a label is unknown', [...made.slice(0, 2), '0,fair,1,client,0,Yes.,n/a,n/a,n/a,n/a'], /, line 3: mi_quality: /],
  ['there is no utterance', [HEAD], /: there is no utterance in it$/],
])('names the file and the line where %s', (_, rows, message) => {
  expect(() => measureAnnomi(fileOf(...rows))).toThrow(message);
});

test('says that a file cannot be read', () => {
  expect(() => measureAnnomi(join(folder, 'none.csv'))).toThrow(/none\.csv: the file cannot be read$/);
});
