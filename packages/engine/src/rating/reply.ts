import type { Locale } from '@coachvisio/contract/locale.ts';
import { datesIn } from '../analysis/dates.ts';
import { findPatterns } from '../analysis/match.ts';
import { holds, read, textOf, wordsIn, type Reading, type Stretch } from '../analysis/reading.ts';

/**
 * How the other takes what was said, by words of theirs that hardly mean anything else. What a turn achieved shows in the answer to it;
 * no word of the learner is judged by these lists. They find some of it, never all: silence about it proves nothing.
 */
type Words = Readonly<Record<Locale, readonly string[]>>;

/** Puts a decision off. A date named right after that is the learner's alone: nobody agreed to it. */
const off: Words = {
  fr: [
    'on verra',
    'je verrai',
    'nous verrons',
    'je vais y réfléchir',
    'je vais réfléchir',
    'je réfléchis',
    "laissez-moi le temps d'y réfléchir",
    'laissez-moi réfléchir',
    'pas pour le moment',
    "pas pour l'instant",
    'pas maintenant',
    'pas tout de suite',
    'pas si vite',
    "je ne m'engage pas",
    "je ne m'engage à rien",
    'je ne signe rien',
    'je ne signe pas',
    'je ne vais pas signer',
    "je n'achète rien",
    'je ne promets rien',
    'je vous recontacterai',
    'je reviendrai vers vous',
    "envoyez d'abord",
    "envoyez-moi d'abord",
    'envoyez-moi déjà',
    'envoyez toujours',
    'envoyez-moi une documentation',
    'envoyez-moi une doc',
    'envoyez-moi une plaquette',
  ],
  en: [
    "we'll see",
    "I'll see",
    'then maybe',
    'maybe later',
    "I'll think about it",
    'let me think about it',
    'I need to think',
    'wait and see',
    'not right now',
    'not now',
    'not yet',
    'not so fast',
    'not at the moment',
    'no promises',
    "I'm not signing",
    "I'm not buying",
    "I'm not giving you",
    "I'm not committing",
    "I'll get back to you",
    "I'll be in touch",
    'send that first',
    'send it first',
    'send me something',
    'send me some information',
    'send me a brochure',
  ],
};

/** Takes the matter out of the learner's hands: elsewhere, higher up, or to an end. */
const away: Words = {
  fr: [
    'je le fais moi-même',
    'je le ferai moi-même',
    'je vais le faire moi-même',
    "je m'en occupe moi-même",
    "je m'en occuperai moi-même",
    "je vais m'en occuper moi-même",
    'je vais me débrouiller',
    'je me débrouillerai',
    'je prends le dossier',
    'je reprends le dossier',
    'je reprends la main',
    'je vous retire',
    'je te retire',
    'je vais voir ailleurs',
    "j'irai voir ailleurs",
    "j'irai ailleurs",
    'je vais aller ailleurs',
    'aller voir ailleurs',
    'je vais continuer à chercher',
    'je continue à chercher',
    'je continue mes recherches',
    "je vais demander à quelqu'un d'autre",
    "je prendrai quelqu'un d'autre",
    "je passe par quelqu'un d'autre",
    "je vais trouver quelqu'un d'autre",
    'restons-en là',
    'on va en rester là',
    'on en reste là',
    'nous en restons là',
    "on s'arrête là",
    "on va s'arrêter là",
    'arrêtons-nous là',
    'laissez tomber',
    'laisse tomber',
    "n'en parlons plus",
    "j'en parlerai à",
    "j'en parlerai avec",
    'je vais en parler à',
    "j'en réfère à",
    'nous reparlerons de votre',
    'on reparlera de ton',
    'on reparlera de votre',
    'je vais porter plainte',
    'je porte plainte',
    'mon avocat',
    'mon assurance verra',
    'je résilie',
    "j'annule",
    'je vous envoie la facture',
    'la facture, je vous',
    'vous aurez de mes nouvelles',
    'je raccroche',
    'je démissionne',
    "pour l'arrêt",
    'ça ne nous intéresse pas',
    "ça ne m'intéresse pas",
    'je ne suis pas intéressé',
    'je ne suis pas intéressée',
    'ce sera sans moi',
    'ce sera sans vous',
  ],
  en: [
    "I'll do it myself",
    "I'll handle it myself",
    "I'll take care of it myself",
    "I'll figure it out myself",
    "I'll deal with it myself",
    "I'll take it from here",
    "I'm taking this over",
    "I'll go elsewhere",
    "I'll look elsewhere",
    "I'm going to keep looking",
    "I'll keep looking",
    "I'll find somebody else",
    "I'll find someone else",
    "I'll ask somebody else",
    "I'll ask someone else",
    'to somebody else',
    'to someone else',
    "I'll take my business",
    "we're done",
    "I'm done here",
    "I'm done talking",
    'forget it',
    'forget I asked',
    'never mind',
    "let's leave it there",
    "let's leave it at that",
    "let's stop here",
    "I'm canceling",
    "I'll cancel",
    'I want to cancel',
    "I'm not interested",
    "we're not interested",
    "I'm hanging up",
    'going to HR',
    'go to HR',
    'this to HR',
    "I'll talk to your",
    "I'll be talking to your",
    "I'll escalate",
    'my lawyer',
    'my attorney',
    "I'm filing a",
    "I'll file a",
    "I'm putting in my notice",
    'putting in my notice',
    "I'm handing in my",
    'I quit',
    "don't call back",
    "don't call again",
    "don't bother",
  ],
};

