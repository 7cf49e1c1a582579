import { z } from 'zod';

/** The two languages the product is written in. French comes first, everywhere. */
export const Locale = z.enum(['fr', 'en']);
export type Locale = z.infer<typeof Locale>;

/** One sentence, written (not translated) in each language. */
export const LocalText = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
export type LocalText = z.infer<typeof LocalText>;

/** Alternative wordings of one line. The actor never says the same one twice in a session. */
export const LocalLines = z.strictObject({
  fr: z.array(z.string().min(1)).min(1),
  en: z.array(z.string().min(1)).min(1),
});
export type LocalLines = z.infer<typeof LocalLines>;
