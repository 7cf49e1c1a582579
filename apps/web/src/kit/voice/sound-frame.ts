import { microphoneRate } from './microphone-format.ts';
import { spectrumSize, transform } from './spectrum.ts';

/** Frames follow each other by 10 ms and look at 32 ms each: two periods of a deep voice. */
export const hopSamples = 160;
export const windowSamples = 512;

/** Edges of the bands in which voice is told from noise, in Hz: narrower where vowels are. Hum stays below, hiss above. */
const edges = [200, 400, 630, 920, 1270, 1720, 2320, 3150, 4400, 7000] as const;
export const bandCount = edges.length - 1;

/** Pitches of people, in Hz. */
const deepest = 70;
const highest = 420;
/** Harmonics in which the pitch is looked for, in Hz: above, breath and hiss blur it; below, doors and feet thump. */
const pitchBand = [130, 1600] as const;

export interface SoundFrame {
  /** Power in each band. */
  readonly bands: Float64Array;
  /** Power in all of them, in dB of a full-scale square wave. */
  readonly level: number;
  /** How much of it repeats at the period of a voice: 0 noise, 1 a pure tone. */
  readonly periodic: number;
  /** That period, in samples. */
  readonly period: number;
  /** How much of its energy comes at once: near 1 for what lasts, 3 and more for a key or a knock. */
  readonly sudden: number;
}

const binHz = microphoneRate / spectrumSize;
const binOf = (hz: number): number => Math.round(hz / binHz);
const bandBins = edges.map(binOf);
const [pitchFrom, pitchTo] = [binOf(pitchBand[0]), binOf(pitchBand[1])];
const shortest = Math.floor(microphoneRate / highest);
const longest = Math.ceil(microphoneRate / deepest);

const taper = Float64Array.from({ length: windowSamples }, (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (k + 0.5)) / windowSamples));
/** Power of the window, so that a level does not depend on it; one side of the spectrum is counted. */
const scale = 2 / (spectrumSize * taper.reduce((sum, w) => sum + w * w, 0));
/** What the window alone does to a likeness at each distance (Boersma 1993). */
const taperLikeness = likenessOfTaper();

function likenessOfTaper(): Float64Array {
  const all = Float64Array.from({ length: longest + 2 }, (_, lag) => {
    let sum = 0;
    for (let k = 0; k + lag < windowSamples; k += 1) sum += (taper[k] ?? 0) * (taper[k + lag] ?? 0);
    return sum;
  });
  const whole = all[0] ?? 1;
  return all.map((value) => value / whole);
}

const re = new Float64Array(spectrumSize);
const im = new Float64Array(spectrumSize);

/** What is heard in a window of sound at 16 kHz. */
export function listen(samples: Float32Array): SoundFrame {
  const sudden = suddenness(samples);
  re.fill(0);
  im.fill(0);
  for (let k = 0; k < windowSamples; k += 1) re[k] = (samples[k] ?? 0) * (taper[k] ?? 0);
  transform(re, im);
  const bands = new Float64Array(bandCount);
  let band = 0;
  let total = 0;
  for (let bin = bandBins[0] ?? 0; bin < (bandBins[bandCount] ?? 0); bin += 1) {
    if (bin >= (bandBins[band + 1] ?? 0)) band += 1;
    const power = ((re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2) * scale;
    bands[band] = (bands[band] ?? 0) + power;
    total += power;
  }
  return { bands, level: 10 * Math.log10(total + 1e-12), ...periodicity(), sudden };
}

/** The likeness of the sound to itself a period later, from the power spectrum that stands in `re` and `im`. */
function periodicity(): Pick<SoundFrame, 'periodic' | 'period'> {
  for (let bin = 0; bin <= spectrumSize / 2; bin += 1) {
    const power = bin >= pitchFrom && bin <= pitchTo ? (re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2 : 0;
    re[bin] = power;
    if (bin > 0) re[spectrumSize - bin] = power;
  }
  im.fill(0);
  transform(re, im);
  const whole = re[0] ?? 0;
  if (whole <= 0) return { periodic: 0, period: 0 };
  let periodic = 0;
  let period = 0;
  for (let lag = shortest; lag <= longest; lag += 1) {
    const here = re[lag] ?? 0;
    if (here < (re[lag - 1] ?? 0) || here < (re[lag + 1] ?? 0)) continue;
    const likeness = here / (whole * (taperLikeness[lag] ?? 1));
    // A later multiple of the period is as alike: the first one counts unless another is clearly better.
    if (likeness > periodic + 0.02) {
      periodic = likeness;
      period = lag;
    }
  }
  return { periodic: Math.min(1, periodic), period };
}

/** Stretches that are compared, 6 ms, each overlapping the next by half; between two pulses of a voice there is not much more. */
const stretch = 96;
const emphasis = 0.9;

function suddenness(samples: Float32Array): number {
  let most = 0;
  let sum = 0;
  let count = 0;
  for (let start = 1; start + stretch <= windowSamples; start += stretch / 2) {
    let energy = 1e-12;
    for (let k = start; k < start + stretch; k += 1) energy += ((samples[k] ?? 0) - emphasis * (samples[k - 1] ?? 0)) ** 2;
    most = Math.max(most, energy);
    sum += energy;
    count += 1;
  }
  return (most * count) / sum;
}
