import type { Locale } from '@coachvisio/contract/locale.ts';
import { lexical, vocal } from './fillers.ts';
import { fold } from './fold.ts';
import { read } from './reading.ts';

export interface TurnMeasure {
  /** Words as a person counts them, hesitations and stammered repeats left out: «l'usine» and «rendez-vous» are one. */
  words: number;
  /** «euh», "um". */
  vocalFillers: number;
  /** Discourse markers that carry no meaning where they stand: «en fait», «hein», "you know". Never «donc», «alors». */
  lexicalFillers: number;
  /** At least one as soon as there is a word; recognisers without punctuation give one. */
  sentences: number;
}

/** Counts of one turn. They describe delivery; none of them may move a score of content. */
export function measureTurn(text: string, locale: Locale): TurnMeasure {
  const folded = fold(text).text;
  const turn = read(text, locale);
  return {
    words: turn.words,
    vocalFillers: folded.match(vocal[locale])?.length ?? 0,
    lexicalFillers: folded.match(lexical[locale])?.length ?? 0,
    sentences: turn.sentences.length,
  };
}
