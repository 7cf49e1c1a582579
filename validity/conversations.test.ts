import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compare, type Conversation, measureConversations, rateConversation, readConversations } from './conversations.ts';

const folder = mkdtempSync(join(tmpdir(), 'conversations-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (...lines: readonly string[]): string => {
  const path = join(folder, `${lines.join('').length}.jsonl`);
  writeFileSync(path, lines.join('\n'));
  return path;
};

const talk = (...texts: readonly string[]): Conversation['turns'] => texts.map((text, index) => ({ role: index % 2 === 0 ? 'persona' : 'learner', text }));

const good: Conversation = {
  id: 'made-up-1',
  lang: 'en',
  persona: 'P1',
  turns: talk(
    'The Harper order is twelve days late and they are asking me about the penalty. What do I tell them?',
    'It is late because of us: I signed off on an estimate that was too low. We are twelve days behind, and the penalty starts on the twentieth, so that is zero today. What exactly did they ask you for?',
    'They want a date they can announce on Thursday. I looked like a fool on that call.',
    'So you have to give them a date on Thursday, and you found out from them instead of from me. That should have come from me. The first lot ships on Monday, 400 units, the rest a week later.',
    'And what makes this date better than the last one?',
    "The 400 units are already packed, I counted them this morning. I can't promise the second lot before the nineteenth. What else would help you on Thursday?",
    'A page with both dates. By Wednesday.',
    "I'll send you the page with both dates on Wednesday at noon, and I'll call you on Monday when the first lot leaves.",
    'Good. That I can work with.',
  ),
  labels: { active_listening: 5, closing_commitment: 5, star_structure: null },
  overall: 5,
  outcome: 'positive',
};
const poor: Conversation = {
  ...good,
  id: 'made-up-2',
  turns: talk(
    'The Harper order is twelve days late and they are asking me about the penalty. What do I tell them?',
    "I mean, it's not my fault, the vendor dragged their feet.",
    "I didn't ask whose fault it is. When does it ship?",
    "We'll do our best, don't worry about it.",
    "That's not an answer. What do I say on Thursday?",
    "I don't know, you'll figure something out. You always overreact.",
    'I see. Then I will hand this to somebody else.',
    'Fine. Whatever.',
  ),
  labels: { active_listening: 1, closing_commitment: 1 },
  overall: 1,
  outcome: 'negative',
};

describe('labelled conversations', () => {
  it('are read line by line, empty lines left out', () => {
    expect(readConversations(file(JSON.stringify(good), '', JSON.stringify(poor)))).toMatchObject([{ id: 'made-up-1' }, { id: 'made-up-2' }]);
  });

  it.each([
    ['what is no JSON', '{"id": ', 'line 2: this is not JSON'],
    ['a level that does not exist', JSON.stringify({ ...poor, labels: { active_listening: 6 } }), 'line 2: labels.active_listening'],
    ['a missing field', JSON.stringify({ ...poor, outcome: undefined }), 'line 2: outcome'],
    ['a label nobody knows', JSON.stringify({ ...poor, labels: { charm: 3 } }), 'line 2: labels'],
    ['another language', JSON.stringify({ ...poor, lang: 'de' }), 'line 2: lang'],
  ])('name the line of %s', (_, line, message) => {
    expect(() => readConversations(file(JSON.stringify(good), line))).toThrow(message);
  });

  it('get levels from their words, an overall from the levels and an outcome from both', () => {
    const [high, low] = [rateConversation(good), rateConversation(poor)];
    expect(high.levels.get('active_listening') ?? 0).toBeGreaterThan(low.levels.get('active_listening') ?? 5);
    expect(high.levels.has('star_structure')).toBe(false);
    expect(high.outcome).toBe('positive');
    expect(low.outcome).toBe('negative');
    const levels = [...high.levels.values()].filter((level) => level !== null);
    expect(high.overall).toBe(Math.round((levels.reduce((sum, level) => sum + level, 0) / levels.length) * 10) / 10);
  });

  it('are compared with their labels where both have a level, and what got none is counted', () => {
    const figures = compare([good, poor, { ...good, turns: good.turns.slice(0, 2) }]);
    expect(figures.per_criterion['active_listening']).toMatchObject({ n: 2, spearman: 1 });
    expect(figures.per_criterion['star_structure']).toEqual({ n: 0, qwk: null, spearman: null, mae: null });
    expect(figures.abstained['active_listening']).toEqual({ of: 3, count: 1, share: 0.333 });
    expect(figures.abstained['overall']).toEqual({ of: 3, count: 1, share: 0.333 });
    expect(figures.outcome_accuracy).toBe(1);
  });

  it('of the development part agree with the rules as far as promised', () => {
    const { per_criterion, overall, outcome_accuracy } = measureConversations(new URL('data/conversations-dev.jsonl', import.meta.url).pathname);
    expect(overall.spearman).toBeGreaterThanOrEqual(0.75);
    expect(outcome_accuracy).toBeGreaterThanOrEqual(0.75);
    for (const name of ['active_listening', 'open_questioning', 'evidence_figures', 'closing_commitment', 'star_structure'])
      expect(per_criterion[name]?.qwk, name).toBeGreaterThanOrEqual(0.6);
    for (const [name, { n, qwk }] of Object.entries(per_criterion)) if (n > 0) expect(qwk, name).toBeGreaterThanOrEqual(0.45);
  });
});
