import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { Quote } from '@coachvisio/contract/report.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { describe, expect, it } from 'vitest';
import { chance, choose } from '../random.ts';
import { criteriaOf } from './criteria.ts';
import { rules } from './criteria/rules.ts';
import { hear } from './heard.ts';
import { rate, type RateInput } from './rate.ts';
import type { Rating } from './rating.ts';
import { answerLines, capableLines, competenciesOf, played, scenes } from './rating.testing.ts';

const quotesOf = (rating: Rating): Quote[] => [...rating.strengths, ...rating.vigilance, ...rating.axes].map(({ quote }) => quote);
const measure = (rating: Rating, id: string) => rating.measures.find((one) => one.id === id);
const levelOf = (rating: Rating, slug: string) => rating.criteria.find(({ competency }) => competency === slug)?.level ?? 0;
const isSaid = (turns: readonly Turn[], { seq, start, end, text }: Quote): boolean =>
  turns.some((turn) => turn.seq === seq && turn.who === 'learner' && turn.text.slice(start, end) === text);

describe('a rating', () => {
  const input = played(scenes.delay, capableLines);
  const rating = rate(input);

  it('is the same each time', () => {
    expect(rate(input)).toEqual(rating);
  });

  it('quotes only what the learner said, each sentence once', () => {
    const quotes = quotesOf(rating);
    expect(quotes.length).toBeGreaterThanOrEqual(5);
    for (const quote of [...quotes, ...rating.criteria.flatMap((criterion) => criterion.quotes)]) expect(isSaid(input.turns, quote)).toBe(true);
    expect(new Set(quotes.map(({ text }) => text)).size).toBe(quotes.length);
  });

  it('shows the curve from the start of the scenario to the end of the conversation', () => {
    expect(rating.curve[0]).toMatchObject({ trust: input.scenario.start.trust, tension: input.scenario.start.tension });
    expect(rating.curve.at(-1)).toMatchObject({ trust: input.finalState.trust, tension: input.finalState.tension });
    expect(rating.curve.map(({ seq }) => seq)).toEqual(rating.curve.map(({ seq }) => seq).toSorted((a, b) => a - b));
  });

  it('numbers at most eight moments in order, and each says how far it moved the curve', () => {
    expect(rating.moments.length).toBeGreaterThan(2);
    expect(rating.moments.length).toBeLessThanOrEqual(8);
    expect(rating.moments.map(({ number }) => number)).toEqual(rating.moments.map((_, index) => index + 1));
    for (const moment of rating.moments) {
      const at = rating.curve.findIndex(({ seq }) => seq === moment.seq);
      expect((rating.curve[at]?.trust ?? 0) - (rating.curve[at - 1]?.trust ?? 0)).toBe(moment.trust);
    }
  });

  it('names what was left open', () => {
    const open = input.scenario.concerns.filter(({ id }) => input.finalState.concerns[id]?.status === 'open').map(({ id }) => id);
    expect(rating.leftOpen.filter(({ kind }) => kind === 'concern').map(({ id }) => id)).toEqual(open);
  });

  it('averages the levels by weight', () => {
    const rated = rating.criteria.filter(({ level }) => level !== null);
    const mean = rated.reduce((sum, { level, weight }) => sum + (level ?? 0) * weight, 0) / rated.reduce((sum, { weight }) => sum + weight, 0);
    expect(rating.overall).toBe(Math.round(mean * 10) / 10);
  });
});

describe('hesitations', () => {
  it.each([
    ['a role-play', scenes.delay, capableLines],
    ['an interview', scenes.interview, answerLines],
  ] as const)('change nothing but their own figure in %s', (_, scene, lines) => {
    const fluent = rate(played(scene, lines));
    const hesitant = rate(
      played(
        scene,
        lines.map((line, index) => (index < 5 ? `Euh, ${line.replace(' ', ' euh ')}` : line)),
      ),
    );
    expect(hesitant.criteria.map(({ competency, level }) => [competency, level])).toEqual(fluent.criteria.map(({ competency, level }) => [competency, level]));
    expect(hesitant.overall).toBe(fluent.overall);
    for (const id of ['talk_share', 'words_per_turn', 'open_questions', 'response_delay']) expect(measure(hesitant, id)).toEqual(measure(fluent, id));
    expect(measure(hesitant, 'fillers')?.value ?? 0).toBeGreaterThan(measure(fluent, 'fillers')?.value ?? 0);
  });
});

describe('too little to tell', () => {
  it.each([
    ['nothing', []],
    ['one turn', ['Bonjour Marc, merci de me recevoir.']],
    ['noise', ['qsdf jklm wxcv', 'zzzz rtyp qqqq', 'hjkl hjkl vbnm', 'qsdf qsdf wxcv wxcv']],
  ] as const)('gives no level to %s', (_, lines) => {
    const rating = rate(played(scenes.delay, lines));
    expect(rating.overall).toBeNull();
    expect(rating.criteria.map(({ level }) => level)).toEqual(rating.criteria.map(() => null));
    expect(rating.strengths).toEqual([]);
  });

  it('gives no overall level when less than half of the weight has one', () => {
    const input = played(scenes.delay, capableLines);
    const scenario = {
      ...input.scenario,
      criteria: [
        { competency: 'closing', weight: 40 },
        { competency: 'negotiating', weight: 60 },
      ],
    };
    const competencies = competenciesOf(scenario);
    const rating = rate({ ...input, scenario, competencies });
    expect(rating.criteria).toMatchObject([
      { competency: 'closing', level: expect.any(Number), moves: [] },
      { competency: 'negotiating', level: null, quotes: [] },
    ]);
    expect(rating.overall).toBeNull();
  });

  it('judges nothing after words of distress', () => {
    const rating = rate({ ...played(scenes.delay, capableLines), outcome: { exit: null, kind: null, reason: 'distress' } });
    expect(rating).toMatchObject({ scored: false, criteria: [], strengths: [], vigilance: [], axes: [], moments: [], overall: null });
  });
});

