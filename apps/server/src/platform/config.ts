import { availableParallelism } from 'node:os';
import { mostRecordingDays } from '@coachvisio/contract/recording.ts';
import { z } from 'zod';
import { logLevels, type LogLevel } from './log.ts';
import { misspelt } from './misspelt.ts';
import { type ProvidersConfig, providerSettings, readProviders } from './providers-config.ts';
import { secretNames } from './providers-file.ts';
import { address, onOff, whole } from './setting.ts';

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
  /** Absent: made once and kept in `dataDir`. Opens what is stored outside the database. */
  readonly storageKey: string | null;
  /** How long the sound of a session is kept where its learner agreed. */
  readonly recordingDays: number;
  readonly logLevel: LogLevel;
  readonly providers: ProvidersConfig;
  /** Conversations that this process takes at the same time. */
  readonly liveSessionsMost: number;
  readonly rater: RaterConfig | null;
  readonly trustProxy: boolean;
  readonly shutdownMs: number;
  readonly rateLimit: boolean;
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

/** What one core carries with room to spare. */
const liveSessionsPerCore = 150;

const Settings = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(8080),
  PUBLIC_URL: address(['http:', 'https:'], 'https://coachvisio.example').optional(),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/coachvisio').optional(),
  DATA_DIR: z.string().default('./data'),
  ROLES: z
    .string()
    .transform((value) => value.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(roles, { error: 'must be a comma-separated list of web, live, worker' })))
    .optional(),
  DEMO: onOff.optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtps://user:password@mail.example:465').optional(),
  MAIL_FROM: z
    .string()
    .includes('@', { error: 'must be a mail address such as CoachVisio <hello@coachvisio.example>' })
    .default('CoachVisio <no-reply@localhost>'),
  AUTH_SECRET: z.string().min(32, { error: 'must hold at least 32 random characters; `openssl rand -hex 32` makes some' }).optional(),
  STORAGE_KEY: z.string().min(32, { error: 'must hold at least 32 random characters; `openssl rand -hex 32` makes some' }).optional(),
  RECORDING_DAYS: whole(1, mostRecordingDays).default(mostRecordingDays),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  ...providerSettings,
  LIVE_SESSIONS_MOST: whole(1, 100_000).optional(),
  RATER_NAME: z.string().optional(),
  RATER_TIMEOUT_MS: whole(100, 60_000).default(30_000),
  RATER_COUNT: whole(1, 5).default(3),
  TRUST_PROXY: onOff.default('off'),
  SHUTDOWN_MS: whole(0, 300_000).default(10_000),
  RATE_LIMIT: onOff.default('on'),
});

/** Reads every setting, or throws one {@link ConfigError} that names each fault. An empty value is no value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const])),
  );
  const faults = misspelt(Object.keys(given), Object.keys(Settings.shape), secretNames(given['PROVIDERS_FILE']));
  const parsed = Settings.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) {
    const fault = `${String(issue.path[0])} ${issue.message}.`;
    if (!faults.includes(fault)) faults.push(fault);
  }
  if (parsed.success) faults.push(...faultsBetween(parsed.data));
  const providers = parsed.success ? readProviders(parsed.data, given, faults) : null;
  if (!parsed.success || !providers || faults.length > 0) throw new ConfigError(faults.join('\n'));
  return configFrom(parsed.data, providers);
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

function configFrom(settings: Settings, providers: ProvidersConfig): Config {
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
    storageKey: settings.STORAGE_KEY ?? null,
    recordingDays: settings.RECORDING_DAYS,
    logLevel: settings.LOG_LEVEL,
    providers,
    liveSessionsMost: settings.LIVE_SESSIONS_MOST ?? availableParallelism() * liveSessionsPerCore,
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
