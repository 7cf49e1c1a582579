/** Longest reply of a persona, in sentences: a spoken turn, not a speech. */
const mostSentences = 3;

/**
 * Cuts a stream of words at the end of the third sentence, so that a model that goes on does not make the persona lecture.
 * Push pieces as they come; what comes back is what may be said. Once `done`, the stream may be stopped.
 */
export class SentenceLimit {
  #text = '';
  #sentences = 0;
  done = false;

  push(piece: string): string {
    if (this.done) return '';
    let kept = '';
    for (const character of piece) {
      const previous = this.#text.at(-1) ?? '';
      // A sentence ends at a mark followed by a space: «50.000» and «M. Garnier» go on (one letter before the dot is an initial).
      // French puts a space before ? and ! as well.
      if (/\s/.test(character) && /[.?!…»"]/.test(previous) && /(?:[\p{L}\p{N})%€]{2}\.|[\p{L}\p{N})%€]\s?[?!…])[.?!…]*\s?[»"]?$/u.test(this.#text)) {
        this.#sentences += 1;
        if (this.#sentences >= mostSentences) {
          this.done = true;
          return kept;
        }
      }
      this.#text += character;
      kept += character;
    }
    return kept;
  }

  /** Everything that was let through. */
  get text(): string {
    return this.#text;
  }
}
