import type { Directive, PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';
import { holdsParts } from './interview.ts';

/** Turns of this many words at most are nothing but a greeting or a thank-you. */
const mostWordsOfCourtesy = 5;

/** «Je peux vous poser une question ?» is granted; what it leads to comes next. */
const leaveToAsk = {
  fr: [
    'vous poser une question',
    'vous poser quelques questions',
    'vous poser des questions',
    'te poser une question',
    'vous demander quelque chose',
    'te demander quelque chose',
    'vous dire quelque chose',
    'te dire quelque chose',
  ],
  en: ['ask you something', 'ask you a question', 'ask a question', 'ask you a few questions', 'ask something', 'tell you something'],
} as const;
const hasQuestions = {
  fr: ['j ai une question', 'j ai deux questions', 'j ai trois questions', 'j ai quelques questions', 'j ai des questions', 'j en ai une', 'j en ai deux'],
  en: [
    'i have a question',
    'i have one question',
    'i have two questions',
    'i have a couple of questions',
    'i have a few questions',
    'i have some questions',
    'i do have',
  ],
} as const;
const mostWordsOfLeave = 10;
/** What is said of the meeting itself while coming in. */
const aboutMeeting = {
  fr: [
    'me recevoir*',
    'nous recevoir*',
    'prepare l entretien',
    'prepare cet entretien',
    'prepare notre entretien',
    'prepare ce rendez vous',
    'etre ici',
    'etre la',
    'vous rencontrer',
  ],
  en: ['having me', 'seeing me', 'meeting me', 'prepared for', 'to be here', 'to meet you'],
} as const;
const mostWordsOfMeeting = 16;

/** The line that answers a turn which only greets, thanks or mumbles; undefined when it says something. */
export function mereCourtesy(signals: readonly Signal[], text: string, locale: Locale): Directive['line'] {
  const has = (kind: SignalKind) => signals.some((signal) => signal.kind === kind);
  // «OK ?», «Deal?»: two words that hand the floor back are no mumble.
  if (has('too_short') && !text.includes('?')) return 'tooShort';
  const meets = findPatterns(aboutMeeting[locale], text).length > 0 && text.trim().split(/\s+/).length <= mostWordsOfMeeting;
  // «Bonjour, merci de me recevoir, j'ai bien préparé l'entretien» is no answer to the first question.
  if (has('greeting') && meets && !has('situation') && !has('result')) return 'listening';
  // «Oui, j'ai deux questions.» announces them: nobody has asked anything yet.
  if (text.trim().split(/\s+/).length <= mostWordsOfLeave && !text.includes('?') && findPatterns(hasQuestions[locale], text).length > 0) return 'listening';
  const polite =
    signals.length > 0 && signals.every(({ kind }) => kind === 'greeting' || kind === 'thanks') && text.trim().split(/\s+/).length <= mostWordsOfCourtesy;
  if (polite) return has('thanks') ? 'thanked' : 'listening';
  return text.trim().split(/\s+/).length <= mostWordsOfLeave && findPatterns(leaveToAsk[locale], text).length > 0 ? 'listening' : undefined;
}

/** «Non.», «rien d'autre»: asked for questions, somebody has none. */
const declines = {
  fr: ['non', 'rien', 'aucune', 'aucun', 'pas de question*', 'pas d autre*', 'c est bon', 'ca va', 'ca ira', 'tout est clair'],
  en: ['no', 'nope', 'nah', 'none', 'nothing', 'i m good', 'i m fine', 'all good', 'all clear', 'that s all', 'that s it'],
} as const;

/** Whether a turn that says nothing else has no question of its own, at the end of an interview, where that is what was asked for. */
export const hasNoQuestions = (line: Directive['line'], text: string, locale: Locale): boolean =>
  line === 'thanked' || (line === 'tooShort' && findPatterns(declines[locale], text).length > 0);

/** Whether the plan has come to the learner's own questions. */
export const atOwnQuestions = ({ questionPlan }: ScenarioContent, { plan }: PersonaState): boolean =>
  plan.index === questionPlan.length - 1 && questionPlan.at(-1)?.expects.length === 0;

/** Whether no planned question and no open worry is left. */
export const nothingIsLeft = (scenario: ScenarioContent, state: PersonaState): boolean =>
  scenario.questionPlan.length > 0
    ? atOwnQuestions(scenario, state)
    : scenario.concerns.length > 0 && Object.values(state.concerns).every(({ status }) => status !== 'open');

/** Fewer turns are no conversation: «bonne journée» in the second one is no farewell, as long as something is left. */
const fewestTurns = 3;

/** Whether somebody who speaks as if to leave is let go. «Voilà, c'est tout» after an answer ends the answer and not the interview. */
export const mayLeave = (scenario: ScenarioContent, state: PersonaState, signals: readonly Signal[]): boolean => {
  const left = !nothingIsLeft(scenario, state);
  return !(left && (state.turns < fewestTurns || (scenario.questionPlan.length > 0 && holdsParts(signals))));
};

/** «C'est bon pour moi alors, merci»: says yes to what was agreed, and brings nothing more. */
const agrees = {
  fr: [
    'bon pour moi',
    'ca me va',
    'cela me va',
    'ca nous va',
    'me convient',
    'nous convient',
    'd accord pour moi',
    'c est d accord',
    'on est d accord',
    'nous sommes d accord',
    'marche conclu',
    'on fait comme ca',
    'faisons comme ca',
    'ca marche',
    'c est entendu',
    'parfait pour moi',
    'ok pour moi',
  ],
  en: [
    'works for me',
    'works for us',
    'good for me',
    'good with me',
    'fine by me',
    'fine with me',
    'okay with me',
    'ok with me',
    'i m good with that',
    'i m happy with that',
    'we have a deal',
    'it s a deal',
    'you ve got a deal',
    'we re agreed',
    'let s do that',
    'sounds good',
  ],
} as const;
const besideYes: ReadonlySet<SignalKind> = new Set(['thanks', 'too_short', 'information', 'wraps_up']);

export const saysYes = (signals: readonly Signal[], text: string, locale: Locale): boolean =>
  !text.includes('?') &&
  text.trim().split(/\s+/).length <= mostWordsOfLeave &&
  signals.every(({ kind }) => besideYes.has(kind)) &&
  findPatterns(agrees[locale], text).length > 0 &&
  // «Ça ne me va pas» is no yes.
  !/(?:^|\s)(?:pas|ne|not|don['’]t|doesn['’]t|isn['’]t|mais|but|if|si)(?:\s|$)/iu.test(text);
