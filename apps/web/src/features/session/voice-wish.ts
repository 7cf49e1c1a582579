import type { VoiceOffer } from '@coachvisio/contract/speech.ts';
import type { Preferences } from '../../kit/preferences.ts';

/** What a server may offer at most. */
export const everyOffer: VoiceOffer = { speak: 'embedded', hear: { verbatim: null } };

/** Who really speaks: what was chosen, where it can be had. */
export function speakerOf({ speaker }: Pick<Preferences, 'speaker'>, offer: VoiceOffer, browserCan: boolean): Preferences['speaker'] {
  if (speaker === 'server' && offer.speak === null) return 'none';
  return speaker === 'browser' && !browserCan ? 'none' : speaker;
}

/** Who really listens: what was chosen, where it can be had. */
export function earOf({ ear }: Pick<Preferences, 'ear'>, offer: VoiceOffer, browserCan: boolean): Preferences['ear'] {
  if (ear === 'server' && offer.hear === null) return 'none';
  return ear === 'browser' && !browserCan ? 'none' : ear;
}
