import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { Signal, SignalKind } from '@coachvisio/contract/signal.ts';
import type { Level } from './levels.ts';

const opensDoor: ReadonlySet<SignalKind> = new Set(['reformulation', 'complex_reformulation', 'acknowledgement', 'information', 'figure', 'date', 'example']);
const closesDoor: ReadonlySet<SignalKind> = new Set(['vague', 'evasion', 'hollow_empathy', 'blame', 'contempt', 'justification']);

/** Safety, respect and honesty do not wait for somebody to be done: they count wherever they stand. */
const always: ReadonlySet<SignalKind> = new Set(['distress', 'insult', 'instruct_persona', 'asks_if_ai']);

/** Words after which this persona cuts in, at this level; null lets the learner finish. */
export const patienceInWords = (persona: PersonaContent, level: Level): number | null => {
  const words = persona.temperament.interruptsAfterWords;
  return words === null ? null : Math.round(words * level.interrupt);
};

/** What of a turn reaches the persona. The debrief reads the whole turn; the character goes on from this. */
export function takenIn(signals: readonly Signal[], text: string, mostWords: number | null): { signals: readonly Signal[]; text: string } {
  const end = mostWords !== null && signals.some(({ kind }) => kind === 'too_long') ? endOfWord(text, mostWords) : text.length;
  // Somebody who was cut short has not said the rest: good news in the last of two hundred words comes too late.
  const heard = signals.filter(({ kind, start }) => start < end || always.has(kind));
  const doors = heard.filter(({ kind }) => closesDoor.has(kind));
  // «Je comprends, mais à quatre, on ne fait pas de miracles», «on verra demain»: the same words cannot open a door and close it.
  const meant = heard.filter((signal) => !opensDoor.has(signal.kind) || !doors.some((door) => door.start < signal.end && signal.start < door.end));
  return { signals: meant, text: text.slice(0, end) };
}

/** Where the word of this number ends. */
function endOfWord(text: string, number: number): number {
  let count = 0;
  for (const word of text.matchAll(/\S+/gu)) {
    count += 1;
    if (count === number) return word.index + word[0].length;
  }
  return text.length;
}
