/**
 * Phrases of the lexicons are regular expressions over folded text, with three conveniences that keep them readable:
 * a blank stands for what may stand between two words (blank, comma, hyphen), `*` ends a stem, and `~` is a gap of at most
 * three words: between two words («envoie ~ demain»), or as what follows, for a fuller quote («je m'engage( ~)?»). A phrase starts and ends at a word's edge, so «qu» also finds «qu'», while "won" is not in "won't".
 * No phrase may hold an unbounded repetition: a turn can be 10 000 characters long.
 */
const BETWEEN = '(?:,? |-)';
/** Hurried hands and some recognisers leave a blank where an apostrophe stood: «qu est ce que». */
const APOSTROPHE = "[' ]";
const ANY = "[a-z0-9'%]{1,24}";
const GAP = `${BETWEEN}(?:${ANY}${BETWEEN}){0,3}`;
const TAIL = `(?:(?:${BETWEEN}${ANY}){1,3})`;

const toSource = (phrase: string): string =>
  phrase
    .split('( ~)')
    .map((whole) =>
      whole
        .split(' ~ ')
        .map((part) =>
          part.replace(/(?<=[a-z])\*/g, '[a-z]{0,16}').replace(/\[[^\]]*\]|[ ']/g, (found) => (found === ' ' ? BETWEEN : found === "'" ? APOSTROPHE : found)),
        )
        .join(GAP),
    )
    .join(TAIL);

const compiled = new WeakMap<readonly string[], RegExp>();

export const phrasesOf = (phrases: readonly string[]): RegExp => {
  const known = compiled.get(phrases);
  if (known !== undefined) return known;
  const made = new RegExp(`(?<![a-z0-9])(?:${phrases.map(toSource).join('|')})(?![a-z0-9]|'t(?![a-z]))`, 'g');
  compiled.set(phrases, made);
  return made;
};
