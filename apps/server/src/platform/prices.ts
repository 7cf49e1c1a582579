import { z } from 'zod';

const euros = z.number({ error: 'must be a number of euros' }).min(0, { error: 'must be a number of euros' });

/** What a model costs, in euros. What is left out costs nothing. */
const Price = z.strictObject({
  /** For a million tokens: read, read again from the provider's own memory, written. */
  in: euros.optional(),
  cached: euros.optional(),
  out: euros.optional(),
  /** For a million characters that are spoken. */
  characters: euros.optional(),
  /** For a minute of sound, spoken or heard. */
  minute: euros.optional(),
});

/** By the name of the model, or by `provider/model` where two ask different prices. */
export const Prices = z.record(z.string(), Price);
export type Prices = z.infer<typeof Prices>;
