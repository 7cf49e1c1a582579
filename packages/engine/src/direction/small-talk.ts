import type { PersonaState } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Answer, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import { findPatterns } from '../analysis/match.ts';

/** What people speak of when they do not speak of the matter: the weather, a pet, the week-end, a joke. */
const topics = {
  fr: [
    'avez un chien',
    'avez vous un chien',
    'as un chien',
    'as tu un chien',
    'votre chien',
    'ton chien',
    'avez un chat',
    'avez vous un chat',
    'as un chat',
    'as tu un chat',
    'votre chat',
    'ton chat',
    'des animaux',
    'fait beau',
    'fait froid',
    'fait chaud',
    'fait moche',
    'quel temps',
    'temps qu il fait',
    'la meteo',
    'il pleut',
    'il pleuvait',
    'de la pluie',
    'du soleil',
    'grand soleil',
    'beau soleil',
    'bon week end',
    'votre week end',
    'ton week end',
    'le week end s est',
    'vos vacances',
    'tes vacances',
    'bonnes vacances',
    'partez en vacances',
    'vu le match',
    'regarde le match',
    'match hier',
    'match de foot',
    'aimez le foot',
    'suivez le foot',
    'suivez le rugby',
    'vos enfants',
    'tes enfants',
    'avez des enfants',
    'avez vous des enfants',
    'as des enfants',
    'signe astro*',
    'vos loisirs',
    'tes loisirs',
    'vos hobbies',
    'jolie cravate',
    'joli bureau',
    'beau bureau',
    'bien decore',
    'jolie vue',
    'belle vue',
    'je plaisante',
    'je rigole',
    'je blague',
    'je deconne',
    'petite blague',
    'connaissez la blague',
    'connais la blague',
    'raconte* une blague',
    'c est l histoire d un',
    'haha*',
    'hihi*',
    'mdr',
    'ptdr',
    'lol',
    'toc toc',
  ],
  en: [
    'have a dog',
    'got a dog',
    'your dog',
    'have a cat',
    'got a cat',
    'your cat',
    'any pets',
    'have pets',
    'nice weather',
    'the weather',
    'lovely day',
    'beautiful day',
    'sunny',
    'it s raining',
    'is it raining',
    'this rain',
    'cold outside',
    'hot outside',
    'your weekend',
    'good weekend',
    'nice weekend',
    'your vacation',
    'your holiday*',
    'see the game',
    'watch the game',
    'catch the game',
    'game last night',
    'like football',
    'like baseball',
    'your kids',
    'any kids',
    'have kids',
    'your hobbies',
    'star sign',
    'nice tie',
    'nice office',
    'nice view',
    'great view',
    'i m kidding',
    'just kidding',
    'i m joking',
    'just joking',
    'tell you a joke',
    'heard the one',
    'here s a joke',
    'knock knock',
    'haha*',
    'lol',
    'lmao',
  ],
} as const;

/** A turn longer than this has begun to say something else. */
const mostWords = 16;

/** Signs that a turn says something, whatever it opens with. */
const matter: ReadonlySet<SignalKind> = new Set([
  'commitment',
  'guarantee',
  'concession',
  'limit',
  'date',
  'acknowledgement',
  'apology',
  'ownership',
  'reformulation',
  'complex_reformulation',
  'evasion',
  'justification',
  'blame',
  'contempt',
  'hollow_empathy',
  'vague',
  'repetition',
  'too_long',
  'wraps_up',
  'situation',
  'task',
  'action',
  'result',
]);

export type Chat = { readonly about: 'nothing' } | { readonly about: 'answer'; readonly answer: Answer };

/**
 * A turn that only chats: «Vous avez un chien ?», «Il fait beau chez vous», a bare joke. Nobody meets it with an objection as if
 * it had been an answer. What the story has to say of it, if anything; undefined when the turn is about the matter.
 */
export function chatIn(scenario: ScenarioContent, state: PersonaState, signals: readonly Signal[], text: string, locale: Locale): Chat | undefined {
  if (text.trim().split(/\s+/).length > mostWords || signals.some(({ kind }) => matter.has(kind))) return undefined;
  const found = findPatterns(topics[locale], text);
  if (found.length === 0) return undefined;
  // «Ça fait des enfants contents» in a story about a school is the matter itself.
  const matters = [scenario.about, ...scenario.concerns.map(({ about }) => about), ...scenario.facts.map(({ about }) => about)];
  if (matters.some((about) => findPatterns(about[locale], text).length > 0)) return undefined;
  const answers = scenario.answers.filter(({ about }) => findPatterns(about[locale], text).length > 0);
  const answer = answers.find(({ id }) => !state.answered.includes(id));
  if (answer) return { about: 'answer', answer };
  return { about: 'nothing' };
}
