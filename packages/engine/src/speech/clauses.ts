/** A piece of a turn that is spoken in one breath: characters `from` to `to` of it. */
export interface Clause {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Shorter than this a first clause sounds clipped («Bon,»), and its sound would end before the next one is made. */
const leastFirst = 8;
/** A sentence longer than this is cut at a comma: its sound would keep the listener waiting. */
const longest = 160;

/** The end of a sentence: its mark, then a space and a letter of the next: a closing «»» or a French « ?» may still come. «50.000» goes on; so does «M. Garnier», whose one letter is no word. */
const sentenceEnd = /(?:[\p{L}\p{N})%€$]{2}\.|[\p{L}\p{N})%€$][\s  ]?[?!…])[.?!…]*[\s  ]?[»"”]?(?=\s+[^\s»”?!])/u;
/** Where one breathes inside a sentence. A comma between figures is none. */
const breath = /[,;:—–](?=[\s  ])/gu;

/**
 * Cuts words that are still coming into pieces to be spoken: the first as soon as there is a breath in it, so that the voice
 * begins at once, then whole sentences, whose melody needs their end.
 */
export class Clauses {
  #text = '';
  #from = 0;

  /** Takes the next words; gives back what can be spoken by now, in order. */
  push(piece: string): Clause[] {
    this.#text += piece;
    const clauses: Clause[] = [];
    for (let end = this.#nextEnd(); end !== undefined; end = this.#nextEnd()) clauses.push(...this.#cutAt(end));
    return clauses;
  }

  /** No more words come: gives back the rest. */
  end(): Clause[] {
    return this.#cutAt(this.#text.length);
  }

  #nextEnd(): number | undefined {
    const rest = this.#text.slice(this.#from);
    // A line break says that what stands before it is whole, whatever comes and whenever that is.
    const line = /^\s*\S[^\n]*(?=\n)/u.exec(rest)?.[0];
    const sentence = sentenceEnd.exec(line ?? rest);
    const ofSentence = sentence ? sentence.index + sentence[0].length : line?.length;
    const isFirst = this.#from === 0;
    for (const { index } of rest.matchAll(breath)) {
      const end = index + 1;
      if (ofSentence !== undefined && end >= ofSentence) break;
      if (isFirst ? end >= leastFirst : (ofSentence ?? rest.length) > longest && end > longest / 2) return this.#from + end;
    }
    return ofSentence === undefined ? undefined : this.#from + ofSentence;
  }

  #cutAt(end: number): Clause[] {
    const cut = this.#text.slice(this.#from, end);
    const from = this.#from + (cut.length - cut.trimStart().length);
    this.#from = end;
    const text = cut.trim();
    return text === '' ? [] : [{ text, from, to: from + text.length }];
  }
}
