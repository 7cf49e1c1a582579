import type { Prices } from '../../platform/prices.ts';
import type { Call } from './meter.ts';

const million = 1_000_000;
const minute = 60;
/** An answer that says no is not paid for. */
const unpaid: ReadonlySet<Call['error']> = new Set(['limited', 'denied', 'refused', 'failed', 'unreachable']);

/** What a call cost, in euros; null where nobody said what the model costs, or the provider did not say what it counted. */
export function eurosOf({ provider, model, tokens, characters, seconds, free, firstMs, error }: Call, prices: Prices): number | null {
  if (free || (firstMs === null && unpaid.has(error))) return 0;
  const price = prices[`${provider}/${model}`] ?? prices[model];
  if (!price) return null;
  const { in: read = 0, out: written = 0, cached: readAgain = read } = price;
  let euros = ((characters ?? 0) * (price.characters ?? 0)) / million + ((seconds ?? 0) * (price.minute ?? 0)) / minute;
  if (read > 0 || written > 0) {
    if (!tokens || tokens.in === null || tokens.out === null) return null;
    const again = tokens.cached ?? 0;
    euros += ((tokens.in - again) * read + again * readAgain + tokens.out * written) / million;
  }
  return euros;
}
