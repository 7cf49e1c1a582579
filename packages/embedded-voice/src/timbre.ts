import type { SpeechManner } from '@coachvisio/engine/ports.ts';

/** How espeak-ng is to sound. */
export interface Timbre {
  readonly voice: string;
  /** 0 to 99; 50 is the pitch of the voice. */
  readonly pitch: number;
  /** 0 to 99: how far its melody goes. */
  readonly range: number;
  readonly wordsPerMinute: number;
  /** Brings it to the level at which all speak. */
  readonly gain: number;
}

interface Variant {
  /** A variant of espeak-ng: f* are feminine, m* masculine. */
  readonly name: string;
  /** Semitones from the pitch of the variant. */
  readonly pitch: number;
  readonly range: number;
  /** In dBFS, as it leaves espeak-ng at its own pitch: measured over the opening lines of the library. */
  readonly level: Readonly<Record<SpeechManner['locale'], number>>;
}

/** f4, m2 echo, m5 is muffled: left out. A variant that comes twice is another pitch and another melody. */
const variants: Readonly<Record<SpeechManner['gender'], readonly Variant[]>> = {
  feminine: [
    { name: 'f1', pitch: 0.5, range: 55, level: { fr: -21.3, en: -20.1 } },
    { name: 'f2', pitch: 0, range: 60, level: { fr: -21, en: -19.9 } },
    { name: 'f3', pitch: -1.5, range: 50, level: { fr: -21, en: -20.6 } },
    { name: 'f5', pitch: 1, range: 65, level: { fr: -22.6, en: -21.4 } },
    { name: 'f1', pitch: -2, range: 40, level: { fr: -21.3, en: -20.1 } },
    { name: 'f3', pitch: 1.5, range: 70, level: { fr: -21, en: -20.6 } },
    { name: 'f5', pitch: -2.5, range: 45, level: { fr: -22.6, en: -21.4 } },
    { name: 'f2', pitch: -3, range: 45, level: { fr: -21, en: -19.9 } },
  ],
  masculine: [
    { name: 'm1', pitch: 3, range: 55, level: { fr: -23.6, en: -22.5 } },
    { name: 'm3', pitch: 5, range: 65, level: { fr: -22.5, en: -21.4 } },
    { name: 'm4', pitch: 4, range: 45, level: { fr: -23.1, en: -21.7 } },
    { name: 'm7', pitch: 3, range: 55, level: { fr: -21.2, en: -19.9 } },
    { name: 'm8', pitch: 4, range: 50, level: { fr: -26.2, en: -25 } },
    { name: 'm6', pitch: 6, range: 60, level: { fr: -22.6, en: -21.5 } },
    { name: 'm3', pitch: 1.5, range: 40, level: { fr: -22.5, en: -21.4 } },
    { name: 'm7', pitch: 6, range: 70, level: { fr: -21.2, en: -19.9 } },
  ],
};

const targetLevel = -20;
const ordinaryWordsPerMinute = 165;
const pitchPerSemitone = 5.8;
/** A higher voice is louder. */
const levelPerSemitone = 0.25;

/** The voice of a persona: always the same one for the same name. */
export function timbreOf({ locale, persona, gender, rate, pitch }: SpeechManner): Timbre {
  const among = variants[gender];
  const variant = among[nameNumber(persona) % among.length] ?? among[0];
  if (!variant) throw new Error(`no voice is ${gender}`);
  const semitones = variant.pitch + pitch;
  const level = variant.level[locale] + semitones * levelPerSemitone;
  return {
    voice: `${locale === 'fr' ? 'fr' : 'en-us'}+${variant.name}`,
    pitch: Math.round(Math.min(99, Math.max(0, 50 + semitones * pitchPerSemitone))),
    range: variant.range,
    wordsPerMinute: Math.round(ordinaryWordsPerMinute * rate),
    gain: 10 ** ((targetLevel - level) / 20),
  };
}

/** Chosen so that the library's personas are as far from each other, in timbre and pitch, as these voices allow. */
const salt = 12_431;

/** FNV-1a. */
function nameNumber(name: string): number {
  let hash = 0x811c9dc5 ^ salt;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
