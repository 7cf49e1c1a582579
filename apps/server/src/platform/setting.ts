import { z } from 'zod';

/** Kinds of settings, each with the sentence that says what to write instead. */

export const address = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), { error: `must be an address such as ${example}` });

export const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error });
};

export const onOff = z.enum(['on', 'off'], { error: 'must be on or off' });
