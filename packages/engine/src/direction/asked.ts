import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Answer, Fact, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import { countWords, handsBack } from './on-question.ts';

/** What a turn asks of the persona. `nothing`: a real question that this story holds no answer to. */
export type Asked =
  | { readonly what: 'fact'; readonly fact: Fact; readonly earned: boolean; readonly again: boolean }
  | { readonly what: 'answer'; readonly answer: Answer }
  | { readonly what: 'nothing'; readonly open: boolean };

export interface Question {
  readonly scenario: ScenarioContent;
  readonly state: PersonaState;
  readonly signals: readonly Signal[];
  readonly text: string;
  readonly locale: Locale;
}

const questions: readonly SignalKind[] = ['open_question', 'closed_question'];
const uptakes: readonly SignalKind[] = ['reformulation', 'complex_reformulation', 'acknowledgement'];
/** A turn that brings one of these and ends with «ça vous va ?» makes an offer, tells a story or gives a tip («vous avez essayé de… ?»): it asks for assent, not for an answer. */
const offers: readonly SignalKind[] = [
  'commitment',
  'guarantee',
  'concession',
  'figure',
  'date',
  'example',
  'apology',
  'ownership',
  'limit',
  'advice',
  'situation',
  'action',
  'result',
];
/** A question of fewer words is weighed by what it is: «vous êtes malade ?» asks, «vous voyez ?» does not, and «pourquoi ?» is about what was just said. */
const fewestWords = 5;
/** Words around a question as short as that, from which on it is the end of something told. */
const mostWordsAround = 11;
/** A question as wide as «qu'est-ce qui vous préoccupe, dans ce dossier ?» has no room for a topic of its own. */
const mostWordsOfWide = 11;
/** What a wide question asks about: what weighs, what happened, how it is lived. */
const wideWords = {
  fr: [
    'preoccup*',
    'inquiet*',
    'gene',
    'pese',
    'retient',
    'bloque',
    'freine',
    'arrive',
    'passe',
    'vecu',
    'vis',
    'vivez',
    'ressen*',
    'racont*',
    'explique*',
    'parlez moi',
    'parle moi',
    'en dire plus',
    'dites m en',
    'dis m en',
    'comprendre',
    'compte',
    'coeur',
  ],
  en: [
    'worr*',
    'bother*',
    'concern*',
    'hold*',
    'happen*',
    'going on',
    'on your mind',
    'tell me',
    'walk me',
    'talk me',
    'feel*',
    'felt',
    'matter*',
    'weigh*',
    'understand',
    'was it like',
    'is it like',
    'been like',
  ],
} as const;
/** «Ça vous va comme ça ?», «deal?» hand the floor back: the persona says what is still missing, not that it does not know. */
const assents = {
  fr: [
    'ca vous va',
    'ca te va',
    'ca vous irait',
    'ca te irait',
    'ca t irait',
    'vous convient',
    'te convient',
    'd accord',
    'on fait comme ca',
    'marche conclu',
    'on est bons',
    'bon pour vous',
    'bon pour toi',
    'ok pour vous',
    'deal',
    'en pensez',
    'en penses',
    'en dites',
    'en dis',
  ],
  en: [
    'does that work',
    'work for you',
    'sound good',
    'sound ok*',
    'is that ok*',
    'is that all right',
    'is that fair',
    'deal',
    'are we good',
    'good for you',
    'ok with you',
    'fine with you',
    'do you think',
    'agreed',
  ],
} as const;
/** «Qu'est-ce qui vous retient encore ?» asks for the next worry, not for the story again. */
const further = /\b(?:encore|d['’]autre|autre chose|reste|else|still|left)\b/iu;
/** «Donc vous avez tout compté à la main ?» checks what was heard: nobody answers that they do not know. */
const opensWithCheck = /^\s*(?:(?:ok|oui|ah|yeah|right|okay),? )?(?:donc|alors|du coup|en fait|so),? (?:vous|tu|c['’]est|you|it)\b/iu;
/** A question with one of these asks for something, even beside an offer: «je décale l'export ; c'est quoi, sa vraie date ?» */
const questionWords = {
  fr: ['quoi', 'quel', 'quelle', 'quels', 'quelles', 'combien', 'qui', 'quand', 'comment', 'pourquoi', 'qu est ce'],
  en: ['what', 'which', 'who', 'when', 'where', 'how', 'why'],
} as const;

/** The sentences in which signals of these kinds stand: what is asked is read there and nowhere else. */
function sentencesWith(kinds: readonly SignalKind[], signals: readonly Signal[], text: string): string {
  const spans = signals
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ start, end }) => {
      const from = Math.max(...['.', '!', '?', '\n'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
      const rest = text.slice(Math.max(start, end - 1)).search(/[.!?\n]/);
      return { from: start === 0 ? 0 : from, to: rest < 0 ? text.length : Math.max(start, end - 1) + rest };
    });
  return spans.map(({ from, to }) => text.slice(from, to)).join(' . ');
}

/** How much of the words is about these patterns, in characters: a longer match is a closer one. */
const closeness = (patterns: readonly string[], words: string) => findPatterns(patterns, words).reduce((sum, { start, end }) => sum + end - start, 0);

/** A hurried hand and a recogniser leave out the stop; a sentence that has one and asks nothing tells something. */
const hasNoStop = /[\p{L}\p{N}]\s*$/u;
const mostWordsOfTouch = 12;
/** Signs beside which a few words may still be meant as a question. */
const says: ReadonlySet<SignalKind> = new Set(['hollow_empathy', 'greeting', 'information']);

/**
 * «donc personne vous a prevenu», «et votre budget»: a few words about something the persona knows, that say nothing else, are
 * met by that thing: the answer, or the door left ajar; what is only touched on was not earned.
 */
function touchesOn({ scenario, state, text, locale }: Question): Asked | undefined {
  if (!hasNoStop.test(text) || countWords(text) > mostWordsOfTouch) return undefined;
  const nearest = <T extends Fact | Answer>(items: readonly T[], done: readonly string[]): { it: T; worth: number } | undefined =>
    items
      .filter(({ id }) => !done.includes(id))
      .map((it) => ({ it, worth: closeness(it.about[locale], text) }))
      .filter(({ worth }) => worth > 0)
      .toSorted((a, b) => b.worth - a.worth)[0];
  const fact = nearest(scenario.facts, state.revealed);
  const answer = nearest(scenario.answers, state.answered);
  if (answer && answer.worth > (fact?.worth ?? 0)) return { what: 'answer', answer: answer.it };
  return fact && { what: 'fact', fact: fact.it, earned: false, again: false };
}

/** The fact or answer that a turn asks for most closely; undefined when it asks for nothing. */
export function whatIsAsked(at: Question): Asked | undefined {
  const { scenario, state, signals, text, locale } = at;
  const has = (kinds: readonly string[]) => signals.some(({ kind }) => kinds.includes(kind));
  const asks = has(questions);
  // «Je peux vous faire 48 000» asks nothing and waits for an answer all the same.
  const proposes = !asks && has(['concession']);
  const words = sentencesWith(asks ? questions : proposes ? ['concession'] : uptakes, signals, text);
  if (words === '') return signals.every(({ kind }) => says.has(kind)) ? touchesOn(at) : undefined;

  let best: { closeness: number; asked: Asked } | undefined;
  const consider = (asked: Asked, worth: number) => {
    if (worth > 0 && worth > (best?.closeness ?? 0)) best = { closeness: worth, asked };
  };
  const weigh = (within: string) => {
    for (const fact of scenario.facts) {
      const again = state.revealed.includes(fact.id);
      // What was told is told again only to somebody who wants to hear more of it.
      if (again && !has(['open_question'])) continue;
      const earning: readonly string[] = fact.earned.by.length > 0 ? fact.earned.by : questions;
      const acted = again || has(earning);
      if (!acted && !asks) continue;
      const earned = acted && (again || state.trust >= fact.earned.trust);
      // What was earned is told rather than something beside it; what was told once gives way to what was not.
      if (earned || asks) consider({ what: 'fact', fact, earned, again }, closeness(fact.about[locale], within) * (again ? 0.7 : earned ? 1.5 : 1));
    }
    if (asks || proposes)
      for (const answer of scenario.answers)
        consider({ what: 'answer', answer }, closeness(answer.about[locale], within) * (state.answered.includes(answer.id) ? 0.7 : 1.1));
  };
  weigh(words);
  // «Les deux prestataires d'avant. Que s'est-il passé ?»: the topic may stand in the sentence before.
  if (!best && asks && !has(offers)) weigh(text);
  if (best) return best.asked;
  if (!asks) return undefined;

  const open = has(['open_question']);
  // A question about one of the persona's worries is taken up as that worry, as long as it is one.
  if (scenario.concerns.some((it) => state.concerns[it.id]?.status !== 'resolved' && findPatterns(it.about[locale], words).length > 0)) return undefined;
  const wide = open && countWords(words) <= mostWordsOfWide && findPatterns(wideWords[locale], words).length > 0;
  // A wide open question earns the first fact that is within reach.
  const fact =
    wide && !further.test(words) && scenario.questionPlan.length === 0
      ? scenario.facts.find((it) => !state.revealed.includes(it.id) && it.earned.by.includes('open_question') && state.trust >= it.earned.trust)
      : undefined;
  if (fact) return { what: 'fact', fact, earned: true, again: false };
  if (findPatterns(assents[locale], words).length > 0 || opensWithCheck.test(words)) return undefined;
  if (!open && has(offers) && findPatterns(questionWords[locale], words).length === 0) return undefined;
  if (countWords(words) < fewestWords && !isBriefQuestion(at, open)) return undefined;
  return { what: 'nothing', open: open || findPatterns(wideWords[locale], words).length > 0 };
}

/** Whether a question of a few words is one, which a word like «je ne sais pas» answers. */
function isBriefQuestion({ scenario, text, locale }: Question, open: boolean): boolean {
  if (handsBack(text, locale)) return false;
  // In a role-play «pourquoi ?» wants to hear more of what was just said: the persona goes on with it.
  return open ? scenario.questionPlan.length > 0 && countWords(text) <= fewestWords : countWords(text) <= mostWordsAround;
}
