import type { Hear, Speak, Think } from '@coachvisio/engine/ports.ts';
import { type Guard, guardCall, guardStream } from '../../platform/guard/guard.ts';

/** The same model, behind its guard. */
export const guardThink = (think: Think, guard: Guard): Think => ({
  name: think.name,
  provider: guard.name,
  stream: (messages, signal, onUsage) => guardStream(guard, signal, () => think.stream(messages, signal, onUsage)),
});

/** The same voice, behind its guard. */
export const guardSpeak = (speak: Speak, guard: Guard): Speak => ({
  name: speak.name,
  provider: guard.name,
  source: speak.source,
  speak: (text, manner, signal) => guardStream(guard, signal, () => speak.speak(text, manner, signal)),
});

/** The same recogniser, behind its guard. */
export const guardHear = (hear: Hear, guard: Guard): Hear => ({
  name: hear.name,
  provider: guard.name,
  verbatim: hear.verbatim,
  hear: (samples, locale, before, signal) => guardCall(guard, signal, () => hear.hear(samples, locale, before, signal)),
});
