import { parseArgs } from 'node:util';
import { Locale } from '@coachvisio/contract/locale.ts';

export interface TalkOptions {
  readonly scenario: string;
  readonly locale: Locale;
  /** Absent: a server of its own, in a folder that goes with it. */
  readonly url: string | undefined;
  /** A file with one learner's line on each line; absent: the keyboard. */
  readonly from: string | undefined;
  readonly json: boolean;
  readonly seed: number | undefined;
}

export const usage = 'npm run talk -- --scenario SLUG --lang fr|en [--url URL] [--from FILE] [--seed N] [--json]';

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function readOptions(args: readonly string[]): TalkOptions {
  const { values } = parse(args);
  const locale = Locale.safeParse(values.lang);
  if (!values.scenario) throw new UsageError('--scenario is missing: name one, such as contrat-client-mefiant.');
  if (!locale.success) throw new UsageError('--lang must be fr or en.');
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  if (seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31))
    throw new UsageError('--seed must be a whole number from 0 to 2147483647.');
  return { scenario: values.scenario, locale: locale.data, url: values.url?.replace(/\/+$/, ''), from: values.from, json: values.json, seed };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        scenario: { type: 'string' },
        lang: { type: 'string', default: 'fr' },
        url: { type: 'string' },
        from: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
