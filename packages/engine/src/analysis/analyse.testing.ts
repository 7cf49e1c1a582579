import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { analyse, type TurnContext } from './analyse.ts';

export const context = (locale: Locale, over: Partial<TurnContext> = {}): TurnContext => ({
  locale,
  personaSaid: '',
  earlier: [],
  about: [],
  structured: false,
  interruptsAfterWords: null,
  ...over,
});

/** The kinds found in a turn, each once. */
export const kinds = (text: string, locale: Locale, over: Partial<TurnContext> = {}): SignalKind[] => [
  ...new Set(analyse(text, context(locale, over)).map((signal) => signal.kind)),
];

/** The words found for one kind. */
export const quotes = (kind: SignalKind, text: string, locale: Locale, over: Partial<TurnContext> = {}): string[] =>
  analyse(text, context(locale, over))
    .filter((signal) => signal.kind === kind)
    .map((signal) => text.slice(signal.start, signal.end));
