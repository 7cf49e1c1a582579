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

/**
 * A database quotes rows, the query builder every value it was to write, a mail server addresses; the code and where it was
 * thrown say enough. What they are is told by their fields: the query builder's error bears the name of any other.
 */
function serialiseError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in error ? error.code : 'code' in cause ? cause.code : undefined;
  const quotes = [error, cause].some((one) => 'severity' in one || 'responseCode' in one || 'params' in one);
  const frames = error.stack
    // The message stands above the frames, and may have lines of its own that look like one.
    ?.replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return { type: error.name, code, message: quotes ? undefined : error.message, at: frames };
}
