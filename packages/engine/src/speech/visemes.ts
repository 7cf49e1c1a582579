import type { Viseme, VisemeMark } from '@coachvisio/contract/speech.ts';

/**
 * The mouth of each sound, by its first IPA letter. The fifteen shapes and their sounds are those of the Oculus set (see the
 * contract); sounds it does not list go by place and lips, as in Azure's table of visemes for fr-FR and en-US
 * (learn.microsoft.com/azure/ai-services/speech-service/how-to-speech-synthesis-viseme): a French r is made where k is,
 * and y, ø, œ are e and i with the lips of u and o.
 */
const lettersOf: readonly (readonly [Viseme, string])[] = [
  ['PP', 'pbmɓ'],
  ['FF', 'fvɱʋɸβ'],
  ['TH', 'θð'],
  ['DD', 'tdɾʈɖ'],
  ['kk', 'kɡgŋxɣqʁχcɟ'],
  ['CH', 'ʃʒʂʐɕʑ'],
  ['SS', 'sz'],
  ['nn', 'nlɲɫɭɬɳʎ'],
  ['RR', 'ɹrɻɚɝɜ'],
  ['aa', 'aɑɐʌæɶ'],
  ['E', 'eɛəɘᵊ'],
  ['I', 'iɪjɨᵻʝ'],
  ['O', 'oɔɒœɵɤ'],
  ['U', 'uʊwyɥøʉʍ'],
];
const shapes: ReadonlyMap<string, Viseme> = new Map(lettersOf.flatMap(([viseme, letters]) => [...letters].map((letter) => [letter, viseme] as const)));

/** Shorter than this a stop in the voice does not close the mouth. */
const leastPauseMs = 90;
/** What the last sound is taken to last when nothing follows it. */
const lastSoundMs = 120;
/** A diphthong stays longer on its first vowel. */
const firstVowelShare = 0.6;

/** A stop that is released into a hiss has the mouth of the hiss. */
const affricateStop = /[td]\u0361?(?=[ʃʒ])/gu;

/** The shapes within one phoneme. Empty for a pause, and for what the lips do not show: h, a glottal stop. Stress, length and accents have none. */
const shapesOf = (phoneme: string): Viseme[] => [...phoneme.normalize('NFD').replaceAll(affricateStop, '')].flatMap((letter) => shapes.get(letter) ?? []);

const isPause = (phoneme: string): boolean => phoneme.replaceAll(/[\s_:|]/gu, '') === '';
/** «(en)»: the voice passes through another language. */
const isLanguage = (phoneme: string): boolean => /^\([a-z-]+\)$/u.test(phoneme);

/** What the mouth does while these sounds are spoken. `phoneme` in IPA, an empty one is a pause. */
export function visemesOf(phonemes: readonly { readonly at: number; readonly phoneme: string }[]): VisemeMark[] {
  const sounds = phonemes.filter(({ phoneme }) => !isLanguage(phoneme));
  const marks: VisemeMark[] = [];
  const show = (at: number, viseme: Viseme): void => {
    if (marks.at(-1)?.viseme !== viseme) marks.push({ at: Math.round(at), viseme });
  };
  /** Where a sound began that lips do not show: the mouth makes ready for the next one. */
  let readyFrom: number | null = null;
  for (const [index, { at, phoneme }] of sounds.entries()) {
    const until = sounds[index + 1]?.at ?? at + lastSoundMs;
    if (isPause(phoneme)) {
      const next = sounds.slice(index + 1).find((sound) => !isPause(sound.phoneme));
      if (!next || next.at - at >= leastPauseMs) show(at, 'sil');
      readyFrom = null;
      continue;
    }
    const within = shapesOf(phoneme);
    if (within.length === 0) readyFrom ??= at;
    const first = readyFrom ?? at;
    for (const [place, viseme] of within.entries()) {
      const share = place === 0 ? 0 : firstVowelShare + ((1 - firstVowelShare) * (place - 1)) / (within.length - 1);
      show(place === 0 ? first : at + (until - at) * share, viseme);
      readyFrom = null;
    }
  }
  const last = sounds.at(-1);
  if (last && marks.length > 0 && marks.at(-1)?.viseme !== 'sil') show(last.at + lastSoundMs, 'sil');
  return marks;
}
