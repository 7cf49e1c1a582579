import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Whatever holds one of these was logged by mistake: what people say, who they are, what lets them in. */
const neverLogged = ['text', 'name', 'email', 'password', 'token', 'key', 'ticket', 'cookie', 'authorization', 'body'];

/** Log lines are JSON, one to a line, and never hold what somebody said nor who they are: ids, codes and durations only. */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const paths = neverLogged.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths, censor: '[redacted]' },
    serializers: { err: serialiseError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A database quotes rows and a mail server addresses; the code and where it was thrown say enough. */
function serialiseError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const quotes = 'severity' in error || 'responseCode' in error || error.name === 'DrizzleQueryError';
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return { type: error.name, code, message: quotes ? undefined : error.message, at: frames };
}
