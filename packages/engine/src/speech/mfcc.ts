import { PowerSpectrum } from './fourier.ts';

/** Time from one frame to the next. */
export const frameMs = 10;
const windowMs = 25;
const bands = 26;
/** The one before these is loudness. The first coefficients tell the shape of the mouth; later ones tell the pitch of the voice, which is not to be compared. */
const coefficients = 12;
const lowestHz = 80;
/** Above, voices differ more than sounds do. */
const highestHz = 7000;
const preEmphasis = 0.97;
/** Frames on each side over which a change is measured. */
const deltaReach = 2;

/** What each frame sounds like: `width` numbers a frame, one frame after the other. */
export interface Features {
  readonly width: number;
  readonly frames: number;
  readonly values: Float32Array;
}

export interface Sound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

/** Above half its rate a sound has nothing: two sounds are compared below the lower half. */
export const comparableHz = (...sounds: readonly Sound[]): number => Math.min(highestHz, ...sounds.map(({ sampleRate }) => sampleRate / 2));

/**
 * Mel-frequency cepstral coefficients (Davis and Mermelstein, 1980), loudness and how both change, at any sample rate, each
 * brought to mean 0 and deviation 1 over the whole sound: what is left of the speaker and the line is small.
 */
export function featuresOf({ samples, sampleRate }: Sound, upToHz: number): Features {
  const hop = (sampleRate * frameMs) / 1000;
  const width = Math.round((sampleRate * windowMs) / 1000);
  const spectrum = new PowerSpectrum(2 ** Math.ceil(Math.log2(width)));
  const filters = melFilters(spectrum.size, sampleRate, upToHz);
  const frames = Math.max(1, Math.floor((samples.length - width) / hop) + 1);
  const window = new Float64Array(spectrum.size);
  const still = new Float32Array(frames * (coefficients + 1));
  const energies = new Float64Array(bands);
  for (let frame = 0; frame < frames; frame += 1) {
    const from = Math.round(frame * hop);
    for (let index = 0; index < width; index += 1) {
      const emphasised = (samples[from + index] ?? 0) - preEmphasis * (samples[from + index - 1] ?? 0);
      window[index] = emphasised * (0.54 - 0.46 * Math.cos((2 * Math.PI * index) / (width - 1)));
    }
    const power = spectrum.of(window);
    for (const [band, { first, weights }] of filters.entries()) {
      let energy = 1;
      for (const [index, weight] of weights.entries()) energy += (power[first + index] ?? 0) * weight;
      energies[band] = Math.log(energy);
    }
    for (let order = 0; order <= coefficients; order += 1) still[frame * (coefficients + 1) + order] = cosine(energies, order);
  }
  return { width: 2 * (coefficients + 1), frames, values: withChanges(still, frames, coefficients + 1) };
}

function cosine(energies: Float64Array, order: number): number {
  const row = cosines[order] ?? [];
  let sum = 0;
  for (let band = 0; band < bands; band += 1) sum += (energies[band] ?? 0) * (row[band] ?? 0);
  return sum;
}
const cosines = Array.from({ length: coefficients + 1 }, (_, order) =>
  Array.from({ length: bands }, (__, band) => Math.cos((Math.PI * order * (band + 0.5)) / bands)),
);

const melOf = (hz: number) => 2595 * Math.log10(1 + hz / 700);
const hzOf = (mels: number) => 700 * (10 ** (mels / 2595) - 1);

interface Filter {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Triangles that overlap by half, equally wide to the ear. */
function melFilters(size: number, sampleRate: number, upToHz: number): readonly Filter[] {
  const low = melOf(lowestHz);
  const high = melOf(upToHz);
  const corners = Array.from({ length: bands + 2 }, (_, index) => (hzOf(low + ((high - low) * index) / (bands + 1)) * size) / sampleRate);
  return Array.from({ length: bands }, (_, band) => {
    const [left = 0, top = 0, right = 0] = corners.slice(band, band + 3);
    const first = Math.ceil(left);
    const weights: number[] = [];
    for (let bin = first; bin < right; bin += 1) weights.push(bin < top ? (bin - left) / (top - left) : (right - bin) / (right - top));
    return { first, weights };
  });
}

/** Each number, and after it how fast it changes, both brought to mean 0 and deviation 1. Later coefficients weigh less: they tell less. */
function withChanges(still: Float32Array, frames: number, width: number): Float32Array {
  const values = new Float32Array(frames * width * 2);
  const at = (frame: number, place: number) => still[Math.min(frames - 1, Math.max(0, frame)) * width + place] ?? 0;
  for (let place = 0; place < width; place += 1) {
    const change = (frame: number) => {
      let sum = 0;
      for (let reach = 1; reach <= deltaReach; reach += 1) sum += reach * (at(frame + reach, place) - at(frame - reach, place));
      return sum;
    };
    const weight = place === 0 ? loudnessWeight : 1 / (1 + place * 0.1);
    writeNormal(values, frames, width * 2, place, (frame) => at(frame, place), weight);
    writeNormal(values, frames, width * 2, width + place, change, weight * changeWeight);
  }
  return values;
}

const loudnessWeight = 1.5;
const changeWeight = 0.6;

function writeNormal(values: Float32Array, frames: number, width: number, place: number, read: (frame: number) => number, weight: number): void {
  let sum = 0;
  let squares = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    const value = read(frame);
    sum += value;
    squares += value * value;
  }
  const mean = sum / frames;
  const deviation = Math.sqrt(Math.max(0, squares / frames - mean * mean)) || 1;
  for (let frame = 0; frame < frames; frame += 1) values[frame * width + place] = ((read(frame) - mean) / deviation) * weight;
}
