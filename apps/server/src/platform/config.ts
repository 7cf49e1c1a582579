import { z } from 'zod';
import { logLevels, type LogLevel } from './log.ts';
import { misspelt } from './misspelt.ts';

export const roles = ['web', 'live', 'worker'] as const;
export type RoleName = (typeof roles)[number];

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly roles: readonly RoleName[];
  readonly demo: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Absent: made once and kept in `dataDir`. */
  readonly authSecret: string | null;
  readonly logLevel: LogLevel;
  readonly model: ModelConfig | null;
  readonly rater: RaterConfig | null;
  readonly trustProxy: boolean;
  readonly shutdownMs: number;
  readonly rateLimit: boolean;
}

export interface ModelConfig {
  readonly url: string;
  readonly key: string | null;
  readonly name: string;
  /** Longest wait for the first token. */
  readonly timeoutMs: number;
}

/** A model that rates beside the rules, at the address of the one that words the persona. */
export interface RaterConfig {
  readonly url: string;
  readonly key: string | null;
  readonly name: string;
  /** Longest wait for one answer. */
  readonly timeoutMs: number;
  /** How many answers are asked for on each criterion. */
  readonly count: number;
}

/** A setting that is wrong. The message says what to write. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), { error: `must be an address such as ${example}` });
const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error });
};
const onOff = z.enum(['on', 'off'], { error: 'must be on or off' });

const Settings = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(8080),
  PUBLIC_URL: url(['http:', 'https:'], 'https://coachvisio.example').optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/coachvisio').optional(),
  DATA_DIR: z.string().default('./data'),
  ROLES: z
    .string()
    .transform((value) => value.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(roles, { error: 'must be a comma-separated list of web, live, worker' })))
    .optional(),
  DEMO: onOff.optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example:465').optional(),
  MAIL_FROM: z
    .string()
    .includes('@', { error: 'must be a mail address such as CoachVisio <hello@coachvisio.example>' })
    .default('CoachVisio <no-reply@localhost>'),
  AUTH_SECRET: z.string().min(32, { error: 'must hold at least 32 random characters; `openssl rand -hex 32` makes some' }).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  MODEL_URL: url(['http:', 'https:'], 'https://models.example/v1').optional(),
  MODEL_KEY: z.string().optional(),
  MODEL_NAME: z.string().optional(),
  MODEL_TIMEOUT_MS: whole(100, 60_000).default(2500),
  RATER_NAME: z.string().optional(),
  RATER_TIMEOUT_MS: whole(100, 60_000).default(30_000),
  RATER_COUNT: whole(1, 5).default(3),
  TRUST_PROXY: onOff.default('off'),
  SHUTDOWN_MS: whole(0, 300_000).default(10_000),
  RATE_LIMIT: onOff.default('on'),
});

/** Reads every setting, or throws one {@link ConfigError} that names each fault. An empty value is no value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const faults = misspelt(Object.keys(given), Object.keys(Settings.shape));
  const parsed = Settings.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    const fault = `${String(issue.path[0])} ${issue.message}.`;
    if (!faults.includes(fault)) faults.push(fault);
  }
  if (parsed.success) faults.push(...faultsBetween(parsed.data));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults.join('\n'));
  return configFrom(parsed.data);
}

type Settings = z.output<typeof Settings>;

const isProduction = (settings: Settings): boolean => settings.NODE_ENV === 'production';

function faultsBetween(settings: Settings): string[] {
  const faults: string[] = [];
  if (isProduction(settings) && settings.DATABASE_URL && !settings.AUTH_SECRET) {
    faults.push('AUTH_SECRET is missing: in production with DATABASE_URL every process needs the same one; `openssl rand -hex 32` makes it.');
  }
  if (isProduction(settings) && settings.RATE_LIMIT === 'off') faults.push('RATE_LIMIT=off is for measuring and is refused in production; remove it.');
  if (settings.MODEL_URL && !settings.MODEL_NAME && !settings.RATER_NAME)
    faults.push('MODEL_NAME is missing: MODEL_URL needs the name of the model to ask for.');
  if (!settings.MODEL_URL && (settings.MODEL_NAME || settings.MODEL_KEY))
    faults.push('MODEL_URL is missing: MODEL_NAME and MODEL_KEY do nothing without the address of the model.');
  if (!settings.MODEL_URL && settings.RATER_NAME)
    faults.push('MODEL_URL is missing: RATER_NAME is asked at that address, with MODEL_KEY; set it, or remove RATER_NAME to rate by rules alone.');
  if (!settings.DATABASE_URL && settings.ROLES && settings.ROLES.length < roles.length) {
    faults.push('ROLES must name web, live and worker without DATABASE_URL: one process alone may open the embedded database.');
  }
  return faults;
}

function configFrom(settings: Settings): Config {
  const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  return {
    production: isProduction(settings),
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: (settings.PUBLIC_URL ?? `http://${host}:${settings.PORT}`).replace(/\/+$/, ''),
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: settings.DATA_DIR,
    roles: settings.ROLES ?? roles,
    demo: settings.DEMO ? settings.DEMO === 'on' : !isProduction(settings),
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM,
    authSecret: settings.AUTH_SECRET ?? null,
    logLevel: settings.LOG_LEVEL,
    model:
      settings.MODEL_URL && settings.MODEL_NAME
        ? { url: settings.MODEL_URL.replace(/\/+$/, ''), key: settings.MODEL_KEY ?? null, name: settings.MODEL_NAME, timeoutMs: settings.MODEL_TIMEOUT_MS }
        : null,
    rater:
      settings.MODEL_URL && settings.RATER_NAME
        ? {
            url: settings.MODEL_URL.replace(/\/+$/, ''),
            key: settings.MODEL_KEY ?? null,
            name: settings.RATER_NAME,
            timeoutMs: settings.RATER_TIMEOUT_MS,
            count: settings.RATER_COUNT,
          }
        : null,
    trustProxy: settings.TRUST_PROXY === 'on',
    shutdownMs: settings.SHUTDOWN_MS,
    rateLimit: settings.RATE_LIMIT === 'on',
  };
}