/** Objects to how it was said, not to what was said. */
const tone: Words = {
  fr: [
    'changez de ton',
    'change de ton',
    'sur ce ton',
    'votre ton',
    "baissez d'un ton",
    'votre attitude',
    'ton attitude',
    'restez poli',
    'restez polie',
    'restons polis',
    'restons courtois',
    'un peu de respect',
    'ne me parlez pas comme',
    'me parlez pas comme ça',
    'ne me parle pas comme',
    'me parle pas comme ça',
    'vous me manquez de respect',
    'tu me manques de respect',
    "vous m'insultez",
    "tu m'insultes",
    "vous m'agressez",
    "tu m'agresses",
    "c'est insultant",
    "c'est méprisant",
    "c'est humiliant",
    'vous me prenez de haut',
    'tu me prends de haut',
  ],
  en: [
    'watch your tone',
    'your tone',
    'that tone',
    'this tone',
    'your attitude',
    'that attitude',
    "don't talk to me like",
    'talk to me like that',
    "don't speak to me like",
    'speak to me like that',
    'show some respect',
    'a little respect',
    "that's insulting",
    "that's rude",
    'being rude',
    'out of line',
    "you're talking down",
    'condescending',
    'patronizing',
    'you insult me',
    'uncalled for',
  ],
};

/** Goes along with what was offered. */
const yes: Words = {
  fr: [
    "d'accord",
    'entendu',
    'parfait',
    'ça marche',
    'ça me va',
    'ça me convient',
    "c'est noté",
    'je note',
    'marché conclu',
    'banco',
    'allons-y',
    'va pour',
    'on fait comme ça',
    'faisons comme ça',
    'je signe',
    'je vous attends',
    "je t'attends",
    'je compte sur vous',
    'je compte sur toi',
    "c'est bon pour moi",
    "j'y serai",
    'volontiers',
    'avec plaisir',
    'très bien',
  ],
  en: [
    'deal',
    'agreed',
    'sounds good',
    'sounds fair',
    'sounds like a plan',
    'works for me',
    'that works',
    'that I can',
    'I can live with',
    'I can work with',
    'I can do that',
    'fair enough',
    'perfect',
    'see you',
    "I'll be there",
    "you're on",
    "let's do that",
    "let's do it",
    "I'll hold you to",
    'okay',
    'all right',
  ],
};

const says = (words: Words, said: string, locale: Locale): boolean => findPatterns(words[locale], said).length > 0;

export const putsOff = (said: string, locale: Locale): boolean => says(off, said, locale);
/** «On continue, ou on s'arrête là ?» leaves it to the learner. */
export function turnsAway(said: string, locale: Locale): boolean {
  if (!says(away, said, locale)) return false;
  const reading = read(said, locale);
  return reading.sentences.some((sentence) => !sentence.asks && says(away, textOf(reading, sentence), locale));
}
export const objectsToTone = (said: string, locale: Locale): boolean => says(tone, said, locale);
export const agrees = (said: string, locale: Locale): boolean =>
  says(yes, said, locale) && !putsOff(said, locale) && !turnsAway(said, locale) && read(said, locale).sentences.at(-1)?.asks !== true;

/** Begins with a no. */
export function refuses(said: string, locale: Locale): boolean {
  const answer = read(said, locale);
  const first = answer.sentences[0];
  return first !== undefined && holds(textOf(answer, first), answer.lexicon.negation);
}

/** Words of any time, whichever it is. */
const units: ReadonlySet<string> = new Set(
  'heure heures minute minutes jour jours semaine semaines mois clock hour hours minutes day days week weeks month months'.split(' '),
);
const dateWords = (text: Reading, stands: (stretch: Stretch) => boolean = () => true): string[] =>
  datesIn(text)
    .filter(stands)
    .flatMap((stretch) => wordsIn(textOf(text, stretch)).filter((word) => !text.lexicon.stop.has(word) && !units.has(word)));

/** Says a date of the learner back without asking about it: «Vendredi 11 heures, c'est noté». That stands, whatever else is put off. */
export function keepsDate(said: string, text: string, locale: Locale): boolean {
  const answer = read(said, locale);
  if (datesIn(answer).length === 0 || answer.sentences.at(-1)?.asks === true || refuses(said, locale)) return false;
  const named = new Set(dateWords(read(text, locale)));
  const stands = ({ start }: Stretch): boolean =>
    !answer.sentences.some((sentence) => sentence.start <= start && start < sentence.end && (sentence.asks || putsOff(textOf(answer, sentence), locale)));
  return dateWords(answer, stands).some((word) => named.has(word));
}
