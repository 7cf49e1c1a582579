import { Resampler } from './resampler.ts';

/** Speech and noises at 16 kHz, made when the tests run: nothing binary is kept, and each run hears the same. */
export const rate = 16_000;

const said = [
  ['fr', 'Bonjour, je suis ravi de vous rencontrer.'],
  ['fr', 'Dans mon dernier poste, je dirigeais une équipe de six personnes.'],
  ['fr+f3', 'Euh, en fait, je dirais que ma plus grande qualité est la patience.'],
  ['fr', 'Oui.'],
  ['fr+m3', 'Nous avons réduit les délais de trente pour cent en un an.'],
  ['en', 'I think that is all I wanted to say about that project.'],
] as const;
/** Silence before each, and after the last, in milliseconds. */
const gaps = [1000, 1200, 900, 1600, 1100, 2500, 2000] as const;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The same numbers each time, between -1 and 1. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 0x8000_0000 - 1;
  };
}

interface EmbeddedVoice {
  set_voice(name: string): number;
  set_rate(rate: number): void;
  get_samplerate(): number;
  synthesize(text: string, onSound: (samples: Int16Array | null) => boolean): void;
}

/** Named at run time: the types of Node that it brings do not belong among those of a page. */
const embeddedVoice = new URL('../../../../../packages/embedded-voice/src/open-espeak.ts', import.meta.url).href;

let made: Promise<Float32Array[]> | null = null;

/** Six utterances of people who do not breathe, cut where 2 % of their loudest sample is reached. */
export const utterances = (): Promise<Float32Array[]> => (made ??= speak());

async function speak(): Promise<Float32Array[]> {
  const { openEspeak }: { openEspeak(): Promise<EmbeddedVoice> } = await import(/* @vite-ignore */ embeddedVoice);
  const espeak = await openEspeak();
  return said.map(([voice, text]) => {
    espeak.set_voice(voice);
    espeak.set_rate(165);
    const pieces: number[] = [];
    espeak.synthesize(text, (samples) => {
      for (const sample of samples ?? []) pieces.push(sample / 32_768);
      return false;
    });
    const resampler = new Resampler(espeak.get_samplerate(), rate);
    return trim(joined([resampler.push(Float32Array.from(pieces)), resampler.end()]));
  });
}

function trim(sound: Float32Array): Float32Array {
  const least = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) * 0.02;
  const loud = (sample: number): boolean => Math.abs(sample) >= least;
  return sound.slice(sound.findIndex(loud), sound.findLastIndex(loud) + 1);
}

export function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const silence = (ms: number): Float32Array => new Float32Array((ms * rate) / 1000);
export const scaled = (sound: Float32Array, by: number): Float32Array => sound.map((sample) => sample * by);
export const rms = (sound: Float32Array): number => Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length);
export const decibels = (db: number): number => 10 ** (db / 20);

/** `added` on top of `sound`, from `ms` on. */
export function mixed(sound: Float32Array, added: Float32Array, ms = 0): Float32Array {
  const all = sound.slice();
  const start = Math.round((ms * rate) / 1000);
  for (let k = 0; k < added.length && start + k < all.length; k += 1) all[start + k] = (all[start + k] ?? 0) + (added[k] ?? 0);
  return all;
}

/** Utterances with their gaps, and where each is, in milliseconds. */
export function inARow(parts: readonly Float32Array[], before: readonly number[] = gaps): { readonly sound: Float32Array; readonly truth: readonly Stretch[] } {
  const truth: Stretch[] = [];
  const pieces: Float32Array[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const gap = before[index] ?? 1000;
    const ms = (part.length / rate) * 1000;
    truth.push({ from: at + gap, to: at + gap + ms });
    pieces.push(silence(gap), part);
    at += gap + ms;
  }
  pieces.push(silence(before[parts.length] ?? 2000));
  return { sound: joined(pieces), truth };
}

