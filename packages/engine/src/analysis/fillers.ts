import type { Locale } from '@coachvisio/contract/locale.ts';
import { fold, original } from './fold.ts';

/**
 * Hesitations and discourse markers, in folded text. Checked against the discourse annotation of UD French-ParisStories
 * (CC BY-SA 4.0). «donc» and «alors» are connectors and never count; "like" counts only where it can be nothing else.
 */
export const vocal: Readonly<Record<Locale, RegExp>> = {
  fr: /(?<![a-z0-9'-])(?:e+u+h+|h+e+u+|e+h+u+h*|h+u+m+|h+m+|m+h+m*)(?![a-z0-9'-])/g,
  en: /(?<![a-z0-9'-])(?:u+h+|u+h*m+|e+r+m*|h+m+|m+h+m*)(?![a-z0-9'-])/g,
};

const EDGE = '(?=[ ]*(?:[,.;:!?\\n]|$))';
const VERB_NEXT = "(?! (?:que|qu'|si|comment|pourquoi|ou|ce|c'|combien|quand|quoi|le|la|les|l'|un|une|mon|votre|ca|faire|bien))";

const markersFr: readonly string[] = [
  'hein',
  `(?:du coup)(?! (?:de |d'))`,
  `(?<!\\b(?:il|elle|on|j'|je|tu|nous|vous|ils|y|ce|qui) )en fait(?! (?:partie|un|une|des|deux|trop|trois|plusieurs))`,
  `(?<!\\b(?:si|que|qu'|quand|comme|ce) )(?:tu vois|vous voyez|tu sais|vous savez)${VERB_NEXT}(?! [a-z]+ (?:vous|tu))`,
  'comment dire',
  'on va dire',
  "j'ai envie de dire",
  `(?<!\\b(?:que|qu') ?)je veux dire(?! (?:que|qu'|a))`,
  `(?:si tu veux|si vous voulez)${EDGE}`,
  'entre guillemets',
  'pour le coup',
  `(?<=^|[,.;:!?\\n] ?|(?:mais|ah|et|ben|bah|euh|enfin|oui|non) )bon(?=[ ]*[,.;:!?\\n]| (?:ben|bah|alors|euh|apres|voila|je|j'|c'|on|il|ca|moi|la|y|mais|donc))`,
  // «Donc voilà.» ends what was said; «voilà, donc» only holds the floor.
  `(?<!\\b(?:les|la|le|l'|me|nous) ?)voila(?! (?:un|une|le|la|les|l'|ce|c'|pourquoi|comment|mon|ma|mes|notre|nos|deux|trois|qui|que|qu'|des|ou)| ?(?:[.;:!?\\n]|$))`,
  // «Ah, d'accord», «oh mon Dieu», «pff».
  // In «des oh et des ah» they are named, not said.
  `(?<!\\b(?:un|des|les|mes|ses|ces|leurs|grands?|petits?|quelques) )(?:a+h+|o+h+|pf+|roh)(?! (?:bon|non|oui)? ?[?])`,
  // Not the whole of an answer: there it says yes.
  `(?<!^ ?)ouais|ouais(?=,? [a-z])`,
  // «Oui» answers, unless it stands beside another marker: «bah oui», «oui, enfin».
  `(?<=\\b(?:euh|bah|ben|ah|mais|enfin|bon|oui|non),? )(?:oui|non)(?=,|[ ]*(?:[.;:!\\n]|$)| (?:mais|et|c'|je|j'|on|il|elle|voila))`,
  `(?:oui|non)(?=,? (?:bah|ben|voila|enfin|euh|oui|tiens|c'est ca|en fait|du coup)(?![a-z]))`,
  `(?<=[a-z0-9], )(?:je (?:crois|pense|trouve|dirais)|je (?:ne )?sais (?:pas|plus))${EDGE}`,
  `(?:tiens|ecoutez?)(?=,)`,
  `(?:ben|bah|boh|mouais)`,
  `bref(?=[ ]*,)`,
  `(?<=[,.] ?)bref`,
  `(?<!\\b(?:un|le|ce|du|son|mon|de|quel|au|tout|meme|autre|ton|leur|notre|aucun|bon) )genre(?! (?:de|d'|humain|masculin|feminin))`,
  // Corrects or softens what was just said; in a list, or after an auxiliary, it says that something comes at last.
  `(?<!\\b(?:et|puis|a|ai|as|avons|avez|ont|est|es|suis|sont|sommes|etes|va|vais|vas|allons|allez|vont|peut|peux|pouvons|avait|etait|pouvoir|pas|voila|c'est|j'ai) )enfin`,
  `(?<=[a-z0-9],? )(?<!\\b(?:avait|fais|fait|faisais|etait|trop|plus|veux|voulais|a|de|d'|en|par|sur|pour|c'est|est|que|faire|dire|sais|savoir|pas|avec|dans|contre|n'importe|importe|vers|sans|apres|ce|comprendre|ou|attendez|attends|voulez|pensez|faites) )quoi(?=[ ]*(?:[,.;:!\\n]|$))`,
];
const markersEn: readonly string[] = [
  `(?<!\\b(?:do|did|if|what|as|how|that|let|would|should|when|because|before|to) )you know(?! (?:what|how|that|where|who|why|if|about|the|a|it|him|her|them|my|your|this))`,
  '(?<!\\b(?:what|that|do|if|by|when|which) )i mean(?! (?:it|that|by))',
  `(?<!\\b(?:a|the|this|that|what|some|any|every|same|different|new|which|certain|other|right|best|all) )(?:sort|kind) of(?! (?:a |the )?(?:person|thing|question|work|client|customer)s?)`,
  'or whatever',
  'and stuff',
  'at the end of the day',
  '(?<=^|[,.;:!?\\n] ?)well(?=[ ]*,| (?:i|you|we|it|that|the|no|yes|yeah)\\b)',
  '(?<=, ?)like(?= ?,)',
  '(?<=^|[.!?\\n] ?)like(?= ?,)',
  '(?<=(?:um|uh),? )like(?=,| (?:really|just|super|totally))',
  "(?<=(?:was|were|is|are|it's|i'm),? )like(?= ?,| (?:really|so|super|totally|literally) )",
  '(?<=[a-z] ?, ?)right(?= ?,)',
  '(?:basically|literally)(?= ?,)',
  '(?<=^|[.!?\\n] ?)(?:basically|actually|honestly)(?= ?,)',
];

const compile = (markers: readonly string[]): RegExp => new RegExp(`(?:(?<![a-z0-9'-])|(?<=\\bqu'))(?:${markers.join('|')})(?![a-z0-9-])`, 'g');
export const lexical: Readonly<Record<Locale, RegExp>> = { fr: compile(markersFr), en: compile(markersEn) };

/** Where hesitations and discourse markers stand, in UTF-16 units of `text` and in order. */
export const fillersIn = (text: string, locale: Locale): { start: number; end: number }[] => {
  const folded = fold(text);
  return [...folded.text.matchAll(vocal[locale]), ...folded.text.matchAll(lexical[locale])]
    .map((found) => original(folded, found.index, found.index + found[0].length, text))
    .sort((a, b) => a.start - b.start);
};
