import { bandCount } from './sound-frame.ts';

/** The quietest of the last second and a half is noise, also while somebody speaks: between syllables each band falls silent. */
const partFrames = 25;
const parts = 6;
/** The quietest of many is below the mean, by this factor for the smoothing below. */
const quietestToMean = 1.7;
const smoothing = 0.3;
/** How fast the floor follows a frame that is only noise: half a second. */
const learning = 0.03;
/** No room is known to be quieter than a microphone: -90 dB in each band. */
const least = 1e-9;
/** A band counts up to here: one loud band is a tone, not a voice. */
const mostDb = 18;

/** How loud the room is, band by band, and how far a sound stands out of it. */
export class NoiseFloor {
  readonly #floor = new Float64Array(bandCount).fill(least);
  readonly #smooth = new Float64Array(bandCount);
  readonly #part = new Float64Array(bandCount).fill(Infinity);
  #parts: Float64Array[] = [];
  #frames = 0;

  /** What the first frames say: the quiet tenth of each band is the room; under a voice, what is 20 dB below it at most. */
  begin(frames: readonly Float64Array[], underVoice: boolean): void {
    for (let band = 0; band < bandCount; band += 1) {
      const sorted = frames.map((bands) => bands[band] ?? 0).sort((a, b) => a - b);
      const quiet = 2 * (sorted[Math.floor(sorted.length / 10)] ?? 0);
      const below = (sorted.reduce((sum, power) => sum + power, 0) / sorted.length) * 0.01;
      this.#floor[band] = Math.max(least, underVoice ? Math.min(quiet, below) : quiet);
    }
    for (const bands of frames) this.#remember(bands);
  }

  /** Mean over the bands of the decibels above the floor, from band `first` on. */
  above(bands: Float64Array, first = 0): number {
    let sum = 0;
    for (let band = first; band < bandCount; band += 1) {
      const db = 10 * Math.log10(Math.max(least, bands[band] ?? 0) / (this.#floor[band] ?? least));
      sum += Math.min(mostDb, Math.max(0, db));
    }
    return sum / (bandCount - first);
  }

  follow(bands: Float64Array, isNoise: boolean): void {
    this.#remember(bands);
    for (let band = 0; band < bandCount; band += 1) {
      const floor = this.#floor[band] ?? least;
      const quietest = this.#quietest(band) * quietestToMean;
      const learnt = isNoise ? floor + learning * ((bands[band] ?? 0) - floor) : floor;
      // Never far above the quietest, and, once that is known for a while, not below it either.
      const known = this.#parts.length >= parts ? Math.max(learnt, quietest) : learnt;
      this.#floor[band] = Math.max(least, Math.min(known, 2.5 * quietest));
    }
  }

  #remember(bands: Float64Array): void {
    for (let band = 0; band < bandCount; band += 1) {
      const before = this.#smooth[band] ?? 0;
      const now = this.#frames === 0 ? (bands[band] ?? 0) : before + smoothing * ((bands[band] ?? 0) - before);
      this.#smooth[band] = now;
      this.#part[band] = Math.min(this.#part[band] ?? Infinity, now);
    }
    this.#frames += 1;
    if (this.#frames % partFrames !== 0) return;
    this.#parts = [...this.#parts.slice(1 - parts), this.#part.slice()];
    this.#part.fill(Infinity);
  }

  #quietest(band: number): number {
    return this.#parts.reduce((quietest, part) => Math.min(quietest, part[band] ?? Infinity), this.#part[band] ?? Infinity);
  }
}
