import { z } from 'zod';
import type { GuardLimits } from './guard/guard.ts';
import { type ProvidersFile, readPrices, readProvidersFile } from './providers-file.ts';
import type { Prices } from './prices.ts';
import { address, onOff, whole } from './setting.ts';

/** A provider of one role, as it is reached. */
export interface Endpoint {
  /** What it is called in figures and logs: the host, unless the file says otherwise. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
  readonly limits: GuardLimits;
}

export interface SpeakEndpoint extends Endpoint {
  readonly format: 'pcm' | 'wav';
  /** Names of voices by persona, or by gender. */
  readonly voices: Readonly<Record<string, string>>;
}

export interface HearEndpoint extends Endpoint {
  /** Whether it writes hesitations down; null where nobody said. */
  readonly verbatim: boolean | null;
}

/** Who words, speaks and hears, in the order in which they are asked. Empty lists leave it to what is built in. */
export interface ProvidersConfig {
  readonly think: readonly Endpoint[];
  readonly speak: readonly SpeakEndpoint[];
  readonly hear: readonly HearEndpoint[];
  readonly embeddedVoice: boolean;
  /** How much room the sound of authored words may take; 0 keeps none. */
  readonly keptSpeechBytes: number;
  /** Longest wait for the first word, over the whole chain. */
  readonly firstWordMs: number;
  /** Longest wait for what was understood, over the whole chain. */
  readonly hearMs: number;
  readonly prices: Prices;
}

const http = (example: string) => address(['http:', 'https:'], example);
const voiceError = 'must name voices, such as feminine=nova,masculine=onyx,marc-delattre=ash';

/** `feminine=nova,masculine=onyx,marc-delattre=ash` */
const voices = z
  .string()
  .regex(/^\s*[a-z0-9-]+\s*=[^,=]+(,\s*[a-z0-9-]+\s*=[^,=]+)*$/, { error: voiceError })
  .transform((value) =>
    Object.fromEntries(value.split(',').map((pair): [string, string] => [pair.split('=')[0]?.trim() ?? '', pair.split('=')[1]?.trim() ?? ''])),
  );

/** Settings of the environment, by name. */
export const providerSettings = {
  PROVIDERS_FILE: z.string().optional(),
  PRICES_FILE: z.string().optional(),
  MODEL_URL: http('https://models.example/v1').optional(),
  MODEL_KEY: z.string().optional(),
  MODEL_NAME: z.string().optional(),
  MODEL_TIMEOUT_MS: whole(100, 60_000).optional(),
  SPEAK_URL: http('https://voices.example/v1').optional(),
  SPEAK_KEY: z.string().optional(),
  SPEAK_NAME: z.string().optional(),
  SPEAK_FORMAT: z.enum(['pcm', 'wav'], { error: 'must be pcm or wav' }).default('pcm'),
  SPEAK_VOICES: voices.optional(),
  HEAR_URL: http('https://ears.example/v1').optional(),
  HEAR_KEY: z.string().optional(),
  HEAR_NAME: z.string().optional(),
  HEAR_VERBATIM: onOff.optional(),
  EMBEDDED_VOICE: onOff.default('on'),
  // Both languages of the library's openings in one voice take a hundred.
  SPEECH_CACHE_MB: whole(0, 100_000).default(128),
};
const Settings = z.object(providerSettings);
export type ProviderSettings = z.output<typeof Settings>;

/** A model that answers later than this is heard as hesitation; the bank says the same directive. */
const usualFirstWordMs = 2500;
/** A sentence is recognised in a second, a minute of speech in three. */
const usualHearMs = 4000;
/** Calls to one provider at the same time: two hundred conversations ask so often. */
const usualLimits: GuardLimits = { atOnce: 64, waiting: 32 };

