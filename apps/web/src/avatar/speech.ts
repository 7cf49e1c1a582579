import type { Pose } from './pose.ts';

/** What the mouth alone does for one sound. */
export type MouthShape = Pick<Pose, 'open' | 'w'>;

const CLOSED: MouthShape = { open: 0, w: 1 };

/** Letters stand in for sounds: close enough to be believed, in French and in English alike. */
const SHAPES: ReadonlyMap<string, MouthShape> = new Map([
  ...each('aàâ', { open: 0.62, w: 1.02 }),
  ...each('eéèêë', { open: 0.38, w: 1.06 }),
  ...each('iîïy', { open: 0.22, w: 1.12 }),
  ...each('oô', { open: 0.46, w: 0.8 }),
  ...each('uùûüœw', { open: 0.26, w: 0.74 }),
  ...each('mbp', { open: 0, w: 0.97 }),
  ...each('fv', { open: 0.09, w: 1 }),
  ...each('chjgq', { open: 0.2, w: 0.86 }),
  ...each('lnrtdszkx', { open: 0.18, w: 1.02 }),
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
    shape = chance() < 0.28 ? CLOSED : { open: 0.15 + chance() * 0.45, w: 0.82 + chance() * 0.28 };
    return shape;
  };

  return (speaking: boolean, text: string | undefined, seconds: number): MouthShape => {
    if (!speaking) return CLOSED;
    return text === undefined ? murmur(seconds) : followText(text, seconds);
  };
}
