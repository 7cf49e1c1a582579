import { SignalKind } from '@coachvisio/contract/signal.ts';
import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { context, kinds, quotes } from './analyse.testing.ts';

const TURN =
  "Je comprends que ce soit pénible. Si je vous suis, le retard vous coûte 12 000 euros. Qu'est-ce qui compte le plus ? Je vous envoie le plan demain.";
const SAID = 'Ce retard me coûte 12 000 euros.';

test('finds nothing in nothing', () => {
  expect(analyse('', context('fr'))).toEqual([]);
  expect(analyse(' \n\t ', context('en'))).toEqual([]);
});

test('gives signals in order, inside the text, without overlaps of one kind', () => {
  const found = analyse(TURN, context('fr', { personaSaid: SAID }));
  expect(found.length).toBeGreaterThan(4);
  const ends = new Map<string, number>();
  let last = 0;
  for (const signal of found) {
    expect(SignalKind.options).toContain(signal.kind);
    expect(signal.start).toBeGreaterThanOrEqual(last);
    expect(signal.end).toBeGreaterThan(signal.start);
    expect(signal.end).toBeLessThanOrEqual(TURN.length);
    expect(signal.start).toBeGreaterThanOrEqual(ends.get(signal.kind) ?? 0);
    ends.set(signal.kind, signal.end);
    last = signal.start;
  }
});

test('quotes the learner exactly, accents, emoji and typographic apostrophes included', () => {
  expect(quotes('acknowledgement', '👍🏽 Oui. Je comprends que ce soit pénible. 🙂', 'fr')).toEqual(['Je comprends que ce soit pénible']);
  expect(quotes('open_question', 'D’accord… Qu’est-ce qui vous gêne ?', 'fr')).toEqual(['Qu’est-ce qui vous gêne']);
  expect(quotes('apology', 'Je suis de\u0301sole\u0301.', 'fr')).toEqual(['Je suis de\u0301sole\u0301']);
  expect(quotes('figure', 'Ça fait 12\u00a0% de moins.', 'fr')).toEqual(['12\u00a0%']);
});

test('reads markup as text', () => {
  expect(quotes('acknowledgement', '<b>Je comprends que ce soit dur</b><script>alert(1)</script>', 'fr')[0]).toMatch(/^Je comprends que ce soit dur/);
  expect(kinds('<script>alert("x")</script>', 'fr')).not.toContain('insult');
});

test('is the same without capitals, stops and straight apostrophes', () => {
  const said = { personaSaid: SAID };
  const plain = kinds(TURN.toLowerCase().replace(/[.?!]/g, ''), 'fr', said);
  for (const kind of ['acknowledgement', 'open_question', 'figure', 'date', 'commitment'] as const) expect(plain).toContain(kind);
  expect(kinds(TURN.replaceAll("'", '’'), 'fr', said)).toEqual(kinds(TURN, 'fr', said));
});

test.each([
  ['fr', TURN, SAID, 'euh'],
  ['fr', "J'ai appelé le client, j'ai obtenu une livraison sous 48 heures et au final il a signé pour 12 000 euros.", 'Racontez-moi.', 'euh'],
  ['en', "I understand that it hurts. I'll send you the plan tomorrow. What worries you most about the price?", 'The price worries me.', 'um'],
] as const)('hesitations and stammer move no signal (%s): %s', (locale, text, personaSaid, filler) => {
  const over = { personaSaid, structured: true };
  const calm = analyse(text, context(locale, over)).map((signal) => `${signal.kind} ${signal.value ?? ''}`);
  const words = text.split(' ');
  const shaky = words.map((word, index) => (index > 0 && index % 3 === 0 ? `${filler} ${word}` : word)).join(' ');
  expect(analyse(shaky, context(locale, over)).map((signal) => `${signal.kind} ${signal.value ?? ''}`)).toEqual(calm);
  const stammered = text.replace(/\b(Je|I) /g, '$1 $1 ').replace(/\b(le|the) /g, '$1, $1 ');
  expect(analyse(stammered, context(locale, over)).map((signal) => `${signal.kind} ${signal.value ?? ''}`)).toEqual(calm);
});

test('says the same twice', () => {
  expect(analyse(TURN, context('fr', { personaSaid: SAID }))).toEqual(analyse(TURN, context('fr', { personaSaid: SAID })));
});

test.each([
  'a'.repeat(10_000),
  ' '.repeat(9_999) + 'x',
  'vous '.repeat(2_000),
  "j'ai ".repeat(2_000),
  'je, '.repeat(2_500),
  'so you '.repeat(1_428),
  'cent '.repeat(2_000),
  '1 '.repeat(5_000),
  '1'.repeat(10_000),
  'euh '.repeat(2_500),
  '?'.repeat(10_000),
  'a.'.repeat(5_000),
  "'".repeat(10_000),
  'a-'.repeat(5_000),
  '<'.repeat(10_000),
  'm'.repeat(10_000),
  'je vous envoie le plan demain et je comprends que ce soit difficile parce que le retard est de trois semaines '.repeat(90),
  'so what you are saying is that the delay of three weeks is hard and i will send you the plan by friday '.repeat(90),
])('reads ten thousand characters without running away: %.20s', (text) => {
  // An expression that backtracks without end would outlast the time a test may take.
  const long = text.slice(0, 10_000);
  for (const locale of ['fr', 'en'] as const) {
    for (const signal of analyse(long, context(locale, { personaSaid: long.slice(0, 1_000), structured: true })))
      expect(signal.end).toBeLessThanOrEqual(long.length);
  }
});
