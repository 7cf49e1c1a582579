import type { Locale, LocalLines } from '@coachvisio/contract/locale.ts';
import { PersonaContent, ReactionKind, WholeLineKind } from '@coachvisio/contract/persona.ts';
import type { Concern, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Scene } from './direct.ts';

/** Wordings that say what they are («raise delai 2»), so that a test reads the decision off the words. */
export const worded = (name: string, count = 6): LocalLines => {
  const lines = Array.from({ length: count }, (_, index) => `${name} ${index + 1}.`);
  return { fr: lines, en: lines };
};
const text = (words: string) => ({ fr: words, en: words });
const about = (...words: [string, ...string[]]) => ({ fr: words, en: words });

export const persona = PersonaContent.parse({
  slug: 'paul',
  name: 'Paul Test',
  firstName: 'Paul',
  age: 50,
  tier: 'starter',
  headline: text('Client'),
  occupation: text('acheteur'),
  character: text('Prudent.'),
  speech: text('Court.'),
  disclosure: text('Je suis une IA.'),
  sample: text('Bonjour.'),
  distress: text('Je sors de mon rôle : le 3114, jour et nuit.'),
  temperament: {
    warmth: 0.5,
    challenge: 0.5,
    talkativeness: 0.5,
    interruptsAfterWords: 60,
    interruptsAfterMs: 60_000,
    weights: {
      open_question: { trust: 4, tension: -2, patience: 3 },
      acknowledgement: { trust: 5, tension: -6, patience: 2 },
      figure: { trust: 4, tension: -1, patience: 2 },
      date: { trust: 3, tension: -1, patience: 2 },
      commitment: { trust: 5, tension: -4, patience: 3 },
      guarantee: { trust: 5, tension: -4, patience: 3 },
      vague: { trust: -5, tension: 6, patience: -7 },
      evasion: { trust: -7, tension: 7, patience: -8 },
      insult: { trust: -25, tension: 25, patience: -20 },
    },
  },
  voice: { gender: 'masculine', rate: 1, pitch: 0, pauseMs: 0 },
  reactions: Object.fromEntries(ReactionKind.options.map((kind) => [kind, worded(`reaction ${kind}`, 4)])),
  lines: Object.fromEntries(
    WholeLineKind.options.map((kind) => [kind, kind === 'echo' ? { fr: ['«{quote}», vous dites.'], en: ['"{quote}", you say.'] } : worded(`line ${kind}`, 4)]),
  ),
});

const concern = (id: string, words: [string, ...string[]], keys: Concern['keys'] = []): Concern => ({
  id,
  label: text(id),
  about: about(...words),
  keys,
  hint: text(id),
  eases: { date: 25, figure: 20, commitment: 25, guarantee: 30, acknowledgement: 15, vague: -10, evasion: -15 },
  raise: worded(`raise ${id}`),
  press: worded(`press ${id}`),
  eased: worded(`eased ${id}`),
  resolved: worded(`resolved ${id}`),
});

export const scenario: ScenarioContent = {
  slug: 'essai',
  version: 1,
  persona: 'paul',
  tier: 'starter',
  flagship: false,
  level: 2,
  minutes: 10,
  title: text('Essai'),
  summary: text('Essai'),
  tags: { profession: ['any'], sector: ['any'], situation: ['any'], segment: ['any'] },
  brief: {
    context: text('Un contrat.'),
    goal: text('Signer.'),
    goals: [text('a'), text('b'), text('c')],
    knowns: [
      { value: text('1'), label: text('un') },
      { value: text('2'), label: text('deux') },
    ],
  },
  position: text('Il doute.'),
  start: { trust: 40, tension: 40, patience: 60 },
  about: about('contrat', 'delai*', 'prix', 'site*'),
  opening: worded('opening', 2),
  facts: [
    {
      id: 'passe',
      label: text('passé'),
      about: about('prestataire*', 'supplier*'),
      earned: { by: ['open_question'], trust: 0 },
      reveal: worded('reveal passe', 2),
      guard: worded('guard passe', 3),
    },
    {
      id: 'enjeu',
      label: text('enjeu'),
      about: about('direction', 'enjeu', 'management'),
      earned: { by: ['open_question'], trust: 60 },
      reveal: worded('reveal enjeu', 2),
      guard: worded('guard enjeu', 3),
    },
  ],
  concerns: [
    concern(
      'delai',
      ['delai*', 'semaine*', 'date', 'week*'],
      [{ about: about('premier site', 'first site'), weight: 40, sought: about('press delai 1', 'press delai 2') }],
    ),
    concern(
      'prix',
      ['prix', 'euros', 'price'],
      [
        { about: about('formation comprise'), weight: 40 },
        { about: about('remise'), weight: -30 },
      ],
    ),
    concern('risque', ['risque', 'risk']),
  ],
  answers: [{ id: 'decideur', about: about('qui decide', 'who decides'), say: worded('answer decideur', 2) }],
  questionPlan: [],
  probes: { exploring: worded('exploring', 8), confronting: worded('confronting', 8), closing: worded('closing', 6) },
  twist: null,
  exits: [
    {
      id: 'signe',
      kind: 'good',
      title: text('Signé'),
      because: text('Oui.'),
      when: { turns: { gte: 4 }, openConcerns: { lte: 1 }, trust: { gte: 60 }, committed: true },
      closing: worded('il signe', 2),
    },
    { id: 'parti', kind: 'bad', title: text('Parti'), because: text('Non.'), when: { patience: { lte: 5 } }, closing: worded('il part', 2) },
    { id: 'attend', kind: 'mixed', title: text('Attend'), because: text('Peut-être.'), when: { atEnd: true }, closing: worded('il attend', 2) },
  ],
  silencePlan: { patienceMs: 7_000, againMs: 8_000, most: 2, turnPatience: 1 },
  criteria: [{ competency: 'clarity', weight: 100 }],
};

/** An interview with two questions and a last turn for the learner's own. */
const interview: ScenarioContent = {
  ...scenario,
  concerns: [],
  questionPlan: [
    {
      id: 'aider',
      ask: worded('ask aider', 2),
      rephrase: worded('rephrase aider', 2),
      minutes: 2,
      expects: ['action', 'result'],
      followUps: { action: worded('follow action', 2), result: worded('follow result', 2) },
    },
    {
      id: 'erreur',
      ask: worded('ask erreur', 2),
      rephrase: worded('rephrase erreur', 2),
      minutes: 2,
      expects: ['action'],
      followUps: { action: worded('follow erreur', 2) },
    },
    { id: 'vos-questions', ask: worded('ask vos-questions', 2), rephrase: worded('rephrase vos-questions', 2), minutes: 2, expects: [], followUps: {} },
  ],
  exits: scenario.exits.map((exit) => (exit.kind === 'good' ? { ...exit, when: { atEnd: true, coverage: { gte: 0.6 } } } : exit)),
};

export const scene = (over: Partial<ScenarioContent> = {}, locale: Locale = 'fr', seed = 1): Scene => ({
  scenario: { ...scenario, ...over },
  persona,
  locale,
  seed,
});
export const interviewScene = (seed = 1): Scene => ({ scenario: interview, persona, locale: 'fr', seed });
