import type { Hear, Speak, Think } from '@coachvisio/engine/ports.ts';
import { Guard, type GuardState } from '../../platform/guard/guard.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Endpoint, ProvidersConfig, SpeakEndpoint } from '../../platform/providers-config.ts';
import { withMarks } from '../embedded-voice/align-in-worker.ts';
import { openAiCompatibleHear } from '../openai-compatible/hear.ts';
import { openAiCompatibleSpeak } from '../openai-compatible/speak.ts';
import { openAiCompatibleThink } from '../openai-compatible/think.ts';
import { guardHear, guardSpeak, guardThink } from './guard-ports.ts';
import { type LateVoice, openLateVoice } from './late-voice.ts';

/** Who words, speaks and hears, each provider behind a guard of its own, in the order in which they are asked. */
export interface Providers {
  readonly think: readonly Think[];
  readonly speak: readonly Speak[];
  readonly hear: readonly Hear[];
  /** Nobody of a role has room for another call. */
  isBusy(): boolean;
  /** What stands of each, for whoever runs the product. */
  states(): Readonly<Record<'think' | 'speak' | 'hear', readonly GuardState[]>>;
  close(): Promise<void>;
}

/** Names that OpenAI gave to its voices, and that others took over. */
const usualVoices = { feminine: 'nova', masculine: 'onyx' };

/** Makes the providers that the settings name, and the voice that comes with the product behind them. Nothing is asked of them yet. */
export async function openProviders(config: ProvidersConfig, platform: Pick<Platform, 'clock' | 'log'>): Promise<Providers> {
  const embedded = config.embeddedVoice ? await openLateVoice(platform.log) : null;
  const guardsOf = (endpoints: readonly Endpoint[]) => endpoints.map(({ name, limits }) => new Guard(name, platform, limits));
  const guards = { think: guardsOf(config.think), speak: guardsOf(config.speak), hear: guardsOf(config.hear) };
  const voices = paired(config.speak, guards.speak, (endpoint, guard) => speakOf(endpoint, guard, embedded));
  return {
    think: paired(config.think, guards.think, ({ url, key, model }, guard) =>
      guardThink(openAiCompatibleThink({ url, key, model, fetch: guard.fetch }), guard),
    ),
    speak: embedded ? [...voices, embedded.speak] : voices,
    hear: paired(config.hear, guards.hear, ({ url, key, model, verbatim }, guard) =>
      guardHear(openAiCompatibleHear({ url, key, model, verbatim, timeoutMs: config.hearMs, fetch: guard.fetch }), guard),
    ),
    isBusy: () => Object.values(guards).some((chain) => chain.length > 0 && chain.every((guard) => guard.isBusy)),
    states: () => ({ think: guards.think.map(stateOf), speak: guards.speak.map(stateOf), hear: guards.hear.map(stateOf) }),
    close: async () => embedded?.close(),
  };
}

/** The guard counts the provider's part only: the marks are made here, after the sound. */
function speakOf({ url, key, model, format, voices }: SpeakEndpoint, guard: Guard, embedded: LateVoice | null): Speak {
  const { feminine = usualVoices.feminine, masculine = usualVoices.masculine, ...personas } = voices;
  const speak = guardSpeak(openAiCompatibleSpeak({ url, key, model, format, voices: { personas, feminine, masculine }, fetch: guard.fetch }), guard);
  return embedded ? { ...withMarks(speak, embedded.voice), provider: guard.name } : speak;
}

const stateOf = ({ state }: Guard): GuardState => state;

const paired = <E extends Endpoint, T>(endpoints: readonly E[], guards: readonly Guard[], open: (endpoint: E, guard: Guard) => T): T[] =>
  endpoints.flatMap((endpoint, index) => {
    const guard = guards[index];
    return guard ? [open(endpoint, guard)] : [];
  });
