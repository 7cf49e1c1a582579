import type { Locale } from '@coachvisio/contract/locale.ts';
import { Locale as LocaleSchema } from '@coachvisio/contract/locale.ts';
import { Clauses } from '@coachvisio/engine/speech/clauses.ts';
import { library } from './library.ts';
import type { Library } from './read-library.ts';

/** Words of one persona, as they are given to a voice. */
export interface StaticLine {
  readonly text: string;
  readonly locale: Locale;
  readonly persona: string;
}

let lines: ReadonlySet<string> | undefined;

/**
 * Whether the library holds these words to be said as they stand, to everybody: a clause of an opening, or the sample of a
 * voice. What a persona answers is none of it, since it may quote the learner or come from a model; «Je vous écoute.» in an
 * answer sounds as it does in an opening.
 */
export const isStaticLine = (line: StaticLine): boolean => (lines ??= staticLines(library())).has(keyOf(line));

const keyOf = ({ text, locale, persona }: StaticLine): string => JSON.stringify([locale, persona, text]);

function staticLines({ personas, scenarios }: Library): ReadonlySet<string> {
  return new Set(
    LocaleSchema.options.flatMap((locale) => [
      ...[...personas.values()].map(({ slug, sample }) => keyOf({ text: sample[locale], locale, persona: slug })),
      ...[...scenarios.values()].flatMap(({ persona, opening }) =>
        opening[locale].flatMap((line) => clausesOf(line).map((text) => keyOf({ text, locale, persona }))),
      ),
    ]),
  );
}

/** As a turn is cut when it is spoken. */
function clausesOf(line: string): string[] {
  const clauses = new Clauses();
  return [...clauses.push(line), ...clauses.end()].map(({ text }) => text);
}
