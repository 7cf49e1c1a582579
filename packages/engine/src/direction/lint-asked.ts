import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Answer, Fact, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { analyse } from '../analysis/analyse.ts';
import { type Asked, whatIsAsked } from './asked.ts';
import { initialState } from './initial-state.ts';
import type { Finding } from './lint-finding.ts';

/** Ways in which somebody comes to a topic, by what they do. */
const ways: Record<Locale, Record<Fact['earned']['by'][number], string>> = {
  fr: {
    open_question: "Qu'est-ce que vous pouvez me dire sur {topic} ?",
    closed_question: 'Est-ce que {topic} ?',
    reformulation: 'Si je comprends bien, {topic}.',
    complex_reformulation: "Si je comprends bien, {topic}, et ce qui compte pour vous, c'est de ne pas le revivre.",
    acknowledgement: 'Je comprends que {topic} vous ait pesé.',
  },
  en: {
    open_question: 'What can you tell me about {topic}?',
    closed_question: 'Is it {topic}?',
    reformulation: 'If I understand correctly, {topic}.',
    complex_reformulation: 'If I understand correctly, {topic}, and what matters to you is not living through it again.',
    acknowledgement: 'I understand that {topic} weighs on you.',
  },
};

/** Facts and answers that nobody who asks for them by their own words ever gets. */
export function lintAsked(scenario: ScenarioContent): Finding[] {
  const locales: readonly Locale[] = ['fr', 'en'];
  return locales.flatMap((locale) => [
    ...scenario.facts.flatMap((fact) => lintTopic(scenario, locale, fact, fact.earned.by, 'facts')),
    ...scenario.answers.flatMap((answer) => lintTopic(scenario, locale, answer, [], 'answers')),
  ]);
}

function lintTopic(scenario: ScenarioContent, locale: Locale, it: Fact | Answer, by: Fact['earned']['by'], of: 'facts' | 'answers'): Finding[] {
  const acts = by.length > 0 ? by : (['open_question', 'closed_question'] as const);
  const instead = new Map<string, number>();
  for (const pattern of it.about[locale])
    for (const act of acts) {
      const asked = askFor(scenario, locale, pattern.replaceAll('*', ''), act);
      const got = nameOf(asked);
      if (got === it.id) return [];
      instead.set(got, (instead.get(got) ?? 0) + 1);
    }
  const [most] = [...instead].toSorted((a, b) => b[1] - a[1]);
  const where = `${of}.${it.id}.about.${locale}`;
  return most && most[0] !== ''
    ? [{ where, what: `asked for by its own words, ${most[0]} comes instead: their patterns hold longer ones` }]
    : [{ where, what: 'no question in its own words reaches it' }];
}

/** What somebody trusted gets who comes to a topic in this way. */
function askFor(scenario: ScenarioContent, locale: Locale, topic: string, act: Fact['earned']['by'][number]): Asked | undefined {
  const text = ways[locale][act].replace('{topic}', () => topic);
  const signals = analyse(text, { locale, personaSaid: topic, earlier: [], about: scenario.about[locale], structured: false, interruptsAfterWords: null });
  // What is read out of the words is the analysis' business: here the act is taken as done.
  const acted = signals.some(({ kind }) => kind === act) ? signals : [...signals, { kind: act, start: 0, end: text.length }];
  return whatIsAsked({ scenario, state: { ...initialState(scenario), trust: 100 }, signals: acted, text, locale });
}

const nameOf = (asked: Asked | undefined): string =>
  asked?.what === 'fact' ? (asked.earned ? asked.fact.id : `the guard of ${asked.fact.id}`) : asked?.what === 'answer' ? asked.answer.id : '';
