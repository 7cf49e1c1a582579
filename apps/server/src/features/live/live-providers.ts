import type { VoiceOffer } from '@coachvisio/contract/speech.ts';
import type { Hear, Speak } from '@coachvisio/engine/ports.ts';
import { meterHear, meterSpeak, meterThink, type UsageLedger } from '../usage/index.ts';
import { hearChain } from './hear-chain.ts';
import type { SoundParts } from './live-session.ts';
import type { Voice } from './voice-directive.ts';

/** Who words, speaks and hears in conversations, in the order in which they are asked. */
export interface LiveProviders {
  /** Models that word the persona; null leaves it to the bank. */
  readonly voice: Voice | null;
  readonly voices: readonly Speak[];
  readonly hears: readonly Hear[];
  /** Longest wait for what was understood, whoever of them answers. */
  readonly hearMs: number;
  /** They have as much to do as they may: nobody else should begin to talk. */
  readonly isBusy: () => boolean;
  readonly close: () => Promise<void>;
}

/** What this installation can do with sound. */
export const voiceOffer = ({ voices, hears, hearMs }: Pick<LiveProviders, 'voices' | 'hears' | 'hearMs'>): VoiceOffer => {
  const hear = hearChain(hears, hearMs);
  return { speak: voices[0]?.source ?? null, hear: hear && { verbatim: hear.verbatim } };
};

/** The providers of one session: the same, with each call written in its ledger. */
export function meterProviders(
  { voice, voices, hears, hearMs }: LiveProviders,
  ledger: UsageLedger,
): { readonly voice: Voice | null; readonly sound: SoundParts } {
  return {
    voice: voice && { ...voice, models: voice.models.map((think) => meterThink(think, ledger)) },
    sound: {
      voices: voices.map((speak) => meterSpeak(speak, ledger)),
      hear: hearChain(
        hears.map((hear) => meterHear(hear, ledger)),
        hearMs,
      ),
    },
  };
}