/** The hiss of a room: more of it below, some of it throughout. RMS 1. */
export function roomNoise(ms: number, seed = 1_234_567): Float32Array {
  const chance = dice(seed);
  let low = 0;
  let high = 0;
  return evened(
    silence(ms).map(() => {
      const white = chance();
      low = 0.97 * low + white * 0.2;
      high = 0.6 * high + white * 0.4;
      return low + high;
    }),
  );
}

const evened = (sound: Float32Array): Float32Array => scaled(sound, 1 / rms(sound));

/** So many decibels of speech over the noise of a room. */
export const inRoom = (sound: Float32Array, speech: readonly Float32Array[], snr: number): Float32Array =>
  mixed(sound, scaled(roomNoise((sound.length / rate) * 1000), rms(joined(speech)) * decibels(-snr)));

/** A fan: broad, steady, with the faint note of its blades and a slow beat. RMS 1. */
export function fan(ms: number, seed = 7): Float32Array {
  const chance = dice(seed);
  let low = 0;
  return evened(
    silence(ms).map((_, k) => {
      const t = k / rate;
      low = 0.9 * low + chance() * 0.3;
      return low * (1 + 0.15 * Math.sin(2 * Math.PI * 1.3 * t)) + 0.05 * Math.sin(2 * Math.PI * 118 * t);
    }),
  );
}

/** Mains and its harmonics. RMS 1. */
export const hum = (ms: number, hertz = 50): Float32Array =>
  evened(silence(ms).map((_, k) => [1, 2, 3, 4, 5, 6].reduce((sum, n) => sum + Math.sin((2 * Math.PI * hertz * n * k) / rate + n) / n ** 1.2, 0)));

/** One key: the click of the way down, the ring of the case, the softer click of the way up. Peak 1. */
function key(chance: () => number): Float32Array {
  const ring = 1800 + 900 * chance();
  const release = 0.07 + 0.02 * chance();
  const sound = silence(140).map((_, k) => {
    const t = k / rate;
    const click = (since: number, strength: number): number =>
      since < 0
        ? 0
        : strength *
          (chance() * Math.exp(-since / 0.003) +
            0.4 * Math.sin(2 * Math.PI * ring * since) * Math.exp(-since / 0.008) +
            0.3 * Math.sin(2 * Math.PI * 240 * since) * Math.exp(-since / 0.012));
    return click(t, 1) + click(t - release, 0.4);
  });
  return scaled(sound, 1 / sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
}

/** Somebody types fast for so long, seven keys a second and not evenly. Peak 1. */
export function typing(ms: number, seed = 11): Float32Array {
  const chance = dice(seed);
  let sound = silence(ms);
  for (let at = 50; at < ms - 150; at += 140 + 70 * chance()) sound = mixed(sound, scaled(key(chance), 0.75 + 0.25 * chance()), at);
  return sound;
}

/** A door: a thump in the wood, a crack of the latch, and the room that answers for so long (to -60 dB). Peak 1. */
export function doorSlam(echoMs: number, seed = 5): Float32Array {
  const chance = dice(seed);
  const sound = silence(echoMs * 1.2).map((_, k) => {
    const t = k / rate;
    const modes = [72, 118, 187, 264, 391].reduce(
      (sum, hz, n) => sum + (Math.sin(2 * Math.PI * hz * t + n) * Math.exp(-t / (0.05 + 0.04 / (n + 1)))) / (n + 1),
      0,
    );
    return modes + 1.4 * chance() * Math.exp(-t / 0.004) + 0.5 * chance() * Math.exp((-t * 6.9 * 1000) / echoMs);
  });
  return scaled(sound, 1 / sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
}

/** Hands clapped. Peak 1. */
export function clap(seed = 3): Float32Array {
  const chance = dice(seed);
  const sound = silence(200).map((_, k) => chance() * (Math.exp(-k / rate / 0.006) + 0.12 * Math.exp(-k / rate / 0.05)));
  return scaled(sound, 1 / sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
}