// A concession is left out: offered once it is a way out, given away again and again it is the lowest anchor of holding a line.
const good: readonly SignalKind[] = [
  'open_question',
  'closed_question',
  'reformulation',
  'complex_reformulation',
  'acknowledgement',
  'apology',
  'ownership',
  'information',
  'figure',
  'date',
  'example',
  'guarantee',
  'commitment',
  'limit',
  'situation',
  'task',
  'action',
  'result',
  'agency_i',
];
const bad: readonly SignalKind[] = [
  'justification',
  'evasion',
  'hollow_empathy',
  'blame',
  'contempt',
  'repetition',
  'vague',
  'agency_we',
  'too_long',
  'off_topic',
];

/** One of each way to take what was said, and one that is none of them. */
const replies: readonly string[] = [
  'Les mots, les mots, je les ai.',
  "D'accord, on fait comme ça.",
  'On verra.',
  "Ce n'est pas ma question.",
  'Vous avez un exemple précis ?',
  'Changez de ton.',
  'Je ne parle pas de mots dits à voix haute.',
  'Restons-en là.',
];

/** A made-up conversation whose turns hold signals drawn at random, and are answered at random. */
function madeUp(run: number): RateInput {
  const input = played(scenes.delay, []);
  const turns: Turn[] = [];
  const analysis: RateInput['analysis'][number][] = [];
  for (let index = 0; index < 3 + Math.floor(chance('turns', run) * 6); index += 1) {
    const seq = index * 2 + 2;
    const text = `Tour numéro ${index} : ${'des mots dits à voix haute, '.repeat(1 + Math.floor(chance('words', run, index) * 8))}voilà.`;
    const said: Turn = { seq, who: 'learner', text, atMs: seq * 5000, delayMs: 800, voicedBy: null, expression: null, clientTurnId: null };
    turns.push(said);
    const reply = choose(chance('reply', run, index) < 0.5 ? replies.slice(0, 1) : replies, 'reply', run, index);
    turns.push({ ...said, seq: seq + 1, who: 'persona', text: reply, delayMs: null });
    const signals = Array.from({ length: Math.floor(chance('signals', run, index) * 6) }, (_, place): Signal => {
      const start = Math.floor(chance('at', run, index, place) * (text.length - 6));
      return {
        kind: choose(chance('side', run, index, place) < 0.75 ? good : bad, 'kind', run, index, place),
        start,
        end: start + 5,
        value: `${index}-${place}`,
      };
    });
    analysis.push({ seq, signals, moves: [], state: { trust: 40, tension: 40, patience: 50, phase: 'exploring' } });
  }
  const scenario = { ...input.scenario, criteria: [...rules.keys()].map((competency) => ({ competency, weight: 5 })) };
  return { ...input, scenario, turns, analysis };
}

/** No level shows no more than the lowest: what goes away may leave the one or the other. */
const shown = (level: number | null): number => level ?? 1;

describe('evidence', () => {
  it('never raises a level by going away', () => {
    for (let run = 0; run < 120; run += 1) {
      const input = { ...madeUp(run), interview: run % 2 === 0 };
      const before = criteriaOf(hear(input));
      for (const [index, turn] of input.analysis.entries()) {
        for (const signal of turn.signals.filter(({ kind }) => good.includes(kind))) {
          const less = input.analysis.with(index, { ...turn, signals: turn.signals.filter((other) => other !== signal) });
          for (const [place, after] of criteriaOf(hear({ ...input, analysis: less })).entries()) {
            expect(shown(after.level), `run ${run}: ${after.competency} without ${signal.kind}`).toBeLessThanOrEqual(shown(before[place]?.level ?? null));
          }
        }
      }
    }
  }, 120_000);

  it('is quoted exactly, whatever the signals point at', () => {
    for (let run = 0; run < 300; run += 1) {
      const input = madeUp(run);
      const rating = rate({ ...input, competencies: competenciesOf(input.scenario) });
      for (const quote of [...quotesOf(rating), ...rating.criteria.flatMap(({ quotes }) => quotes)]) expect(isSaid(input.turns, quote)).toBe(true);
    }
  });

  it('does not count twice for being said twice', () => {
    const once = rate(played(scenes.delay, capableLines));
    const line = capableLines[3] ?? '';
    const again = rate(played(scenes.delay, [...capableLines.slice(0, 4), line, line, ...capableLines.slice(4)]));
    expect(levelOf(again, 'facts-and-figures')).toBeLessThanOrEqual(levelOf(once, 'facts-and-figures'));
  });
});
