/** Zero crossings of the filter on each side: more would be sharper than speech needs. */
const crossings = 16;
/** The filter ends a little below what the slower rate can hold. */
const passed = 0.92;

interface Filter {
  /** Samples on each side of an output's place. */
  readonly reach: number;
  /** One row of `2 * reach` weights for each place an output may have between two inputs. */
  readonly rows: readonly Float32Array[];
}

const filters = new Map<string, Filter>();

/** The same sound at another rate, by a windowed sinc: nothing above what the slower rate can hold folds back. */
export function resample(samples: Int16Array, from: number, to: number): Int16Array {
  if (from === to) return samples;
  const step = gcd(from, to);
  const [down, up] = [from / step, to / step];
  const { reach, rows } = filterFor(down, up);
  const out = new Int16Array(Math.floor((samples.length * up) / down));
  for (let n = 0; n < out.length; n += 1) {
    const place = n * down;
    const first = Math.floor(place / up) - reach + 1;
    const weights = rows[place % up];
    if (!weights) continue;
    let sum = 0;
    const begin = Math.max(0, -first);
    const end = Math.min(weights.length, samples.length - first);
    for (let k = begin; k < end; k += 1) sum += (weights[k] ?? 0) * (samples[first + k] ?? 0);
    out[n] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }
  return out;
}

function filterFor(down: number, up: number): Filter {
  const name = `${down} ${up}`;
  const known = filters.get(name);
  if (known) return known;
  const cutoff = passed * Math.min(1, up / down);
  const reach = Math.ceil(crossings / cutoff);
  const rows = Array.from({ length: up }, (_, phase) => row(phase / up, reach, cutoff));
  const filter = { reach, rows };
  filters.set(name, filter);
  return filter;
}

/** The weights of the inputs around a place that lies `offset` after one of them. They add up to 1, so that no place is louder. */
function row(offset: number, reach: number, cutoff: number): Float32Array {
  const weights = Float32Array.from({ length: 2 * reach }, (_, k) => {
    const x = k - reach + 1 - offset;
    const window = Math.abs(x) >= reach ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * x) / reach);
    return window * sinc(cutoff * x);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
