import type { SessionId } from '@coachvisio/contract/id.ts';
import type { PlanContent } from '@coachvisio/contract/progress.ts';
import { expect, test } from 'vitest';
import { followPlan } from './follow-plan.ts';
import { trendOf } from './trend.ts';

test('says nothing of a direction before the third observation', () => {
  expect([trendOf([]), trendOf([1]), trendOf([1, 5])]).toEqual([null, null, null]);
});

test('tells a direction from the third on, when it makes a whole level', () => {
  expect(trendOf([2, 3, 4])).toBe('up');
  expect(trendOf([4, 3, 3, 2])).toBe('down');
  expect(trendOf([2, 2, 3, 3])).toBe('up');
  expect(trendOf([3, 3, 3, 3, 4, 3])).toBe('steady');
});

test('is not turned round by one odd session', () => {
  expect(trendOf([3, 5, 3])).toBe('steady');
  expect(trendOf([2, 3, 1, 4, 4])).toBe('up');
});

const text = { fr: 'x', en: 'x' };
const step = (scenario: string) => ({ scenario, focus: 'clarity', aim: text });
const plan: PlanContent = {
  slug: 'p',
  version: 1,
  name: text,
  stages: [
    { name: text, steps: [step('one'), step('two')] },
    { name: text, steps: [step('one'), step('three')] },
  ],
};
const id = (n: number): SessionId => `ses_${String(n).padStart(20, '0')}`;
const reached = (...scenarios: string[]) =>
  followPlan(
    plan,
    scenarios.map((scenario, n) => ({ scenario, session: id(n) })),
  ).map(({ status, session }) => (session === null ? status : `${status} ${Number(session.slice(4))}`));

test('begins with the first step', () => {
  expect(reached()).toEqual(['next', 'open', 'open', 'open']);
  expect(reached('elsewhere')).toEqual(['next', 'open', 'open', 'open']);
});

test('counts what was played in any order, a scenario that comes twice in the order in which it was played', () => {
  expect(reached('three')).toEqual(['next', 'open', 'open', 'done 0']);
  expect(reached('one', 'two', 'two')).toEqual(['done 0', 'done 2', 'next', 'open']);
  expect(reached('one', 'one')).toEqual(['done 0', 'next', 'done 1', 'open']);
});

test('has no next step once all are done', () => {
  expect(reached('one', 'two', 'three', 'one')).toEqual(['done 0', 'done 1', 'done 3', 'done 2']);
});
