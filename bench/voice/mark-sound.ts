/**
 * What was said, written into the sound itself: the lowest bit of each sample, 90 dB below a shout, carries the number of the
 * clip and how many of its words have been said by then. A recogniser that reads it understands exactly what it was given, cut
 * wherever it was cut, and nothing else.
 */
export interface Mark {
  readonly clip: number;
  /** Words of the clip that are over. */
  readonly words: number;
  /** Sample at which it stands. */
  readonly at: number;
}

const beginning = 0xb5a3_6c91;
const bits = 80;
/** Every 10 ms at 16 kHz. */
const every = 160;

/** Writes marks into a clip; `wordsAt` says how many words are over at a sample. */
export function markSound(samples: Int16Array, clip: number, wordsAt: (sample: number) => number): void {
  for (let at = 0; at + bits <= samples.length; at += every) {
    const words = wordsAt(at);
    write(samples, at, 32, beginning);
    write(samples, at + 32, 16, clip);
    write(samples, at + 48, 16, words);
    write(samples, at + 64, 16, check(clip, words));
  }
}

/** The marks in a stretch of sound, wherever it begins. */
export function marksIn(samples: Int16Array): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  for (let at = 0; at < samples.length; at += 1) {
    last = ((last << 1) | ((samples[at] ?? 0) & 1)) >>> 0;
    if (last !== beginning) continue;
    const clip = read(samples, at + 1, 16);
    const words = read(samples, at + 17, 16);
    if (at + 49 <= samples.length && read(samples, at + 33, 16) === check(clip, words)) marks.push({ clip, words, at: at - 31 });
  }
  return marks;
}

const check = (clip: number, words: number): number => (clip * 31 + words * 17 + 0x5a5a) & 0xffff;

function write(samples: Int16Array, at: number, count: number, value: number): void {
  for (let bit = 0; bit < count; bit += 1) samples[at + bit] = ((samples[at + bit] ?? 0) & ~1) | ((value >>> (count - 1 - bit)) & 1);
}

function read(samples: Int16Array, at: number, count: number): number {
  let value = 0;
  for (let bit = 0; bit < count; bit += 1) value = (value << 1) | ((samples[at + bit] ?? 0) & 1);
  return value >>> 0;
}
