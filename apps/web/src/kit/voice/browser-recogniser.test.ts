import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BrowserRecogniser, recogniserAvailable, type RecogniserProblem } from './browser-recogniser.ts';

/** What browsers do, by hand. */
class HandRecogniser extends EventTarget {
  static all: HandRecogniser[] = [];
  static failsToStart = false;
  lang = '';
  continuous = false;
  interimResults = false;
  maxAlternatives = 0;
  started = false;
  aborted = false;

  constructor() {
    super();
    HandRecogniser.all.push(this);
  }

  start() {
    if (HandRecogniser.failsToStart) throw new Error('InvalidStateError');
    this.started = true;
  }

  abort() {
    this.aborted = true;
  }

  result(from: number, ...results: readonly (readonly [text: string, isFinal: boolean])[]) {
    const list = results.map(([transcript, isFinal]) => Object.assign([{ transcript }], { isFinal }));
    this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: from, results: list }));
  }

  fail(error: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { error }));
    this.dispatchEvent(new Event('end'));
  }
}

function listen() {
  const finals: string[] = [];
  const interims: string[] = [];
  const problems: RecogniserProblem[] = [];
  const recogniser = new BrowserRecogniser(
    'fr-FR',
    { onFinal: (text) => finals.push(text), onInterim: (text) => interims.push(text), onProblem: (problem) => problems.push(problem) },
    HandRecogniser,
    () => Date.now(),
  );
  return { recogniser, finals, interims, problems, current: () => HandRecogniser.all.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers();
  HandRecogniser.all = [];
  HandRecogniser.failsToStart = false;
});
afterEach(() => vi.useRealTimers());

test('tells what may still change apart from what will not', () => {
  const { recogniser, finals, interims, current } = listen();
  recogniser.start();
  expect(current()).toMatchObject({ lang: 'fr-FR', continuous: true, interimResults: true, started: true });
  current()?.result(0, ['le pre', false]);
  current()?.result(0, ['Le premier site ', true], ['sera pr', false]);
  current()?.result(1, ['Le premier site ', true], ['sera prêt.', true]);
  expect(finals).toEqual(['Le premier site', 'sera prêt.']);
  expect(interims).toEqual(['le pre', 'sera pr', '']);
});

test('a result that comes twice is understood once', () => {
  const { recogniser, finals, current } = listen();
  recogniser.start();
  current()?.result(0, ['Bonjour monsieur.', true]);
  current()?.result(0, ['Bonjour monsieur.', true]);
  // As on some phones: again under a new number, and then with what was said before in front of it.
  current()?.result(1, ['Bonjour monsieur.', true], ['Bonjour monsieur.', true]);
  current()?.result(2, ['Bonjour monsieur.', true], ['Bonjour monsieur.', true], ['Bonjour monsieur. Je vous écoute.', true]);
  expect(finals).toEqual(['Bonjour monsieur.', 'Je vous écoute.']);
});

test('somebody may say the same thing again', () => {
  const { recogniser, finals, current } = listen();
  recogniser.start();
  current()?.result(0, ['Non.', true]);
  vi.advanceTimersByTime(900);
  current()?.result(1, ['Non.', true], ['Non.', true]);
  expect(finals).toEqual(['Non.', 'Non.']);
});

test('what is final before what came earlier waits for it', () => {
  const { recogniser, finals, interims, current } = listen();
  recogniser.start();
  current()?.result(1, ['le premier si', false], ['sera prêt.', true]);
  expect(finals).toEqual([]);
  expect(interims.at(-1)).toBe('le premier si sera prêt.');
  current()?.result(0, ['Le premier site', true], ['sera prêt.', true]);
  expect(finals).toEqual(['Le premier site', 'sera prêt.']);
});

test('words that were not final when the browser ended it are not lost', () => {
  const { recogniser, finals, current } = listen();
  recogniser.start();
  current()?.result(0, ['nous avons dix', false]);
  vi.advanceTimersByTime(60_000);
  current()?.fail('no-speech');
  vi.advanceTimersByTime(100);
  current()?.result(0, ['jours.', true]);
  expect(finals).toEqual(['nous avons dix', 'jours.']);
});

test('begins again by itself when the browser ends it, and after a silence', () => {
  const { recogniser, problems, current } = listen();
  recogniser.start();
  for (const count of [2, 3]) {
    vi.advanceTimersByTime(60_000);
    current()?.fail('no-speech');
    vi.advanceTimersByTime(100);
    expect(HandRecogniser.all).toHaveLength(count);
  }
  expect(problems).toEqual([]);
});

test.each([
  ['not-allowed', 'refused'],
  ['service-not-allowed', 'refused'],
  ['audio-capture', 'no_microphone'],
  ['language-not-supported', 'language'],
])('gives up on %s: %s', (error, problem) => {
  const { recogniser, problems, current } = listen();
  recogniser.start();
  current()?.fail(error);
  vi.advanceTimersByTime(60_000);
  expect(problems).toEqual([problem]);
  expect(HandRecogniser.all).toHaveLength(1);
});

test('tries a network again, ever more slowly, and then says that it cannot be reached', () => {
  const { recogniser, problems, current } = listen();
  recogniser.start();
  for (let tries = 0; tries < 20; tries += 1) {
    current()?.fail('network');
    vi.advanceTimersByTime(5000);
  }
  expect(problems).toEqual(['unreachable']);
  expect(HandRecogniser.all).toHaveLength(7);
});

test('a browser that does not let it begin is asked again, not for ever', () => {
  HandRecogniser.failsToStart = true;
  const { recogniser, problems } = listen();
  recogniser.start();
  vi.advanceTimersByTime(60_000);
  expect(problems).toEqual(['unreachable']);
});

test('stopped, it hears nothing more and does not begin again', () => {
  const { recogniser, finals, current } = listen();
  recogniser.start();
  const first = current();
  recogniser.stop();
  first?.result(0, ['trop tard', true]);
  first?.dispatchEvent(new Event('end'));
  vi.advanceTimersByTime(60_000);
  expect([first?.aborted, finals, HandRecogniser.all.length]).toEqual([true, [], 1]);
});

test('where there is none, that is said', () => {
  const problems: RecogniserProblem[] = [];
  new BrowserRecogniser('fr-FR', { onFinal: () => undefined, onInterim: () => undefined, onProblem: (problem) => problems.push(problem) }).start();
  expect([recogniserAvailable(), problems]).toEqual([false, ['unsupported']]);
});