/** Reads the settings and the files they name. What is wrong is added to `faults`, a sentence each. */
export function readProviders(settings: ProviderSettings, environment: Readonly<Record<string, string>>, faults: string[]): ProvidersConfig {
  const file = settings.PROVIDERS_FILE === undefined ? null : readProvidersFile(settings.PROVIDERS_FILE, environment, faults);
  faults.push(...faultsBetween(settings, file));
  const limits = { ...usualLimits, ...definedOf(file?.limits) };
  const endpoint = (url: string, key: string | undefined, model: string): Endpoint => ({
    name: new URL(url).host,
    url: url.replace(/\/+$/, ''),
    key: key ?? null,
    model,
    limits,
  });
  const fromFile = (one: ProvidersFile['think'][number]): Endpoint => ({
    ...endpoint(one.url, one.key ?? undefined, one.model),
    ...(one.name === undefined ? {} : { name: one.name }),
    limits: { ...limits, ...definedOf(one.limits) },
  });
  return {
    think: [
      ...(settings.MODEL_URL && settings.MODEL_NAME ? [endpoint(settings.MODEL_URL, settings.MODEL_KEY, settings.MODEL_NAME)] : []),
      ...(file?.think ?? []).map(fromFile),
    ],
    speak: [
      ...(settings.SPEAK_URL && settings.SPEAK_NAME
        ? [{ ...endpoint(settings.SPEAK_URL, settings.SPEAK_KEY, settings.SPEAK_NAME), format: settings.SPEAK_FORMAT, voices: settings.SPEAK_VOICES ?? {} }]
        : []),
      ...(file?.speak ?? []).map((one) => ({ ...fromFile(one), format: one.format, voices: one.voices })),
    ],
    hear: [
      ...(settings.HEAR_URL && settings.HEAR_NAME
        ? [
            {
              ...endpoint(settings.HEAR_URL, settings.HEAR_KEY, settings.HEAR_NAME),
              verbatim: settings.HEAR_VERBATIM === undefined ? null : settings.HEAR_VERBATIM === 'on',
            },
          ]
        : []),
      ...(file?.hear ?? []).map((one) => ({ ...fromFile(one), verbatim: one.verbatim })),
    ],
    embeddedVoice: settings.EMBEDDED_VOICE === 'on',
    keptSpeechBytes: settings.SPEECH_CACHE_MB * 1_000_000,
    firstWordMs: settings.MODEL_TIMEOUT_MS ?? file?.limits.firstWordMs ?? usualFirstWordMs,
    hearMs: file?.limits.hearMs ?? usualHearMs,
    prices: settings.PRICES_FILE === undefined ? (file?.prices ?? {}) : readPrices(settings.PRICES_FILE, faults),
  };
}

/** Limits of the guard that were named. */
const definedOf = ({ atOnce, waiting }: { atOnce?: number | undefined; waiting?: number | undefined } = {}): Partial<GuardLimits> => ({
  ...(atOnce === undefined ? {} : { atOnce }),
  ...(waiting === undefined ? {} : { waiting }),
});

function faultsBetween(settings: ProviderSettings, file: ProvidersFile | null): string[] {
  const faults: string[] = [];
  const roles = [
    { role: 'speak', what: 'voice', url: settings.SPEAK_URL, name: settings.SPEAK_NAME, rest: settings.SPEAK_KEY ?? settings.SPEAK_VOICES },
    { role: 'hear', what: 'recogniser', url: settings.HEAR_URL, name: settings.HEAR_NAME, rest: settings.HEAR_KEY ?? settings.HEAR_VERBATIM },
  ] as const;
  for (const { role, what, url, name, rest } of roles) {
    const prefix = role.toUpperCase();
    if (url && !name) faults.push(`${prefix}_NAME is missing: ${prefix}_URL needs the name of the ${what}’s model to ask for.`);
    if (!url && (name ?? rest) !== undefined)
      faults.push(`${prefix}_URL is missing: the other settings of ${prefix}_ do nothing without the address of the ${what}.`);
    if (url && file && file[role].length > 0) faults.push(`${prefix}_URL and «${role}» in PROVIDERS_FILE name the same role: leave one of them.`);
  }
  if (settings.MODEL_NAME && file && file.think.length > 0) faults.push('MODEL_NAME and «think» in PROVIDERS_FILE name the same role: leave one of them.');
  if (settings.PRICES_FILE && file && Object.keys(file.prices).length > 0)
    faults.push('PRICES_FILE and «prices» in PROVIDERS_FILE give prices twice: leave one of them.');
  return faults;
}
