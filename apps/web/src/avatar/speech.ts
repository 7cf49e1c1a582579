import { MOUTH_REST, type MouthShape } from './pose.ts';
import { VISEMES } from './visemes.ts';

const CLOSED = MOUTH_REST;

/** Letters stand in for sounds: close enough to be believed, in French and in English alike. */
const SHAPES: ReadonlyMap<string, MouthShape> = new Map([
  ...each('aàâ', { ...VISEMES.aa, open: 0.62 }),
  ...each('eéèêë', VISEMES.E),
  ...each('iîïy', VISEMES.I),
  ...each('oô', VISEMES.O),
  ...each('uùûüœw', { ...VISEMES.U, w: 0.68, protrude: 0.8 }),
  ...each('mbp', VISEMES.PP),
  ...each('fv', VISEMES.FF),
  ...each('chjgq', { ...VISEMES.CH, w: 0.86, protrude: 0.4 }),
  ...each('sz', VISEMES.SS),
  ...each('ln', VISEMES.nn),
  ...each('rtdkx', VISEMES.DD),
]);

function each(letters: string, shape: MouthShape): [string, MouthShape][] {
  return [...letters].map((letter) => [letter, shape]);
}

/** Relaxed speech is about 14 letters a second, in the 174 words a minute of a French interview. */
const LETTERS_PER_SECOND = 14;
const PAUSE_AT: ReadonlyMap<string, number> = new Map([
  ...[...'.?!…'].map((mark): [string, number] => [mark, 0.34]),
  ...[...',;:'].map((mark): [string, number] => [mark, 0.18]),
]);

/**
 * Follows a text that may still be growing and says what the mouth does now. When no text is known it
 * murmurs syllables. A text that does not continue the last one starts a new reply.
 */
export function createSpeech(chance: () => number) {
  let said = '';
  let position = 0;
  let pause = 0;
  let shape = CLOSED;
  let murmurLeft = 0;

  const followText = (text: string, seconds: number): MouthShape => {
    if (!text.startsWith(said)) position = 0;
    said = text;
    pause -= seconds;
    if (pause > 0) return CLOSED;
    // Text that arrives faster than speech must not leave the mouth moving long after the last word.
    const ahead = text.length - position;
    const speed = LETTERS_PER_SECOND + Math.max(0, ahead - 80) * 0.25;
    const before = Math.floor(position);
    position = Math.min(text.length, position + speed * seconds);
    if (Math.floor(position) > before) {
      const letter = text.charAt(Math.floor(position) - 1).toLowerCase();
      pause = PAUSE_AT.get(letter) ?? 0;
      shape = SHAPES.get(letter) ?? CLOSED;
    }
    return position >= text.length ? CLOSED : shape;
  };

  const murmur = (seconds: number): MouthShape => {
    murmurLeft -= seconds;
    if (murmurLeft > 0) return shape;
    murmurLeft = 0.07 + chance() * 0.09;
    shape = chance() < 0.28 ? CLOSED : { ...MOUTH_REST, open: 0.15 + chance() * 0.4, w: 0.82 + chance() * 0.28, upper: chance() * 0.3, lower: chance() * 0.4 };
    return shape;
  };

  return (speaking: boolean, text: string | undefined, seconds: number): MouthShape => {
    if (!speaking) return CLOSED;
    return text === undefined ? murmur(seconds) : followText(text, seconds);
  };
}
