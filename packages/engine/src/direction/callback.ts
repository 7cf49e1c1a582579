import type { Locale } from '@coachvisio/contract/locale.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import type { Signal } from '@coachvisio/contract/signal.ts';
import { fold } from '../analysis/fold.ts';
import { findPatterns } from '../analysis/match.ts';

/** Words that announce nothing but that one will be heard of again. */
const callsBack = {
  fr: [
    'rappelle*',
    'rappeler*',
    'recontacte*',
    'reviens vers vous',
    'reviens vers toi',
    'reviendrai vers vous',
    'reviendrai vers toi',
    'revient vers vous',
    'revient vers toi',
    'reviendra vers vous',
    'revenir vers vous',
    'revenir vers toi',
    'tiens au courant',
    'tiendrai au courant',
    'refait un point',
    'se rappelle',
    'se reparle',
    'en reparle',
  ],
  en: [
    'call you back',
    'calling you back',
    'call back',
    'ring you back',
    'phone you back',
    'get back to you',
    'be back to you',
    'come back to you',
    'be in touch',
    'stay in touch',
    'keep you posted',
    'touch base',
    'circle back',
    'follow up with you',
  ],
} as const;
/** What goes with it and adds nothing. */
const fillsIn = {
  fr: 'je j on nous vous te tu se me moi sans faute promis des la le les de dans au en d a et donc alors ok oui bon bien d accord avant apres courant debut fin tres vite'.split(
    ' ',
  ),
  en: 'i ll ill we will you to on by in at the a and so then ok okay yes sure well back again about it this that promise definitely early late first thing'.split(
    ' ',
  ),
} as const;
/** «À 10 h», "at 3 pm": who names the hour makes an appointment. */
const hour = /\b\d{1,2}\s?(?:h\b|h\d{2}|heures?\b|[:.]\d{2}\b|a\.?m\b|p\.?m\b|o['’]clock)|\bmidi\b|\bnoon\b/iu;

/**
 * «Je vous rappelle demain» says when somebody will call, and not what they will have done by then: it is half a promise, worth
 * that of one without a when, and it makes no commitment. Its date goes with it. Where the story itself holds the call for the
 * right answer (nobody had called the customer back), it stays whole.
 */
export function withoutCallbacks(scenario: ScenarioContent, signals: readonly Signal[], text: string, locale: Locale): readonly Signal[] {
  const sought = scenario.concerns.flatMap(({ keys }) => keys.filter(({ weight }) => weight > 0).map(({ about }) => about[locale]));
  const mere = signals.filter(({ kind, start, end }) => {
    const promise = text.slice(start, end);
    return (
      kind === 'commitment' && isMere(promise, datesIn(signals, start, end, text), locale) && !sought.some((about) => findPatterns(about, promise).length > 0)
    );
  });
  if (mere.length === 0) return signals;
  return signals.flatMap((signal) => {
    if (mere.includes(signal)) return [{ kind: signal.kind, start: signal.start, end: signal.end }];
    return signal.kind === 'date' && mere.some(({ start, end }) => signal.start < end && start < signal.end) ? [] : [signal];
  });
}

const datesIn = (signals: readonly Signal[], start: number, end: number, text: string): string[] =>
  signals.filter((it) => it.kind === 'date' && it.start < end && start < it.end).map((it) => text.slice(it.start, it.end));

/** Whether nothing is left of a promise without the call, its day and the small words. */
function isMere(promise: string, dates: readonly string[], locale: Locale): boolean {
  const calls = findPatterns(callsBack[locale], promise);
  if (calls.length === 0 || hour.test(promise)) return false;
  const rest = calls.toReversed().reduce((words, { start, end }) => `${words.slice(0, start)} ${words.slice(end)}`, promise);
  const undated = dates.reduce((words, date) => words.replace(date, ' '), rest);
  const small: ReadonlySet<string> = new Set(fillsIn[locale]);
  return (fold(undated).text.match(/[a-z0-9]+/g) ?? []).every((word) => small.has(word));
}
