import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Prices } from './prices.ts';
import { errorCode } from './start-error.ts';

const url = z
  .string({ error: 'must be an address such as https://models.example/v1' })
  .refine((value) => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol), {
    error: 'must be an address such as https://models.example/v1',
  });
const named = z.string({ error: 'must be a text' }).min(1, { error: 'must not be empty' });
const count = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};
const Limits = z.strictObject({ atOnce: count(1, 10_000).optional(), waiting: count(0, 10_000).optional() });
const list = <T extends z.ZodType>(of: T) => z.array(of, { error: 'must be a list' }).default([]);

/** Secrets stand elsewhere: a file of settings is copied, shown and kept under version control. */
const common = { name: named.optional(), url, model: named, keyEnv: named.optional(), keyFile: named.optional(), limits: Limits.optional() };

const File = z.strictObject({
  think: list(z.strictObject(common)),
  speak: list(
    z.strictObject({
      ...common,
      format: z.enum(['pcm', 'wav'], { error: 'must be "pcm" or "wav"' }).default('pcm'),
      voices: z.record(z.string(), named, { error: 'must name voices by gender or persona' }).default({}),
    }),
  ),
  hear: list(z.strictObject({ ...common, verbatim: z.boolean({ error: 'must be true or false' }).nullable().default(null) })),
  limits: Limits.extend({ firstWordMs: count(100, 60_000).optional(), hearMs: count(100, 60_000).optional() }).default({}),
  prices: Prices.default({}),
});
type File = z.output<typeof File>;
type WithKey<T> = Omit<T, 'keyEnv' | 'keyFile'> & { readonly key: string | null };

/** What the file names, with its secrets read from where it says. */
export interface ProvidersFile extends Pick<File, 'limits' | 'prices'> {
  readonly think: readonly WithKey<File['think'][number]>[];
  readonly speak: readonly WithKey<File['speak'][number]>[];
  readonly hear: readonly WithKey<File['hear'][number]>[];
}

/** The file of PROVIDERS_FILE; null when it cannot be used, and `faults` then says why. */
export function readProvidersFile(path: string, environment: Readonly<Record<string, string>>, faults: string[]): ProvidersFile | null {
  const file = readJson('PROVIDERS_FILE', path, File, faults);
  if (!file) return null;
  const withKeys = <T extends { readonly keyEnv?: string | undefined; readonly keyFile?: string | undefined }>(role: string, ones: readonly T[]) =>
    ones.map((one, index) => {
      const { keyEnv: _env, keyFile: _file, ...rest } = one;
      return { ...rest, key: keyOf(one, `PROVIDERS_FILE: ${role}[${index}]`, { folder: dirname(path), environment, faults }) };
    });
  return {
    think: withKeys('think', file.think),
    speak: withKeys('speak', file.speak),
    hear: withKeys('hear', file.hear),
    limits: file.limits,
    prices: file.prices,
  };
}

/** Names of the environment that a file reads its secrets from: they are no settings of ours, whatever they look like. */
export function secretNames(path: string | undefined): string[] {
  const file = path === undefined ? null : readJson('PROVIDERS_FILE', path, File, []);
  return file ? [...file.think, ...file.speak, ...file.hear].flatMap(({ keyEnv }) => keyEnv ?? []) : [];
}

export const readPrices = (path: string, faults: string[]): Prices => readJson('PRICES_FILE', path, Prices, faults) ?? {};

interface KeyPlaces {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly faults: string[];
}

function keyOf(
  { keyEnv, keyFile }: { readonly keyEnv?: string | undefined; readonly keyFile?: string | undefined },
  where: string,
  { folder, environment, faults }: KeyPlaces,
): string | null {
  if (keyEnv !== undefined && keyFile !== undefined) faults.push(`${where} names keyEnv and keyFile: leave one of them.`);
  else if (keyEnv !== undefined) {
    const key = environment[keyEnv];
    if (key === undefined) faults.push(`${keyEnv} is missing: ${where}.keyEnv says that the secret stands there.`);
    return key ?? null;
  } else if (keyFile !== undefined) {
    try {
      return readFileSync(resolve(folder, keyFile), 'utf8').trim();
    } catch (error) {
      faults.push(`${where}.keyFile ${keyFile} cannot be read (${errorCode(error) ?? 'unknown'}).`);
    }
  }
  return null;
}

/** The parser's own message would quote the file. */
function readJson<S extends z.ZodType>(setting: string, path: string, schema: S, faults: string[]): z.output<S> | null {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    faults.push(`${setting} ${path} ${error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${errorCode(error) ?? 'unknown'})`}.`);
    return null;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push(...sentencesFor(setting, issue));
  return null;
}

function sentencesFor(setting: string, issue: z.core.$ZodIssue): string[] {
  const where = issue.path.reduce<string>(
    (path, part) => (typeof part === 'number' ? `${path}[${part}]` : `${path}${path === '' ? '' : '.'}${String(part)}`),
    '',
  );
  if (issue.code !== 'unrecognized_keys')
    return [
      `${setting}: ${where === '' ? 'the file' : where} ${issue.code === 'invalid_type' && issue.message.startsWith('Invalid') ? `must be of type ${issue.expected}` : issue.message}.`,
    ];
  return issue.keys.map((key) =>
    key === 'key'
      ? `${setting}: ${where}.key stands in the file: secrets do not; name a variable with keyEnv, or a file with keyFile.`
      : `${setting}: ${where === '' ? key : `${where}.${key}`} is not a setting.`,
  );
}
