import { content, isStaticLine } from './features/content/index.ts';
import { identity } from './features/identity/index.ts';
import { live, type LiveProviders, voiceOffer } from './features/live/index.ts';
import { createFindMember, organisation } from './features/organisation/index.ts';
import { type Panel, report } from './features/report/index.ts';
import { progress } from './features/progress/index.ts';
import { recording, TurnKeeper } from './features/recording/index.ts';
import { session } from './features/session/index.ts';
import { usage } from './features/usage/index.ts';
import { voiceSample } from './features/voice-sample/index.ts';
import { createWho, type Who } from './platform/auth/who.ts';
import type { Feature } from './platform/feature.ts';
import type { RaterConfig } from './platform/config.ts';
import type { Platform } from './platform/platform.ts';
import type { SpeakEndpoint } from './platform/providers-config.ts';
import { productVersion } from './platform/version.ts';
import { openProviders } from './providers/guarded/open-providers.ts';
import { type Fingerprint, SpeechKeeper } from './providers/kept-speech/keep-speech.ts';
import { openAiCompatibleJudge } from './providers/openai-compatible/judge.ts';

export interface Wiring {
  readonly features: readonly Feature[];
  readonly who: Who;
}

/** The features in the order of their tiers, low to high, and the choice of providers: the only file that knows both. */
export async function wire(platform: Platform): Promise<Wiring> {
  const providers = await liveProviders(platform);
  const keeper = new TurnKeeper(platform);
  return {
    who: createWho(platform.accounts, createFindMember(platform.db)),
    features: [
      organisation,
      identity(platform, voiceOffer(providers)),
      content,
      voiceSample(providers.voices),
      session(platform),
      usage,
      recording(platform, keeper),
      live(platform, providers, keeper),
      report(panelOf(platform.config.rater)),
      progress,
    ],
  };
}

/** Three spoken sentences take about fifteen seconds to say. */
const wholeReplyMs = 20_000;

/** Providers word, speak and hear where some are configured; what is built in does everywhere else, and whenever they do not hold. */
async function liveProviders(platform: Platform): Promise<LiveProviders> {
  const { providers, roles } = platform.config;
  // A process that plays no conversation, and tells nobody what they can be, needs no voice.
  const embeddedVoice = providers.embeddedVoice && (roles.includes('live') || roles.includes('web'));
  const { think, speak, hear, isBusy, close } = await openProviders({ ...providers, embeddedVoice }, platform);
  const { firstWordMs, hearMs } = providers;
  const keeper = speechKeeper(platform);
  return {
    voice: think.length > 0 ? { models: think, firstWordMs, wholeMs: wholeReplyMs } : null,
    voices: speak.map((voice, index) => keeper.keep(voice, soundOf(voice.source === 'provider' ? providers.speak[index] : undefined))),
    hears: hear,
    hearMs,
    isBusy,
    close: async () => {
      await keeper.settled();
      await close();
    },
  };
}

const speechKeeper = ({ storage, log, config }: Platform): SpeechKeeper =>
  new SpeechKeeper({
    storage,
    log,
    isStatic: (text, { locale, persona }) => isStaticLine({ text, locale, persona }),
    mostBytes: config.providers.keptSpeechBytes,
  });

/** What a voice sounds by; one that is not configured comes with the product, as do the marks of all of them. */
const soundOf = (endpoint: SpeakEndpoint | undefined): Fingerprint => ({
  version: productVersion,
  ...(endpoint && { url: endpoint.url, model: endpoint.model, format: endpoint.format, voices: endpoint.voices }),
});

/** A panel of models rates beside the rules where one is configured; the rules alone do everywhere else. */
const panelOf = (rater: RaterConfig | null): Panel | null =>
  rater && { judge: openAiCompatibleJudge({ url: rater.url, key: rater.key, model: rater.name }), count: rater.count, timeoutMs: rater.timeoutMs };
