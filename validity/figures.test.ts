import { expect, test } from 'vitest';
import { plainOf, sectionsOf, tableOf, type Measured } from './figures.ts';

const act = { p: 0.8, r: 0.6, f1: 0.686 };
const measured: Measured = {
  annomi: {
    n: { conversations: 3, high: 2, utterances: 40 },
    auc: 0.85,
    auc_ci: [0.7, 1],
    acts: { open_question: act, closed_question: act, reflection: act, input: { ...act, f1: 0.4 } },
  },
  conversations: {
    per_criterion: { active_listening: { n: 2, qwk: 0.5, spearman: 0.6, mae: 0.5 }, clarity_structure: { n: 0, qwk: null, spearman: null, mae: null } },
    overall: { n: 3, spearman: 0.8 },
    outcome_accuracy: 0.9,
    abstained: { active_listening: { of: 3, count: 1, share: 0.333 }, clarity_structure: { of: 3, count: 3, share: 1 } },
  },
};
const rowOf = (name: string) =>
  sectionsOf(measured)
    .flatMap(({ rows }) => rows)
    .find((row) => row.name.includes(name));

test('says of each figure whether it reaches its target', () => {
  expect(rowOf('AUC')).toMatchObject({ value: '0.850', target: '≥ 0.9', holds: false });
  expect(rowOf('reflection')).toMatchObject({ value: '0.686', holds: true });
  expect(rowOf('input')).toMatchObject({ holds: false });
});

test('asks more of the criteria that the product leans on, and nothing where there is no level', () => {
  expect(rowOf('active_listening')).toMatchObject({ n: '2 of 3', target: '≥ 0.6', holds: false });
  expect(rowOf('clarity_structure')).toMatchObject({ value: 'abstains', n: '0 of 3' });
  expect(rowOf('clarity_structure')?.holds).toBeUndefined();
});

test('prints a table with what the data do not tell, and only of what was measured', () => {
  const table = tableOf(sectionsOf(measured));
  expect(table).toContain('MISSED');
  expect(table).toContain('no agreement with independent human experts');
  expect(table).not.toContain('spoken French');
});

test('gives the plain figures in their agreed shape', () => {
  expect(plainOf(measured)).toEqual({
    annomi: { auc: 0.85, auc_ci: [0.7, 1], acts: measured.annomi?.acts },
    conversations: {
      per_criterion: measured.conversations?.per_criterion,
      overall: { spearman: 0.8 },
      outcome_accuracy: 0.9,
      abstained: measured.conversations?.abstained,
    },
  });
  expect(plainOf({})).toEqual({});
});
